"""`thimble move`."""

from __future__ import annotations

import argparse
from pathlib import Path

from assistant.terminal.grammar.types import add_data_dir


def add_move(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `move` with its actions."""
    move = commands.add_parser("move", help="take everything to another computer, or beside the program")
    actions = move.add_subparsers(dest="action", metavar="ACTION", required=True)
    out = actions.add_parser(
        "out",
        help="copy everything into one file",
        description="Copy conversations and settings, and models if wanted, into one file: a zip archive. Protected "
        "conversations stay encrypted in it. Backups and models outside the models folder are left out.",
    )
    out.add_argument("file", metavar="FILE", type=Path, help="the file to be made; one that exists is not overwritten")
    arriving = actions.add_parser(
        "in",
        help="take in such a file",
        description="Take in what “move out” has made. Conversations that are here are never overwritten: where there "
        "are some, nothing is done.",
    )
    arriving.add_argument("file", metavar="FILE", type=Path, help="a file made by “move out”")
    portable = actions.add_parser(
        "portable",
        help="keep all data beside the program",
        description="Copy the data into the folder thimble-data beside the program, where it is used from the next "
        "start on: program and data then move together, on a memory stick for example.",
    )
    for action in (out, portable):
        action.add_argument("--models", action="store_true", help="take the model files along")
    for action in (out, arriving, portable):
        action.add_argument("--json", action="store_true", help="JSON instead of text")
        add_data_dir(action)
