"""The command line: its grammar, and which command runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.about import version
from assistant.errors import ThimbleError
from assistant.terminal.grammar.documents import add_summarize
from assistant.terminal.grammar.history import add_history
from assistant.terminal.grammar.models import add_models
from assistant.terminal.grammar.types import add_data_dir, number

if TYPE_CHECKING:
    from assistant.exchange.exporting import PdfWriter

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
    add_data_dir(parser, default=None)
    parser.set_defaults(command=None)
    return parser


def run(options: argparse.Namespace, *, write_pdf: PdfWriter) -> int:
    """Run a terminal command and return the exit code: 0 done, 1 a sentence on stderr, 130 cancelled.

    Args:
        options: What `parse` returned.
        write_pdf: Writes conversations as a PDF, which only the window's side can.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that lacks a character shows a question mark instead of ending the program.
            stream.reconfigure(errors="replace")
    try:
        code = _command(options, write_pdf)
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


def _command(options: argparse.Namespace, write_pdf: PdfWriter) -> int:
    match options.command:
        case "chat":
            from assistant.terminal.chat import run_chat

            return run_chat(options)
        case "history" if options.action == "search":
            from assistant.terminal.search import run_search

            return run_search(options)
        case "history" if options.action == "export":
            from assistant.terminal.exchange import run_export

            return run_export(options, write_pdf)
        case "history" if options.action == "import":
            from assistant.terminal.exchange import run_import

            return run_import(options)
        case "history" if options.action in ("check", "backup", "restore"):
            from assistant.terminal.safety import run_safety

            return run_safety(options)
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
    add_data_dir(parser, default=None)
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
    chat.add_argument("--seed", metavar="N", type=number(0, 2**32 - 2), help="the same answer each time")
    chat.add_argument("--max-tokens", metavar="N", type=number(1, 32_768), help="longest answer, in tokens")
    chat.add_argument("--json", action="store_true", help="one JSON object instead of the text")
    add_data_dir(chat)

    add_history(commands)
    add_summarize(commands)
    add_models(commands)

    bench = commands.add_parser(
        "bench",
        help="measure how fast a model is on this computer",
        description="Measure how many tokens a second an installed model reads and answers, with each number of "
        "threads, for one answer and for eight at once. Other programs at work make it slower.",
    )
    bench.add_argument("--model", metavar="ID|PATH", default="", help="a model's id (see models list) or a GGUF file")
    bench.add_argument("--json", action="store_true", help="JSON instead of a table")
    add_data_dir(bench)

    doctor = commands.add_parser("doctor", help="show what this computer and this installation can do")
    doctor.add_argument("--json", action="store_true", help="JSON instead of text")
    add_data_dir(doctor)
    return parser
