"""What all pages of the settings have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from assistant.settings import Settings
from ui.settings_dialog.fields import Change, Field
from ui.theme import SPACE


class Page(QScrollArea):
    """A scrolling column of fields with "Reset to defaults" below."""

    def __init__(self, change: Change) -> None:
        """Begin without fields."""
        super().__init__()
        self.title = ""
        self.fields: dict[str, Field] = {}
        self._change = change
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._content = QWidget(self)
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 5 * SPACE)
        self.column.setSpacing(5 * SPACE)
        self.setWidget(self._content)

    def add(self, name: str, field: Field, into: QVBoxLayout | None = None) -> None:
        """Add the field of a setting."""
        self.fields[name] = field
        (into or self.column).addWidget(field)

    def finish(self) -> None:
        """Add what ends every page."""
        self.reset_button = QPushButton(self.tr("Reset to defaults"))
        self.reset_button.setToolTip(self.tr("Give every setting on this page its first value"))
        self.reset_button.setAutoDefault(False)
        self.reset_button.clicked.connect(self._reset)
        self.reset_button.setVisible(bool(self.fields))
        self.column.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def show_settings(self, settings: Settings) -> None:
        """Show the values in force."""
        for name, field in self.fields.items():
            field.show_value(getattr(settings, name))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Scroll to the control that Tab goes to."""
        moved = super().focusNextPrevChild(forward)
        focus = self.window().focusWidget()
        if focus is not None and self._content.isAncestorOf(focus):
            above: QWidget | None = focus
            while above is not None and not isinstance(above, Field):
                above = above.parentWidget()
            self.ensureWidgetVisible(above or focus, 0, 4 * SPACE)
        return moved

    def _reset(self) -> None:
        defaults = Settings()
        for name in self.fields:
            self._change(name, getattr(defaults, name))
        self.show_settings(defaults)
