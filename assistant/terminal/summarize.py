"""`thimble summarize`: the summary of a document, or of a pipe."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from assistant import app as composition
from assistant.documents.blocks import Document, Note, NoteKind, Place
from assistant.documents.reader import Reader, ReadingProgress
from assistant.errors import QT_TRANSLATE_NOOP, DocumentError, ThimbleError
from assistant.events import Cancelled, Event, Failed, Finished, Progress, Stage
from assistant.jobs import CancelToken, Job
from assistant.paths import find_paths
from assistant.summaries.digest import Digest
from assistant.summaries.profiles import LANGUAGE_NAMES
from assistant.summaries.rendering import plain
from assistant.summaries.summary import Heading, Length, Origin, Point, Style, Summary
from assistant.tasks.summarise import SummaryGrew, key_sentences
from assistant.terminal.answering import printable
from assistant.terminal.asking import print_json
from assistant.terminal.running import StatusLine, run_to_end
from assistant.terminal.unlocking import key_for

_MINUTE = 60
_NOTHING = "There is nothing of this kind in the document."
_ORIGINS = {Origin.EXTRACTED: "word for word", Origin.UNSURE: "only names and numbers were checked"}


def run_summarize(options: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    if options.language and options.language not in LANGUAGE_NAMES:
        raise ThimbleError(
            QT_TRANSLATE_NOOP("errors", "“{language}” is no language Thimble can write. Choose one of {languages}."),
            language=options.language,
            languages=", ".join(LANGUAGE_NAMES),
        )
    status = StatusLine(enabled=sys.stderr.isatty() and not options.json)
    document = _document(options.files, status)
    digest = Digest(document)
    style, length = Style(options.style), Length(options.length)
    if options.extractive:
        started = time.monotonic()
        summary = msgspec.structs.replace(key_sentences(digest, style, length), seconds=time.monotonic() - started)
        _print(summary, digest, options)
        return 0
    return _with_model(options, digest, status)


def _with_model(options: argparse.Namespace, digest: Digest, status: StatusLine) -> int:
    app = composition.build(options.data_dir, key=key_for(find_paths(options.data_dir)))
    try:
        for notice in app.notices:
            print(notice.sentence, file=sys.stderr)
        model = app.library.find(options.model or app.settings.current.model)
        job = app.summary_job(
            digest,
            style=Style(options.style),
            length=Length(options.length),
            model=model,
            language=options.language,
        )
        shown: list[Summary] = []
        ends: list[Event] = []

        def deliver(_: int, event: Event) -> None:
            match event:
                case Progress(Stage.STARTING, fraction):
                    status.show(f"Starting the model … {fraction:.0%}")
                case SummaryGrew(summary, _, left):
                    shown[:] = [summary]
                    status.show(_progress(summary, left))
                case Finished() | Cancelled() | Failed():
                    ends.append(event)

        run_to_end(job, deliver)
        status.clear()
        if shown:
            _print(shown[0], digest, options)
        match ends[-1]:
            case Failed(error):
                raise error
            case Cancelled():
                return 130
        return 0
    finally:
        app.close()


def _progress(summary: Summary, left: float | None) -> str:
    done = f"{summary.parts_covered} of {summary.parts_total} sections"
    if left is None:
        return done
    return f"{done}, {round(left / _MINUTE)} min left" if left > 2 * _MINUTE else f"{done}, {round(left)} s left"


def _document(files: list[Path], status: StatusLine) -> Document:
    """Read what the command line names.

    Raises:
        DocumentError: It can't be read.
    """
    if not files or files == [Path("-")]:
        if not files and sys.stdin.isatty():
            raise DocumentError(
                QT_TRANSLATE_NOOP(
                    "errors", "There is nothing to summarise. Name a file behind “summarize”, or use a pipe."
                )
            )
        with tempfile.TemporaryDirectory(prefix="thimble-") as folder:
            piped = Path(folder) / "standard input"
            with piped.open("wb") as file:
                while piece := sys.stdin.buffer.read(1_000_000):
                    file.write(piece)
            return _read([piped], status)
    return _read(files, status)


def _read(files: list[Path], status: StatusLine) -> Document:
    found: list[Document] = []

    def progress(event: ReadingProgress) -> None:
        status.show(f"Reading {event.file} …" + (f" {event.done} of {event.total}" if event.total else ""))

    def steps(cancel: CancelToken) -> Iterator[Event]:
        found.append(Reader().read(files[0] if len(files) == 1 else files, on_progress=progress, cancel=cancel))
        yield Cancelled()

    failures: list[ThimbleError] = []

    def deliver(_: int, event: Event) -> None:
        if isinstance(event, Failed):
            failures.append(event.error)

    run_to_end(Job(steps), deliver)
    status.clear()
    if failures:
        raise failures[0]
    if not found:
        raise KeyboardInterrupt
    for note in found[0].notes:
        print(_note(note), file=sys.stderr)
    return found[0]


def _note(note: Note) -> str:
    match note.kind:
        case NoteKind.PAGES_WITHOUT_TEXT:
            return f"Pages without text, which could not be read: {note.number}."
        case NoteKind.DAMAGED:
            return "The document is damaged; the rest of it could not be read."
        case _:
            return f"Left out: {printable(note.text)}."


def _print(summary: Summary, digest: Digest, options: argparse.Namespace) -> None:
    if options.json:
        print_json(_json(summary))
        return
    print(printable(_shown(summary, sources=options.sources)))
    for line in _remarks(summary, digest):
        print(line, file=sys.stderr)


def _shown(summary: Summary, *, sources: bool) -> str:
    if not sources:
        return plain(summary, _NOTHING)
    lines: list[str] = []
    for heading in summary.outline or (Heading("", 1, 0, summary.points),):
        if heading.text:
            lines.append(heading.text)
        for point in heading.points:
            lines += [f"- {' '.join(part for part in (point.question, point.text) if part)}", f"  {_origin(point)}"]
    return "\n".join(lines) or _NOTHING


def _origin(point: Point) -> str:
    where = "; ".join(dict.fromkeys(place_words(source.place) for source in point.sources))
    return f"[{', '.join(part for part in (where, _ORIGINS.get(point.origin, '')) if part)}]"


def _remarks(summary: Summary, digest: Digest) -> list[str]:
    covered = f"Covers {summary.parts_covered} of {summary.parts_total} sections."
    if summary.declined:
        language = LANGUAGE_NAMES.get(digest.language, "this language")
        return [f"The model can't write {language}, so these are key sentences, word for word. {covered}"]
    if not summary.model:
        return [f"Key sentences, word for word. {covered}"]
    written = sum(point.origin is not Origin.EXTRACTED for point in summary.points)
    return [
        f"{covered} {written} of {len(summary.points)} points written by {summary.model}, the others word for word."
    ]


def _json(summary: Summary) -> dict[str, object]:
    return {
        "title": summary.title,
        "summary": plain(summary),
        "style": summary.style,
        "length": summary.length,
        "language": summary.language,
        "points": [
            {
                "text": point.text,
                "tier": point.origin,
                **({"question": point.question} if point.question else {}),
                "sources": [
                    {"place": place_words(source.place), "text": source.text, **msgspec.structs.asdict(source.place)}
                    for source in point.sources
                ],
            }
            for point in summary.points
        ],
        "sections_total": summary.parts_total,
        "sections_covered": summary.parts_covered,
        "finished": summary.finished,
        "model": summary.model,
        "seconds": round(summary.seconds, 3),
        "prompt_tokens": summary.prompt_tokens,
        "answer_tokens": summary.answer_tokens,
    }


def place_words(place: Place) -> str:
    """Return a place as people would say it: "page 3, “Results”, paragraph 2"."""
    words = [place.file] if place.file else []
    if place.page:
        words.append(f"page {place.page}")
    if place.heading:
        words.append(f"“{place.heading}”")
    if place.paragraph:
        words.append(f"paragraph {place.paragraph}")
    return ", ".join(words)
