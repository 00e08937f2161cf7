"""Leaving a part of the window with Tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def next_outside(part: QWidget, *, forward: bool) -> QWidget | None:
    """Return what Tab reaches after (or before) everything inside `part`; `None` if there is nothing else."""
    window = part.window()
    widget = part
    for _ in range(100_000):
        widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
        if widget is part or widget is None:
            return None
        if (
            widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isEnabled()
            and widget.isVisibleTo(window)
            and widget.window() is window
            and not part.isAncestorOf(widget)
            and widget.focusProxy() is None
        ):
            return widget
    return None
