"""The core's sentences in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from assistant.errors import ERRORS_CONTEXT, Bytes, ThimbleError


def sentence(error: ThimbleError) -> str:
    """Return an error's sentence, translated, with its fields filled in.

    A translation whose fields don't fit is not shown: the English sentence is.
    """
    translated = QCoreApplication.translate(ERRORS_CONTEXT, error.template)
    try:
        return translated.format(**{name: _readable(value) for name, value in error.values.items()})
    except (LookupError, ValueError, AttributeError):
        return error.sentence


def _readable(value: object) -> object:
    if isinstance(value, Bytes):
        return file_size(value)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10_000:
        return QLocale().toString(value)
    return value


def file_size(size: int) -> str:
    """Return a number of bytes in MB or GB, written as the user's language does."""
    locale = QLocale()
    if size >= 1_000_000_000:
        return QCoreApplication.translate("sizes", "{number} GB").format(number=locale.toString(size / 1e9, "f", 1))
    megabytes = max(1, round(size / 1e6)) if size else 0
    return QCoreApplication.translate("sizes", "{number} MB").format(number=locale.toString(megabytes))
