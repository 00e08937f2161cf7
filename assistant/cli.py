"""The command line: its grammar, and which command runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from assistant.about import version
from assistant.errors import ThimbleError
from assistant.summaries.summary import Length, Style

EXIT_DONE = 0
EXIT_FAILED = 1
EXIT_CANCELLED = 130
COMMANDS = frozenset({"chat", "history", "summarize", "models", "bench", "doctor"})
"""Words that are commands, also where a file has such a name; `./chat` is the file."""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the command line; `command` is None when the window is wanted, `documents` what it is to open.

    Raises:
        SystemExit: With code 2 after a usage error, with 0 after --help and --version.
    """
    first = _first_word(arguments)
    if first is not None and _is_document(first):
        return _window_parser().parse_args(arguments)
    options = _parser().parse_args(arguments)
    options.documents = []
    return options


def _first_word(arguments: Sequence[str]) -> str | None:
    """Return what stands where a command would."""
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument == "--data-dir":
            skip = True
        elif not argument.startswith("-"):
            return argument
    return None


def _is_document(word: str) -> bool:
    """Tell whether a word is a file for the window rather than a command: so file managers name what they open.

    One that is gone meanwhile is told in the window, where it is looked for.
    """
    if word in COMMANDS:
        return False
    return any(sign in word for sign in (os.sep, os.altsep or os.sep, ".")) or Path(word).exists()


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="thimble", description="Open documents in the window and summarise them.")
    parser.add_argument("documents", metavar="FILE", nargs="+", type=Path, help="a document or folder")
    _add_data_dir(parser, default=None)
    parser.set_defaults(command=None)
    return parser


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
        case "history" if options.action == "search":
            from assistant.terminal.search import run_search

            return run_search(options)
        case "history":
            from assistant.terminal.history import run_history

            return run_history(options)
        case "summarize":
            from assistant.terminal.summarize import run_summarize

            return run_summarize(options)
        case "models" if options.action == "tune":
            from assistant.terminal.tune import run_tune

            return run_tune(options)
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
        description="Thimble, a private desktop assistant. Without a command it opens its window; with the name of a "
        "document or folder in its place, it summarises that there.",
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

    history = commands.add_parser("history", help="list, show or search kept conversations")
    actions = history.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list conversations, newest first")
    listing.add_argument("--json", action="store_true", help="JSON instead of a table")
    _add_data_dir(listing)
    show = actions.add_parser("show", help="show one conversation")
    show.add_argument("id", metavar="ID", type=_number(1, 2**63 - 1), help="the conversation's number in the list")
    show.add_argument("--json", action="store_true", help="JSON instead of text")
    _add_data_dir(show)
    _add_search(actions)

    _add_summarize(commands)
    _add_models(commands)

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


def _add_summarize(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    summarize = commands.add_parser(
        "summarize",
        help="summarise a document, whole",
        description="Summarise a document: PDF, Word, OpenDocument, PowerPoint, EPUB, web page, e-mail, RTF, CSV, "
        "subtitles or text. Several files, or a folder, are read as one document. Without FILE, or with -, standard "
        "input is read. Ctrl+C shows what there is so far.",
    )
    summarize.add_argument("files", metavar="FILE", nargs="*", type=Path, help="a document or folder; - for a pipe")
    summarize.add_argument(
        "--style", choices=[style.value for style in Style], default=Style.KEY_POINTS.value, help="what it looks like"
    )
    summarize.add_argument(
        "--length", choices=[length.value for length in Length], default=Length.MEDIUM.value, help="how long it is"
    )
    summarize.add_argument("--language", metavar="XX", default="", help="code of the language to write in (en, de …)")
    summarize.add_argument("--extractive", action="store_true", help="key sentences word for word, without a model")
    summarize.add_argument("--model", metavar="ID|PATH", default="", help="a model's id (see doctor) or a GGUF file")
    summarize.add_argument("--sources", action="store_true", help="show where each point comes from")
    summarize.add_argument("--json", action="store_true", help="one JSON object instead of the text")
    _add_data_dir(summarize)


def _add_search(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    search = actions.add_parser(
        "search",
        help="find messages and titles",
        description="Find the messages and titles with all words of QUERY. Quoted words have to follow one another, "
        "and the last word may go on. Case and accents make no difference.",
    )
    search.add_argument("query", metavar="QUERY", help="the words")
    search.add_argument("--conversation", metavar="ID", type=_number(1, 2**63 - 1), help="only in this conversation")
    search.add_argument("--role", choices=["user", "assistant"], help="only your messages, or only answers")
    search.add_argument("--kind", choices=["chat", "summary", "translation"], help="only conversations of this kind")
    search.add_argument("--since", metavar="DATE", type=_day, help="only from this day on, such as 2026-11-25")
    search.add_argument("--until", metavar="DATE", type=_day, help="only up to this day")
    search.add_argument("--newest", action="store_true", help="the newest first instead of the best")
    search.add_argument("--no-archived", action="store_true", help="leave archived conversations out")
    search.add_argument("--limit", metavar="N", type=_number(1, 1_000), default=20, help="at most so many messages")
    search.add_argument("--json", action="store_true", help="JSON instead of text")
    _add_data_dir(search)


def _day(text: str) -> datetime:
    """Return when a day begins here, as an argparse type."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").astimezone()
    except (ValueError, OverflowError, OSError):
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2026-11-25") from None


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
