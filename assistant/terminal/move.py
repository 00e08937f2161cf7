"""`thimble move`: everything in one file for another computer, and back; and all data beside the program."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from assistant.errors import Bytes
from assistant.moving.arrival import move_in
from assistant.moving.bundle import Manifest, move_out
from assistant.moving.portable import set_up_portable
from assistant.paths import Paths, find_paths
from assistant.terminal.asking import print_json
from assistant.terminal.running import StatusLine
from assistant.terminal.unlocking import key_for


def run_move(options: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    paths = find_paths(options.data_dir)
    status = StatusLine(enabled=sys.stderr.isatty())
    try:
        match options.action:
            case "out":
                _out(paths, options, status)
            case "in":
                _in(paths, options, status)
            case _:
                _portable(paths, options, status)
    finally:
        status.clear()
    return 0


def _out(paths: Paths, options: argparse.Namespace, status: StatusLine) -> None:
    key = key_for(paths)
    manifest = move_out(
        paths, options.file, key=key, models=options.models, report=lambda share: status.show(f"{share:.0%}")
    )
    status.clear()
    if options.json:
        print_json(_facts(manifest, options.file))
        return
    print(f"Everything is in {options.file}: {_words(manifest)}.")
    if manifest.protected:
        print("The conversations in it stay encrypted; the same passphrase opens them on the other computer.")
    else:
        print("Whoever has this file can read the conversations in it.")


def _in(paths: Paths, options: argparse.Namespace, status: StatusLine) -> None:
    manifest = move_in(options.file, paths, report=lambda share: status.show(f"{share:.0%}"))
    status.clear()
    if options.json:
        print_json(_facts(manifest, options.file))
        return
    print(f"Here now, in {paths.data}: {_words(manifest)}.")
    if manifest.protected:
        print("The conversations are protected by the passphrase they had on the other computer.")


def _portable(paths: Paths, options: argparse.Namespace, status: StatusLine) -> None:
    folder = set_up_portable(
        paths, key=key_for(paths), models=options.models, report=lambda share: status.show(f"{share:.0%}")
    )
    status.clear()
    if options.json:
        print_json({"folder": str(folder), "before": str(paths.data)})
        return
    print(f"From its next start on Thimble keeps its data beside the program, in {folder}.")
    print(f"What is in {paths.data} was copied and stays there; remove it when you no longer need it.")


def _facts(manifest: Manifest, file: Path) -> dict[str, object]:
    return {
        "file": str(file),
        "conversations": manifest.conversations,
        "models": manifest.models,
        "bytes": manifest.size,
        "protected": manifest.protected,
    }


def _words(manifest: Manifest) -> str:
    conversations = "1 conversation" if manifest.conversations == 1 else f"{manifest.conversations} conversations"
    models = {0: "no models", 1: "1 model file"}.get(manifest.models, f"{manifest.models} model files")
    return f"{conversations}, the settings and {models}, {Bytes(manifest.size)}"
