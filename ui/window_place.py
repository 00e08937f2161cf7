"""Where the window stood, as text for the settings."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray


def encoded(state: QByteArray) -> str:
    """Return a state of Qt's as text."""
    return base64.b64encode(bytes(state.data())).decode("ascii")


def decoded(text: str) -> QByteArray | None:
    """Return the state that `encoded` made text of; None for none, or for what is no such text."""
    try:
        return QByteArray(base64.b64decode(text, validate=True)) if text else None
    except (binascii.Error, ValueError):
        return None
