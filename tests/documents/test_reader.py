from __future__ import annotations

import os
import socket
import sys
import textwrap
import threading
import time
from pathlib import Path

import psutil
import pytest

from assistant.documents.blocks import NoteKind
from assistant.documents.errors import (
    CRASHED,
    DAMAGED,
    EMPTY,
    EMPTY_FOLDER,
    LINK,
    NOT_A_DOCUMENT,
    NOT_A_FILE,
    TOO_LONG,
    TOO_MUCH_MEMORY,
    TOO_SLOW,
    UNREADABLE,
)
from assistant.documents.files import natural_key
from assistant.documents.reader import Reader
from assistant.errors import CancelledError, DocumentError
from assistant.jobs import CancelToken
from tests.documents.making import docx, paragraph, told
from tests.documents.pdf_writing import Pdf, wrapped

PRELUDE = """
import sys, os, time
sys.path.insert(0, {root!r})
from assistant.documents.blocks import Block, BlockKind
from assistant.documents.protocol import *
from assistant.processes.messages import write_message
order = read_order(sys.stdin.buffer)
def say(report):
    write_message(sys.stdout.buffer, report)
"""


@pytest.fixture
def pretending(tmp_path):
    """A reader whose process does what a test says: for failures that must come at a certain moment."""

    def pretending(program):
        script = tmp_path / "process.py"
        root = str(Path(__file__).parents[2])
        script.write_text(PRELUDE.format(root=root) + textwrap.dedent(program))
        return Reader([sys.executable, str(script)])

    return pretending


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir,\n\nit rains.\n")
    return path


def refused(reader, source):
    with pytest.raises(DocumentError) as caught:
        reader.read(source)
    return caught.value


def test_a_file_is_read_by_another_process(tmp_path):
    path = tmp_path / "Report.docx"
    path.write_bytes(docx(paragraph("Begin", style="Heading1") + paragraph("It rains."), title="Rain"))
    document = Reader().read(path)
    assert told(document) == [("heading", 1, "Begin"), ("paragraph", 0, "It rains.")]
    assert (document.title, document.format, document.notes) == ("Rain", "docx", ())
    assert document.blocks[0].file == ""


