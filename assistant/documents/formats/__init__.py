"""One module for each format; each reads a file into a `Reading`."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from assistant.documents.reading import Reading

_MODULES = {
    "pdf": "pdf",
    "docx": "docx",
    "odt": "odt",
    "odp": "odt",
    "ods": "odt",
    "pptx": "pptx",
    "epub": "epub",
    "html": "html",
    "md": "markdown",
    "txt": "plain",
    "rtf": "rtf",
    "srt": "subtitles",
    "eml": "mail",
    "csv": "table",
}

FORMATS = tuple(_MODULES)


def reader_of(name: str) -> Callable[[Path, Reading], None]:
    """Return what reads a format; the libraries of the others are not loaded.

    Args:
        name: One of `FORMATS`.
    """
    module = importlib.import_module(f"{__name__}.{_MODULES[name]}")
    read: Callable[[Path, Reading], None] = module.read
    return read
