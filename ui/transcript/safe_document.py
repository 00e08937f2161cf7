"""A text document that never reads a file and never opens a connection."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

MARKDOWN = QTextDocument.MarkdownFeature(
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub.value | QTextDocument.MarkdownFeature.MarkdownNoHTML.value
)
"""GitHub's dialect; HTML is shown as text."""


class SafeDocument(QTextDocument):
    """Loads nothing, whatever a text names."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802 - Qt's name and arguments
        """Return nothing: pictures and style sheets named in a text are never fetched."""
        return None
