"""`thimble history export` and `thimble history import`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

import msgspec

from assistant.errors import QT_TRANSLATE_NOOP, ThimbleError
from assistant.events import Event, Exchanging, Exported, Failed, TakenIn
from assistant.exchange.exporting import ENDINGS, Format, PdfWriter, Selection, export_file, export_stream
from assistant.exchange.importing import import_files
from assistant.jobs import CancelToken, Job
from assistant.paths import Paths, find_paths
from assistant.store import Store
from assistant.terminal.answering import printable
from assistant.terminal.asking import print_json
from assistant.terminal.running import StatusLine, run_to_end

_FAILED = 1
_CANCELLED = 130


def run_export(options: argparse.Namespace, write_pdf: PdfWriter) -> int:
    """Write conversations to a file, or to standard output, and return the exit code."""
    paths = find_paths(options.data_dir)
    output: Path | None = options.output
    format_ = Format(options.format) if options.format else _format_of(output)
    with Store.open(paths.conversations, read_only=True) as store:
        selection = _selection(store, options.ids, options.folder)
        if output is None:
            if format_ is Format.PDF:
                raise ThimbleError(
                    QT_TRANSLATE_NOOP("errors", "A PDF needs a file of its own. Name one with --output FILE.")
                )
            for _ in export_stream(store, selection, format_=format_, stream=sys.stdout.buffer, cancel=CancelToken()):
                pass
            return 0
    exporting = export_file(
        lambda: Store.open(paths.conversations, read_only=True),
        selection,
        format_=format_,
        path=output,
        cancel=CancelToken(),
        write_pdf=write_pdf,
    )
    # On this thread, as Qt must be started on the first one; Ctrl+C ends it wherever it is.
    done = _followed(exporting, "Exporting")
    if options.json:
        print_json({"path": done.path, "conversations": done.conversations, "messages": done.messages})
    else:
        number = _number(done.conversations, "conversation", "conversations")
        print(f"Exported {number} to {printable(done.path)}.", file=sys.stderr)
    return 0


def run_import(options: argparse.Namespace) -> int:
    """Import conversations from files and return the exit code."""
    paths = find_paths(options.data_dir)
    with Store.open(paths.conversations) as store:
        # Here a damaged store is recovered; the import itself opens it on its own thread.
        for notice in store.notices:
            print(notice.sentence, file=sys.stderr)
    result = _imported(paths, options.files)
    if options.json:
        report = msgspec.to_builtins(msgspec.structs.replace(result, failure=None))
        report.pop("type", None)
        report["failure"] = result.failure.sentence if result.failure is not None else None
        print_json(report)
    else:
        print("\n".join(sentences(result)))
    if result.cancelled:
        return _CANCELLED
    nothing = not (result.new or result.grown or result.known)
    return _FAILED if result.failure is not None or (nothing and (result.foreign or result.unreadable)) else 0


def sentences(result: TakenIn) -> list[str]:
    """Return what an import brought and what it could not bring, in English."""
    found: list[str] = []
    if result.new:
        found.append(f"{_number(result.new, 'conversation was', 'conversations were')} imported.")
    if result.grown:
        found.append(f"{_number(result.grown, 'conversation', 'conversations')} got new messages.")
    if result.known:
        found.append(f"{_number(result.known, 'conversation was', 'conversations were')} here already.")
    if not found:
        found.append("Nothing was imported.")
    if result.left_out:
        found.append(
            f"{_number(result.left_out, 'picture, file or note of a tool', 'pictures, files or notes of tools')} "
            "could not be taken over."
        )
    if result.unreadable:
        found.append(f"{_number(result.unreadable, 'damaged piece was', 'damaged pieces were')} passed over.")
    if result.foreign:
        found.append(f"No conversations were found in {printable(', '.join(result.foreign))}.")
    if result.failure is not None:
        found.append(result.failure.sentence)
    if result.cancelled:
        found.append("It was stopped early; importing again brings the rest.")
    return found


def _imported(paths: Paths, files: list[Path]) -> TakenIn:
    line = StatusLine(enabled=sys.stderr.isatty())
    ended: list[Event] = []

    def deliver(_: int, event: Event) -> None:
        if isinstance(event, Exchanging):
            line.show(f"Importing: {event.fraction:.0%}, {event.done} conversations")
        else:
            ended.append(event)

    run_to_end(Job(lambda cancel: import_files(lambda: Store.beside(paths.conversations), files, cancel)), deliver)
    line.clear()
    match ended[-1]:
        case TakenIn() as result:
            return result
        case Failed(error):
            raise error
        case _:
            # Cancelled before it began.
            return TakenIn(cancelled=True)


def _followed(events: Iterable[Event], words: str) -> Exported:
    line = StatusLine(enabled=sys.stderr.isatty())
    try:
        for event in events:
            if isinstance(event, Exchanging):
                line.show(f"{words}: {event.fraction:.0%}")
            if isinstance(event, Exported):
                return event
    finally:
        line.clear()
    raise RuntimeError("the export ended without a result")


def _selection(store: Store, ids: list[int], folder: str | None) -> Selection:
    known = set(store.conversation_ids())
    for id_ in ids:
        if id_ not in known:
            raise ThimbleError(
                QT_TRANSLATE_NOOP("errors", "There is no conversation {number}. “history list” shows their numbers."),
                number=id_,
            )
    if folder is None:
        return Selection(tuple(ids)) if ids else Selection()
    folders = [one for one in store.folders() if one.name == folder]
    if not folders:
        raise ThimbleError(
            QT_TRANSLATE_NOOP("errors", "There is no folder called “{name}”. Check how it is written."), name=folder
        )
    # Two folders may have the same name.
    within = [id_ for one in folders for id_ in store.conversation_ids(one.id)]
    return Selection(tuple(dict.fromkeys([*ids, *within])))


def _format_of(output: Path | None) -> Format:
    ending = output.suffix.casefold() if output is not None else ""
    return next((format_ for format_, one in ENDINGS.items() if one == ending), Format.MARKDOWN)


def _number(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
