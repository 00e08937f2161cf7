"""`thimble models`: the models on this computer, and those that can be fetched."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from assistant.errors import QT_TRANSLATE_NOOP, Bytes, ModelError
from assistant.events import Cancelled, Connecting, Event, Failed, Installed, Transfer, Transferred, Waiting
from assistant.jobs import Job
from assistant.models.catalogue import CatalogueEntry
from assistant.models.library import InstalledModel, Model
from assistant.models.manager import ModelManager
from assistant.paths import find_paths
from assistant.settings import SettingsFile
from assistant.terminal.answering import printable
from assistant.terminal.asking import agreed, print_json
from assistant.terminal.model_facts import entry_facts, model_facts
from assistant.terminal.running import StatusLine, run_to_end

_TRANSFERS = {
    Transfer.DOWNLOADING: "Fetching",
    Transfer.COPYING: "Copying",
    Transfer.CHECKING: "Checking what is here",
}
_CANCELLED = 130


def run_models(options: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    paths = find_paths(options.data_dir)
    settings = SettingsFile(paths.settings)
    for notice in settings.notices:
        print(notice.sentence, file=sys.stderr)
    models = ModelManager(paths.models, settings)
    match options.action:
        case "list":
            return _list(models, as_json=options.json)
        case "info":
            return _info(models, options.id, as_json=options.json)
        case "import":
            return _bring(models, models.import_job(options.path, in_place=options.in_place), as_json=options.json)
        case "download":
            return _download(models, options.id, ask=not options.yes, as_json=options.json)
        case _:
            return _remove(models, options.id, ask=not options.yes, as_json=options.json)


def _list(models: ModelManager, *, as_json: bool) -> int:
    installed = models.installed()
    here = {one.entry.id for one in installed if one.entry is not None}
    offered = [entry for entry in models.catalogue if entry.id not in here and not entry.built_in]
    if as_json:
        report = {
            "installed": [model_facts(one, models.advice(one)) for one in installed],
            "available": [entry_facts(entry, models.advice(entry)) for entry in offered],
        }
        print_json(report)
        return 0
    print("Installed")
    _print_table([_row(one.model.id, one.model.size, one.licence, _remark(models, one)) for one in installed])
    print("\nTo be fetched with: thimble models download ID")
    _print_table([_row(one.id, one.bytes, one.licence, models.advice(one).reason.sentence) for one in offered])
    return 0


def _info(models: ModelManager, wanted: str, *, as_json: bool) -> int:
    entry = models.catalogue.find(wanted)
    try:
        found = models.library.look_at(models.library.find(wanted))
    except ModelError:
        if entry is None:
            raise
        facts = entry_facts(entry, models.advice(entry))
    else:
        facts = model_facts(found, models.advice(found))
    if as_json:
        print_json(facts)
        return 0
    shown = {name.replace("_", " "): _shown(name, value) for name, value in facts.items()}
    width = max(len(name) for name, text in shown.items() if text)
    for name, text in shown.items():
        if text:
            print(f"{name:<{width}}  {printable(text)}")
    return 0


def _download(models: ModelManager, wanted: str, *, ask: bool, as_json: bool) -> int:
    entry = models.catalogue.find(wanted)
    if entry is None or entry.built_in:
        raise ModelError(
            QT_TRANSLATE_NOOP("errors", "There is no model “{name}” to be fetched. “models list” shows their names."),
            name=wanted,
        )
    _print_offer(models, entry)
    if ask and not agreed(f"Fetch it from {entry.host}?"):
        return _CANCELLED
    code = _bring(models, models.download_job(entry), as_json=as_json)
    if code == _CANCELLED:
        print("Paused. What has come is kept; the same command goes on.", file=sys.stderr)
    return code


def _print_offer(models: ModelManager, entry: CatalogueEntry) -> None:
    terms = f" ({entry.licence_terms})" if entry.licence_terms else ""
    here = models.downloaded_bytes(entry)
    lines = [
        entry.name,
        f"  from     {entry.host}",
        f"  size     {Bytes(entry.bytes)}" + (f", {Bytes(here)} of it is here" if here else ""),
        f"  licence  {entry.licence}{terms}",
        f"  here     {models.advice(entry).reason.sentence}",
    ]
    if entry.note:
        lines.append(f"  note     {entry.note}")
    print("\n".join(lines), file=sys.stderr)


def _remove(models: ModelManager, wanted: str, *, ask: bool, as_json: bool) -> int:
    model = _installed(models, wanted)
    if not model.built_in and ask:
        what = "Forget the file" if model.in_place else f"Delete {Bytes(model.size)}:"
        if not agreed(f"{what} {printable(str(model.path))}?"):
            return _CANCELLED
    removed = models.remove(model)
    models.empty_trash(removed)
    if as_json:
        print_json({"id": model.id, "path": str(model.path), "deleted": not model.in_place})
    else:
        print(
            f"{printable(model.name)} is removed." if not model.in_place else f"{printable(model.name)} is forgotten."
        )
    return 0


def _installed(models: ModelManager, wanted: str) -> Model:
    """Return the installed model with this id, a broken one too; a path alone names no installed model."""
    for one in models.installed(cached_only=True):
        if one.model.id == wanted.casefold() or (one.entry is not None and one.entry.id == wanted.casefold()):
            return one.model
    found = models.library.find(wanted)
    if found.path not in [model.path for model in models.library.models()]:
        raise ModelError(
            QT_TRANSLATE_NOOP("errors", "The file {file} is not one of Thimble's models, so it is left alone."),
            file=found.path.name,
        )
    return found


def _bring(models: ModelManager, job: Job, *, as_json: bool) -> int:
    """Run an import or a download to its end and say what came of it."""
    final: list[Event] = []
    status = StatusLine(enabled=sys.stderr.isatty())
    talking = sys.stderr.isatty()

    def deliver(_: int, event: Event) -> None:
        match event:
            case Connecting(host, proxy):
                status.clear()
                print(f"Connecting to {host}" + (f" through {proxy}" if proxy else ""), file=sys.stderr)
            case Transferred(transfer, done, total, rate):
                speed = f", {Bytes(int(rate))} a second" if rate else ""
                status.show(f"{_TRANSFERS[transfer]} … {done / max(1, total):.0%} of {Bytes(total)}{speed}")
            case Waiting(reason, seconds):
                status.clear()
                if talking:
                    print(f"{reason.sentence} Trying again in {seconds:.0f} s.", file=sys.stderr)
            case _:
                final.append(event)

    run_to_end(job, deliver)
    status.clear()
    match final[-1]:
        case Failed(error):
            raise error
        case Cancelled():
            return _CANCELLED
        case Installed() as event:
            model = models.finish_import(event)
            found = models.library.look_at(model)
            if as_json:
                print_json(model_facts(found, models.advice(found)))
            else:
                print(f"{printable(model.name)} is installed. Use it with: thimble chat --model {model.id}")
    return 0


def _remark(models: ModelManager, one: InstalledModel) -> str:
    return one.problem.sentence if one.problem is not None else models.advice(one).reason.sentence


def _row(model_id: str, size: int, licence: str, remark: str) -> tuple[str, str, str, str]:
    return printable(model_id), str(Bytes(size)), printable(licence) or "–", printable(remark)


def _print_table(rows: list[tuple[str, str, str, str]]) -> None:
    if not rows:
        print("  none")
        return
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for model_id, size, licence, remark in rows:
        print(f"  {model_id:<{widths[0]}}  {size:>{widths[1]}}  {licence:<{widths[2]}}  {remark}")


def _shown(name: str, value: object) -> str:
    match value:
        case bool():
            return "yes" if value else ""
        case int() if name in ("bytes", "memory_bytes"):
            return str(Bytes(value))
        case int():
            return f"{value:,}" if value else ""
        case list() | tuple():
            return ", ".join(map(str, value))
        case dict():
            return ", ".join(f"{key} {part}" for key, part in value.items())
        case Path() | str() | float():
            return str(value)
        case _:
            return ""
