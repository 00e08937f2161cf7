"""The command line: its grammar, and which command runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.about import version
from assistant.errors import ThimbleError

EXIT_DONE = 0
EXIT_FAILED = 1
EXIT_CANCELLED = 130


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the command line; `command` is None when the window is wanted.

    Raises:
        SystemExit: With code 2 after a usage error, with 0 after --help and --version.
    """
    return _parser().parse_args(arguments)


def run(options: argparse.Namespace) -> int:
    """Run a terminal command and return the exit code: 0 done, 1 a sentence on stderr, 130 cancelled."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that lacks a character shows a question mark instead of ending the program.
            stream.reconfigure(errors="replace")
    try:
        code = _command(options)
        sys.stdout.flush()
    except ThimbleError as error:
        print(error.sentence, file=sys.stderr)
        return EXIT_FAILED
    except KeyboardInterrupt:
        return EXIT_CANCELLED
    except BrokenPipeError:
        # The reader of the output went away (`| head`); what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FAILED
    return code


def _command(options: argparse.Namespace) -> int:
    match options.command:
        case "chat":
            from assistant.terminal.chat import run_chat

            return run_chat(options)
        case "history" if options.action in ("check", "backup", "restore"):
            from assistant.terminal.safety import run_safety

            return run_safety(options)
        case "history":
            from assistant.terminal.history import run_history

            return run_history(options)
        case "models" if options.action == "tune":
            from assistant.terminal.tune import run_tune

            return run_tune(options)
        case "move":
            from assistant.terminal.move import run_move

            return run_move(options)
        case "bench":
            from assistant.terminal.bench import run_bench

            return run_bench(options)
        case "models":
            from assistant.terminal.models import run_models

            return run_models(options)
        case _:
            from assistant.terminal.doctor import run_doctor

            return run_doctor(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="thimble",
        description="Thimble, a private desktop assistant. Without a command it opens its window.",
        epilog="Nothing you type or read here leaves this computer.",
    )
    parser.add_argument("--version", action="version", version=f"Thimble {version()}")
    _add_data_dir(parser, default=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    chat = commands.add_parser(
        "chat",
        help="ask a question, or have a conversation",
        description="Ask one question, or have a conversation when no PROMPT is given. A pipe is read too: "
        "`thimble chat < question.txt`, or `thimble chat 'Explain this:' - < notes.txt`.",
    )
    chat.add_argument("prompt", metavar="PROMPT", nargs="?", help="the question; without it a conversation begins")
    chat.add_argument("also_stdin", metavar="-", nargs="?", choices=["-"], help="add the piped text to PROMPT")
    chat.add_argument("--model", metavar="ID|PATH", default="", help="a model's id (see doctor) or a GGUF file")
    chat.add_argument("--system", metavar="TEXT", help="instructions for the model; '' for the model's own")
    chat.add_argument("--seed", metavar="N", type=_number(0, 2**32 - 2), help="the same answer each time")
    chat.add_argument("--max-tokens", metavar="N", type=_number(1, 32_768), help="longest answer, in tokens")
    chat.add_argument("--json", action="store_true", help="one JSON object instead of the text")
    _add_data_dir(chat)

    history = commands.add_parser("history", help="list, show, check, back up and restore conversations")
    actions = history.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list conversations, newest first")
    listing.add_argument("--json", action="store_true", help="JSON instead of a table")
    _add_data_dir(listing)
    show = actions.add_parser("show", help="show one conversation")
    show.add_argument("id", metavar="ID", type=_number(1, 2**63 - 1), help="the conversation's number in the list")
    show.add_argument("--json", action="store_true", help="JSON instead of text")
    _add_data_dir(show)
    _add_safety(actions)

    _add_models(commands)

    _add_move(commands)

    bench = commands.add_parser(
        "bench",
        help="measure how fast a model is on this computer",
        description="Measure how many tokens a second an installed model reads and answers, with each number of "
        "threads, for one answer and for eight at once. Other programs at work make it slower.",
    )
    bench.add_argument("--model", metavar="ID|PATH", default="", help="a model's id (see models list) or a GGUF file")
    bench.add_argument("--json", action="store_true", help="JSON instead of a table")
    _add_data_dir(bench)

    doctor = commands.add_parser("doctor", help="show what this computer and this installation can do")
    doctor.add_argument("--json", action="store_true", help="JSON instead of text")
    _add_data_dir(doctor)
    return parser


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
        _add_data_dir(action)


def _add_models(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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
        _add_data_dir(action)


def _add_move(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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
        _add_data_dir(action)


def _add_data_dir(parser: argparse.ArgumentParser, *, default: object = argparse.SUPPRESS) -> None:
    # Suppressed defaults let the option stand before or behind the command.
    parser.add_argument("--data-dir", metavar="DIR", type=Path, default=default, help="keep everything in this folder")


class _number:  # noqa: N801 - reads like argparse's own types
    """A whole number within limits, as an argparse type."""

    def __init__(self, least: int, most: int) -> None:
        self._least, self._most = least, most

    def __call__(self, text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from None
        if not self._least <= number <= self._most:
            raise argparse.ArgumentTypeError(f"{number} is not between {self._least} and {self._most}")
        return number
