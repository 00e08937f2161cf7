"""`thimble models`."""

from __future__ import annotations

import argparse
from pathlib import Path

from assistant.terminal.grammar.types import add_data_dir


def add_models(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `models` with its actions."""
    models = commands.add_parser("models", help="list, fetch, import, remove and tune models")
    actions = models.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list the installed models and those that can be fetched")
    info = actions.add_parser("info", help="show what is known about a model")
    info.add_argument("id", metavar="ID|PATH", help="a model's id in the list, or a model file")
    importing = actions.add_parser("import", help="add a model file")
    importing.add_argument("path", metavar="PATH", type=Path, help="the file; of a split model any part")
    importing.add_argument("--in-place", action="store_true", help="use it where it is instead of copying it")
    download = actions.add_parser(
        "download",
        help="fetch a model of the list",
        description="Fetch a model of the list, after asking. This is the only command that opens a connection. Ctrl+C "
        "pauses it; the same command goes on.",
    )
    download.add_argument("id", metavar="ID", help="its id in the list")
    remove = actions.add_parser("remove", help="remove an installed model, after asking")
    remove.add_argument("id", metavar="ID", help="its id in the list")
    tune = actions.add_parser(
        "tune",
        help="make a model faster on this computer, after asking",
        description="Convert a model to formats that this computer is fast with, and compare. The original stays.",
    )
    tune.add_argument("id", metavar="ID|PATH", help="a model's id in the list, or a model file")
    for asking in (download, remove, tune):
        asking.add_argument("--yes", action="store_true", help="don't ask")
    for action in (listing, info, importing, download, remove, tune):
        action.add_argument("--json", action="store_true", help="JSON instead of text")
        add_data_dir(action)
