"""Where the window stood, as text for the settings."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from ui.theme import SPACE

FIRST_WIDTH, FIRST_HEIGHT = 1100, 760


def encoded(state: QByteArray) -> str:
    """Return a state of Qt's as text."""
    return base64.b64encode(bytes(state.data())).decode("ascii")


def decoded(text: str) -> QByteArray | None:
    """Return the state that `encoded` made text of; None for none, or for what is no such text."""
    try:
        return QByteArray(base64.b64decode(text, validate=True)) if text else None
    except (binascii.Error, ValueError):
        return None


def put_in_place(window: QWidget, geometry: str) -> None:
    """Put a window where it was last time; where that is not known, give it a size that fits its screen.

    Args:
        window: Not shown yet.
        geometry: What `encoded` made of its geometry; empty for none.
    """
    state = decoded(geometry)
    if state is None or not window.restoreGeometry(state):
        screen = window.screen().availableGeometry()
        window.resize(min(FIRST_WIDTH, screen.width() - 12 * SPACE), min(FIRST_HEIGHT, screen.height() - 16 * SPACE))
