"""Damaged files of every format: each is read as far as it goes, or refused with a sentence."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from assistant.documents.blocks import NoteKind
from assistant.documents.errors import CRASHED, SENTENCES
from assistant.documents.reader import Reader
from assistant.errors import DocumentError
from tests.documents.making import docx, epub, odt, paragraph, pptx, shape, slide, zipped
from tests.documents.pdf_writing import Pdf, wrapped

PROSE = "The keeper of the lighthouse – Wärterin, 灯台 – wrote down the weather every evening, and missed two days. "
SHORT, LONG = 6, 60
"""Damaged files of each format, in the usual run and in the long one."""


def pdf(*, compress):
    made = Pdf()
    made.title = "Boxes"
    for number in range(3):
        page = made.page()
        page.text(72, 800, f"Heading {number}", size=18)
        page.lines(72, 760, wrapped(PROSE.replace("灯台", "?") * 8))
    made.outline = [("Heading 0", 1), ("Heading 1", 2)]
    return made.content(compress=compress)


def html():
    rows = "".join(f"<tr><td>{n}</td><td>{PROSE}</td></tr>" for n in range(5))
    return (
        f"<html><head><title>t</title></head><body><nav>x</nav><h1>One</h1><p>{PROSE}<b>b</b></p><table>{rows}</table>"
    )


def subtitles():
    return "".join(f"{n}\n00:{n:02}:01,000 --> 00:{n:02}:05,000\n<i>{PROSE}</i>\n\n" for n in range(30))


MAIL = (
    "From: a@b\nTo: c@d\nSubject: =?utf-8?q?B=C3=B6xes?=\nContent-Type: multipart/mixed; boundary=xyz\n\n--xyz\n"
    "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe\n--xyz\n"
    "Content-Type: text/html\n\n<p>marked</p>\n--xyz\nContent-Type: image/png\nContent-Disposition: attachment; "
    'filename="a.png"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--xyz--\n'
)
WHOLE = {
    "pdf": pdf(compress=False),
    "packed.pdf": pdf(compress=True),
    "docx": docx(
        paragraph("Begin", style="Heading1") + paragraph(PROSE) * 9 + paragraph("item", numbered=1), title="t"
    ),
    "odt": odt(f"<text:h text:outline-level='1'>Begin</text:h><text:p>{PROSE}</text:p>" * 9),
    "pptx": pptx([(slide(shape("Title", kind="title"), shape(PROSE, kind="body")), "said")] * 4),
    "epub": epub({f"{n}.xhtml": f"<html><body><h1>{n}</h1><p>{PROSE}</p></body></html>" for n in range(4)}),
    "html": html().encode(),
    "md": f"# One\n\n{PROSE}\n\n- *a*\n- [b](c)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```\n".encode(),
    "txt": f"THE KEEPER\n==========\n\n{PROSE}\n\n- a\n- b\n\n\f{PROSE}\n\f{PROSE}".encode(),
    "rtf": rb"{\rtf1\ansi\ansicpg1252{\fonttbl\f0 T;}\f0 Gr\'fc\'dfe \u8364? {\b bold}\par \trowd a\cell b\cell\row}"
    * 3,
    "srt": subtitles().encode(),
    "eml": MAIL.encode(),
    "csv": ("Name;Text\n" + f'"Keeper";"{PROSE}"\n' * 9).encode(),
}


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Return content with one kind of damage."""
    data = bytearray(content)
    kind = chance.randrange(6)
    at = chance.randrange(len(data))
    length = chance.choice((1, 4, 64, 1_000))
    if kind == 0:
        for _ in range(chance.choice((1, 5, 50))):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    elif kind == 1:
        del data[at:]
    elif kind == 2:
        del data[at : at + length]
    elif kind == 3:
        data[at:at] = data[chance.randrange(len(data)) :][:length] * chance.choice((1, 3, 200))
    elif kind == 4:
        data[at : at + length] = bytes(chance.randrange(256) for _ in range(length))
    else:
        data[at : at + length] = chance.choice((b"\0", b"\xff", b"<", b"9")) * length
    return bytes(data)


def damaged_file(name: str, chance: random.Random) -> bytes:
    """Return a damaged document; of zip files sometimes one whose members are damaged, but not the package."""
    content = WHOLE[name]
    if content.startswith(b"PK") and chance.random() < 0.6:
        with zipfile.ZipFile(BytesIO(content)) as package:
            members = {member: package.read(member) for member in package.namelist()}
        victims = [member for member in members if members[member]]
        for victim in chance.sample(victims, min(len(victims), chance.choice((1, 2, 20)))):
            members[victim] = damaged(members[victim], chance)
        return zipped(members)
    return damaged(content, chance)


def read_damaged(name: str, count: int, folder: Path, seed: str) -> list[str]:
    """Read damaged files of a format, as one folder; returns the sentences' templates."""
    chance = random.Random(f"{seed} {name}")
    for number in range(count):
        (folder / f"{number}.{name}").write_bytes(damaged_file(name, chance))
    try:
        document = Reader().read(folder)
    except DocumentError as error:
        return [error.template]
    told = [note for note in document.notes if note.kind is NoteKind.FILE_LEFT_OUT]
    assert {block.file for block in document.blocks}.isdisjoint(note.text for note in told)
    assert all(note.values["file"] == note.text for note in told)
    return [note.template for note in told]


@pytest.mark.parametrize("name", WHOLE)
def test_whole_files_are_read(tmp_path, name):
    path = tmp_path / f"a.{name}"
    path.write_bytes(WHOLE[name])
    document = Reader().read(path)
    assert document.blocks
    assert document.notes == ()


@pytest.mark.parametrize("name", WHOLE)
def test_damaged_files_are_refused_with_a_sentence(tmp_path, name):
    templates = read_damaged(name, SHORT, tmp_path, "short")
    assert {*templates} <= SENTENCES
    assert CRASHED not in templates


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("name", WHOLE)
def test_many_damaged_files_are_refused_with_a_sentence(tmp_path, name, seed):
    templates = read_damaged(name, LONG, tmp_path, str(seed))
    assert {*templates} <= SENTENCES
    # PDFium is written in C++: it may fall, and only it.
    assert CRASHED not in templates or name.endswith("pdf")


@pytest.mark.parametrize("name", [name for name in WHOLE if name not in ("txt", "csv")])
def test_a_file_cut_off_anywhere_is_refused_with_a_sentence(tmp_path, name):
    content = WHOLE[name]
    for number, end in enumerate(range(1, len(content), max(1, len(content) // 25))):
        (tmp_path / f"{number}.{name}").write_bytes(content[:end])
    try:
        templates = {note.template for note in Reader().read(tmp_path).notes if note.template}
    except DocumentError as error:
        templates = {error.template}
    assert templates <= SENTENCES
    assert CRASHED not in templates


def test_files_that_vanish_or_change_while_they_are_read_are_told(tmp_path):
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(f"Text {number}.")

    def disturb(progress):
        if (tmp_path / "28.txt").exists():
            (tmp_path / "28.txt").unlink()
            (tmp_path / "29.txt").unlink()
            (tmp_path / "29.txt").mkdir()

    document = Reader().read(tmp_path, on_progress=disturb)
    assert len({block.file for block in document.blocks}) >= 28
    assert all(note.template in SENTENCES for note in document.notes)
