"""`thimble summarize`."""

from __future__ import annotations

import argparse
from pathlib import Path

from assistant.summaries.summary import Length, Style
from assistant.terminal.grammar.types import add_data_dir


def add_summarize(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `summarize`."""
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
    add_data_dir(summarize)
