"""`thimble history`: everything about conversations."""

from __future__ import annotations

import argparse
from pathlib import Path

from assistant.terminal.grammar.types import add_data_dir, day, number


def add_history(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `history` with its actions."""
    history = commands.add_parser("history", help="list, show, search, move and look after conversations")
    actions = history.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list conversations, newest first")
    listing.add_argument("--archived", action="store_true", help="only the archive, which is left out otherwise")
    listing.add_argument("--folder", metavar="NAME", help="only the conversations in this folder")
    listing.add_argument("--json", action="store_true", help="JSON instead of a table")
    add_data_dir(listing)
    show = actions.add_parser("show", help="show one conversation")
    show.add_argument("id", metavar="ID", type=number(1, 2**63 - 1), help="the conversation's number in the list")
    show.add_argument("--json", action="store_true", help="JSON instead of text")
    add_data_dir(show)
    _add_search(actions)
    _add_exchange(actions)
    _add_safety(actions)


def _add_search(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    search = actions.add_parser(
        "search",
        help="find messages and titles",
        description="Find the messages and titles with all words of QUERY. Quoted words have to follow one another, "
        "and the last word may go on. Case and accents make no difference.",
    )
    search.add_argument("query", metavar="QUERY", help="the words")
    search.add_argument("--conversation", metavar="ID", type=number(1, 2**63 - 1), help="only in this conversation")
    search.add_argument("--role", choices=["user", "assistant"], help="only your messages, or only answers")
    search.add_argument("--kind", choices=["chat", "summary", "translation"], help="only conversations of this kind")
    search.add_argument("--since", metavar="DATE", type=day, help="only from this day on, such as 2026-11-25")
    search.add_argument("--until", metavar="DATE", type=day, help="only up to this day")
    search.add_argument("--newest", action="store_true", help="the newest first instead of the best")
    search.add_argument("--no-archived", action="store_true", help="leave archived conversations out")
    search.add_argument("--limit", metavar="N", type=number(1, 1_000), default=20, help="at most so many messages")
    search.add_argument("--json", action="store_true", help="JSON instead of text")
    add_data_dir(search)


def _add_exchange(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    exporting = actions.add_parser(
        "export",
        help="write conversations to a file",
        description="Write conversations to a file, or to standard output: those named, those in a folder, or all. "
        "JSON holds everything and can be imported again; the others hold what is shown.",
    )
    exporting.add_argument("ids", metavar="ID", nargs="*", type=number(1, 2**63 - 1), help="numbers in the list")
    exporting.add_argument(
        "--format",
        choices=["markdown", "html", "text", "pdf", "json"],
        help="without it what FILE's name ends in says, else Markdown",
    )
    exporting.add_argument("--output", metavar="FILE", type=Path, help="the file; one that is there is replaced")
    exporting.add_argument("--folder", metavar="NAME", help="the conversations in this folder")
    importing = actions.add_parser(
        "import",
        help="add conversations from files",
        description="Add the conversations in files, folders and zip archives: Thimble's own JSON and what ChatGPT, "
        "GPT4All, Jan, Open WebUI and LM Studio keep or export. Importing twice makes no duplicates.",
    )
    importing.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a file, an archive or a folder")
    for action in (exporting, importing):
        action.add_argument("--json", action="store_true", help="the result as JSON")
        add_data_dir(action)


def _add_safety(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = actions.add_parser(
        "check",
        help="look for damage, and repair it after asking",
        description="Read all of the file with the conversations and of its backups. A damaged file is kept under "
        "another name; what can still be read of it goes into a new one, together with the newest backup.",
    )
    backup = actions.add_parser("backup", help="make a backup now")
    backup.add_argument(
        "folder", metavar="FOLDER", nargs="?", type=Path, help="where; among the daily backups if not given"
    )
    restore = actions.add_parser(
        "restore",
        help="list the backups, or restore one after asking",
        description="Without BACKUP, list the backups. With it, put the backup in the place of your conversations; "
        "what is there now is backed up first. With --to, make a new file of it and change nothing else.",
    )
    restore.add_argument("backup", metavar="BACKUP", nargs="?", help="its number in the list, or a file")
    restore.add_argument("--to", metavar="FILE", type=Path, help="make this new file instead")
    for asking in (check, restore):
        asking.add_argument("--yes", action="store_true", help="don't ask")
    for action in (check, backup, restore):
        action.add_argument("--json", action="store_true", help="JSON instead of text")
        add_data_dir(action)