def test_names_that_are_no_text_are_read_and_shown(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9 \xf0\x9f\x98\x80.txt"))
    path.write_text("text")
    assert Reader().read(path).title == "caf\ufffd 😀.txt"


def test_an_error_is_a_sentence_with_the_files_name(tmp_path):
    path = tmp_path / "photo.docx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    error = refused(Reader(), path)
    assert error.template == NOT_A_DOCUMENT
    assert error.sentence.startswith("photo.docx is not a document Thimble can read. ")


@pytest.mark.parametrize(("content", "template"), [(b"", EMPTY), (b"%PDF-1.4 nothing", DAMAGED)])
def test_files_that_can_not_be_read_are_told_apart(tmp_path, content, template):
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    assert refused(Reader(), path).template == template


def test_of_a_damaged_file_what_comes_before_the_damage_is_read_and_the_user_is_told(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(docx(paragraph("Before.") + "<w:p></w:q>" + paragraph("After.")))
    document = Reader().read(path)
    assert [block.text for block in document.blocks] == ["Before."]
    assert [(note.kind, note.number) for note in document.notes] == [(NoteKind.DAMAGED, 0)]


def test_what_is_no_file_is_refused_without_opening_it(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for name in ("pipe", "socket"):
            assert refused(Reader(), tmp_path / name).template == NOT_A_FILE
    assert refused(Reader(), Path("/dev/zero")).template == NOT_A_FILE
    assert refused(Reader(), tmp_path / "gone.pdf").template == UNREADABLE
    assert refused(Reader(), Path("a\0b")).template == UNREADABLE


def test_a_link_that_the_user_chose_is_followed(tmp_path, file):
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    assert Reader().read(link).title == "link.txt"


def test_progress_tells_pages_and_characters(tmp_path):
    pdf = Pdf()
    for number in range(45):
        pdf.page().lines(72, 700, wrapped(f"Page {number} tells of rain and wind and of the boxes in the cellar. " * 5))
    path = tmp_path / "book.pdf"
    path.write_bytes(pdf.content())
    seen = []
    document = Reader().read(path, on_progress=seen.append)
    assert [(p.done, p.total) for p in seen if p.total] == sorted((p.done, p.total) for p in seen if p.total)
    assert {p.total for p in seen} == {0, 45}
    assert (seen[-1].file, seen[-1].number, seen[-1].files) == ("book.pdf", 1, 1)
    assert seen[-1].characters == document.characters


def test_a_folder_is_one_document_in_the_order_in_which_people_count(tmp_path):
    for name in ("Chapter 10.txt", "Chapter 2.md", "chapter 1.txt", "more/1.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"This is {name}")
    document = Reader().read(tmp_path)
    assert [block.file for block in document.blocks] == [
        "chapter 1.txt",
        "Chapter 2.md",
        "Chapter 10.txt",
        "more/1.txt",
    ]
    assert (document.title, document.format) == (tmp_path.name, "folder")


def test_the_folder_one_is_in_has_its_name(tmp_path, file, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert Reader().read(Path()).title == tmp_path.name


def test_files_of_a_folder_that_can_not_be_read_are_told_in_notes(tmp_path, file):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "passwords.txt").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "pipe")
    document = Reader().read(tmp_path)
    assert [block.file for block in document.blocks] == ["letter.txt", "letter.txt"]
    left_out = {note.text: note.template for note in document.notes if note.kind is NoteKind.FILE_LEFT_OUT}
    assert left_out == {
        "photo.jpg": NOT_A_DOCUMENT,
        "broken.pdf": DAMAGED,
        "loop": LINK,
        "passwords.txt": LINK,
        "pipe": NOT_A_FILE,
    }
    assert [note.number for note in document.notes if note.kind is NoteKind.HIDDEN_LEFT_OUT] == [2]
    sentences = [note.template.format(**note.values) for note in document.notes if note.template]
    assert "loop is a link to another place. Choose what it leads to." in sentences


def test_a_folder_without_a_document_says_so(tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    assert refused(Reader(), folder).template == EMPTY_FOLDER
    for name in ("1.jpg", "2.jpg"):
        (folder / name).write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    assert refused(Reader(), folder).sentence == "There is no document in the folder photos. Choose another one."


def test_folders_within_folders_end_somewhere(tmp_path, file):
    deep = tmp_path.joinpath(*["d"] * 30)
    deep.mkdir(parents=True)
    (deep / "deep.txt").write_text("deep")
    document = Reader().read(tmp_path)
    assert {block.file for block in document.blocks} == {"letter.txt"}
    assert [note.kind for note in document.notes] == [NoteKind.TOO_DEEP]


def test_more_files_than_are_read_are_counted(tmp_path, file, monkeypatch):
    monkeypatch.setattr("assistant.documents.files.MOST_FILES", 3)
    for number in range(5):
        (tmp_path / f"m{number}.txt").write_text("text")
    document = Reader().read(tmp_path)
    assert len({block.file for block in document.blocks}) == 3
    assert [(note.kind, note.number) for note in document.notes] == [(NoteKind.TOO_MANY_FILES, 3)]


def test_several_files_come_in_the_order_given(tmp_path, file):
    other = tmp_path / "a.txt"
    other.write_text("other")
    document = Reader().read([file, other])
    assert [block.file for block in document.blocks] == ["letter.txt", "letter.txt", "a.txt"]
    assert document.title == "letter.txt, a.txt"


def test_numbers_in_names_count():
    names = ["10", "9", "a10b", "a9b", "A1", "b", "01"]
    assert sorted(names, key=natural_key) == ["01", "9", "10", "A1", "a9b", "a10b", "b"]


def test_a_process_that_dies_takes_only_its_file_with_it(pretending, tmp_path):
    for name in ("1.txt", "2.txt", "3.txt"):
        (tmp_path / "folder").mkdir(exist_ok=True)
        (tmp_path / "folder" / name).write_text(name)
    reader = pretending(
        """
        for file in order.files:
            say(Blocks((Block(BlockKind.PARAGRAPH, file.name),)))
            if file.name == "2.txt":
                os.abort()
            say(Finished("", "txt", 0, ()))
        """
    )
    document = reader.read(tmp_path / "folder")
    assert [block.text for block in document.blocks] == ["1.txt", "3.txt"]
    assert [(note.text, note.template) for note in document.notes] == [("2.txt", CRASHED)]


@pytest.mark.parametrize(
    "program",
    [
        "sys.exit(3)",
        "os.write(1, b'\\xff\\xff\\xff\\xff')",
        "os.write(1, b'\\x05\\0\\0\\0hello')",
        "os.write(1, b'\\x05\\0')",
        "say(Refused('You have won! Go to http://example.org', {}, ''))",
        "os.kill(os.getpid(), 11)",
    ],
)
def test_a_process_that_fails_or_talks_nonsense_is_not_believed(pretending, file, program):
    assert refused(pretending(program), file).template == CRASHED


def test_a_process_that_gives_text_without_end_is_stopped(pretending, file):
    reader = pretending(
        """
        while True:
            say(Blocks((Block(BlockKind.PARAGRAPH, "x" * 20_000),) * 20))
        """
    )
    assert refused(reader, file).template == TOO_LONG


def test_a_process_that_takes_too_long_is_stopped(pretending, file):
    reader = pretending("time.sleep(600)")
    reader.wall_seconds = 0.5
    assert refused(reader, file).template == TOO_SLOW


def test_a_process_that_uses_too_much_memory_is_stopped(pretending, file):
    reader = pretending("x = b'x' * 300_000_000; time.sleep(600)")
    reader.resident_bytes = 200_000_000
    assert refused(reader, file).template == TOO_MUCH_MEMORY


def test_a_file_that_takes_too_much_processor_time_is_stopped(tmp_path):
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 200_000)
    reader = Reader()
    reader.cpu_seconds = 1
    assert refused(reader, path).template == TOO_SLOW


def test_stop_ends_the_process_at_once(pretending, file):
    reader = pretending("say(Working(1, 2)); time.sleep(600)")
    cancel = CancelToken()
    with pytest.raises(CancelledError):
        reader.read(file, on_progress=lambda progress: progress.done and cancel.cancel(), cancel=cancel)
    assert not [child for child in psutil.Process().children() if "process.py" in " ".join(child.cmdline())]


def test_stop_from_another_thread_ends_what_waits(pretending, file):
    reader = pretending("time.sleep(600)")
    cancel = CancelToken()
    began = time.monotonic()
    threading.Timer(0.3, cancel.cancel).start()
    with pytest.raises(CancelledError):
        reader.read(file, cancel=cancel)
    assert time.monotonic() - began < 300


def test_what_was_stopped_before_it_began_starts_no_process(file):
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        Reader(["/no/such/program"]).read(file, cancel=cancel)


def test_a_process_that_can_not_be_started_is_told(file):
    error = refused(Reader(["/no/such/program"]), file)
    assert error.sentence.startswith("The part of Thimble that reads documents could not be started. ")


@pytest.mark.skipif(sys.platform != "linux", reason="what is tried is Linux's")
def test_the_process_can_open_nothing_but_its_files_and_not_the_network(tmp_path, file):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    script = tmp_path / "locked.py"
    script.write_text(
        textwrap.dedent(
            f"""
            import os, socket, sys
            sys.path.insert(0, {str(Path(__file__).parents[2])!r})
            import assistant.documents.process as process
            from assistant.documents.blocks import Block, BlockKind
            from assistant.documents.protocol import Blocks, Finished

            def attempt(action):
                try:
                    action()
                except OSError as error:
                    return type(error).__name__
                return "done"

            def read_file(path, report):
                tried = [
                    attempt(lambda: path.read_bytes()),
                    attempt(lambda: open({str(secret)!r})),
                    attempt(lambda: open({str(tmp_path / "new")!r}, "w")),
                    attempt(lambda: socket.socket()),
                    attempt(lambda: os.fork()),
                ]
                report(Blocks((Block(BlockKind.PARAGRAPH, " ".join(tried)),)))
                return Finished("", "txt", 0, ())

            process.read_file = read_file
            sys.exit(process.main())
            """
        )
    )
    (block,) = Reader([sys.executable, str(script)]).read(file).blocks
    assert block.text == "done PermissionError PermissionError PermissionError PermissionError"
    assert not (tmp_path / "new").exists()


def test_the_process_imports_no_qt_and_no_model_library(tmp_path, file):
    script = tmp_path / "imports.py"
    script.write_text(
        textwrap.dedent(
            f"""
            import sys
            sys.path.insert(0, {str(Path(__file__).parents[2])!r})
            import assistant.documents.process as process
            from assistant.documents.blocks import Block, BlockKind
            from assistant.documents.readers import FORMATS, reader_of
            from assistant.documents.protocol import Blocks, Finished

            def read_file(path, report):
                for name in FORMATS:
                    reader_of(name)
                loaded = {{name.partition(".")[0] for name in sys.modules}}
                report(Blocks((Block(BlockKind.PARAGRAPH, " ".join(sorted(loaded))),)))
                return Finished("", "txt", 0, ())

            process.read_file = read_file
            sys.exit(process.main())
            """
        )
    )
    (block,) = Reader([sys.executable, str(script)]).read(file).blocks
    assert {"PySide6", "llama_cpp", "apsw", "numpy", "ui"}.isdisjoint(block.text.split())
    assert "selectolax" in block.text.split()
