"""Tells a screen reader what has happened."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def announce(view: QWidget, message: QWidget | None, text: str) -> None:
    """Say that an answer is there: its beginning where Qt can announce text, else an alert on the message."""
    if not QAccessible.isActive():
        return
    announcement = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if announcement is not None:
        QAccessible.updateAccessibility(announcement(view, text))
    elif message is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(message, QAccessible.Event.Alert))
