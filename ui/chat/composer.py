"""The input at the bottom of the chat page: text, attached long texts, and the button that sends or stops."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.chat.composer_edit import ComposerEdit
from ui.chat.plain_edit import fits_editor, plain
from ui.chat.send_button import SendButton
from ui.icons import icon
from ui.theme import RADIUS, SPACE, ThemeManager

_BETWEEN = "\x1d"
"""Stands between the parts of a draft; typed and pasted text never holds it."""


class Composer(QFrame):
    """What the user writes. It is cleared only by `clear`, once the message has been taken."""

    send_requested = Signal(object)
    """The message, a `str` that is not copied on its way."""
    stop_requested = Signal()
    changed = Signal()
    """Something was typed, attached or removed."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self._busy = False
        self._attached: list[str] = []
        self.setObjectName("composer")
        self.edit = ComposerEdit(self)
        self.edit.setPlaceholderText(self.tr("Ask anything …"))
        self.edit.setAccessibleName(self.tr("Message"))
        self.edit.setAccessibleDescription(self.tr("Enter sends, Shift and Enter begin a new line."))
        self.send_button = SendButton(theme, self)
        self._chips = QVBoxLayout()
        self._chips.setSpacing(SPACE)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.edit, 1)
        row.addWidget(self.send_button, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        layout.addLayout(self._chips)
        layout.addLayout(row)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)
        self.edit.send_wanted.connect(self._send)
        self.edit.too_long_pasted.connect(self._attach)
        self.edit.textChanged.connect(self._changed)
        self.send_button.clicked.connect(self._pressed)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def attached(self) -> tuple[str, ...]:
        """The long texts that go with the message."""
        return tuple(self._attached)

    def message(self) -> str:
        """Return what would be sent: the typed text, then each attached one."""
        parts = [plain(self.edit.toPlainText()).strip(), *(text.strip() for text in self._attached)]
        return "\n\n".join(part for part in parts if part)

    def draft(self) -> str:
        """Return everything in the composer as one text for `set_draft`."""
        return _BETWEEN.join((self.edit.toPlainText(), *self._attached))

    def set_draft(self, draft: str) -> None:
        """Show a draft instead of what is there; undo does not reach behind it."""
        typed, *attached = draft.split(_BETWEEN)
        if not fits_editor(typed):
            typed, attached = "", [typed, *attached]
        self._remove_chips()
        blocked = self.blockSignals(True)
        self.edit.setPlainText(plain(typed))
        for text in attached:
            self._attach(text)
        self.blockSignals(blocked)
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        self._update_button()

    def add(self, text: str) -> None:
        """Put a text behind what is typed; a long one is attached."""
        typed = self.edit.toPlainText()
        joined = f"{typed.rstrip()}\n\n{plain(text)}" if typed.strip() else plain(text)
        if fits_editor(joined):
            self.edit.setPlainText(joined)
            self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        else:
            self._attach(plain(text))

    def clear(self) -> None:
        """Empty the composer."""
        self._remove_chips()
        self.edit.clear()
        self._changed()

    def set_busy(self, busy: bool) -> None:
        """Offer Stop instead of Send while an answer is made."""
        if busy != self._busy:
            self._busy = busy
            self.send_button.set_stops(busy)
            self._update_button()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the focus ring follow the text field's focus."""
        if watched is self.edit and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, with the focus ring around all of it."""
        colors = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.edit.hasFocus()
        painter.setPen(QPen(QColor(colors.focus if focused else colors.line), 2 if focused else 1))
        painter.setBrush(QColor(colors.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()

    def _send(self) -> None:
        if not self._busy and (text := self.message()):
            self.send_requested.emit(text)

    def _pressed(self) -> None:
        if self._busy:
            self.stop_requested.emit()
            # The button stays, so keyboard users keep their place; the next thing to do is to write.
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._send()

    def _changed(self) -> None:
        self._update_button()
        self.changed.emit()

    def _attach(self, text: str) -> None:
        self._attached.append(text)
        words = self._chip_words(text)
        chip = QPushButton(icon("x", self._theme, "muted"), words, self)
        chip.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight if self.isRightToLeft() else Qt.LayoutDirection.RightToLeft
        )
        chip.setToolTip(self.tr("This text is sent with the message. Click to remove it."))
        chip.setAccessibleName(self.tr("Remove: {text}").format(text=words))
        chip.clicked.connect(lambda: self._detach(chip))
        # Its direction is the opposite of the page's, so that the cross comes last; that turns its alignment too.
        self._chips.addWidget(chip, 0, Qt.AlignmentFlag.AlignRight)
        chip.show()
        self._announce(self.tr("{text} attached").format(text=words))
        self._changed()

    def _chip_words(self, text: str) -> str:
        size = len(text.encode("utf-8", "replace"))
        locale = self.locale()
        if size < 100_000:
            return self.tr("Pasted text, {size} kB").format(size=locale.toString(max(1, round(size / 1_000))))
        return self.tr("Pasted text, {size} MB").format(size=locale.toString(size / 1_000_000, "f", 1))

    def _detach(self, chip: QPushButton) -> None:
        place = self._chips.indexOf(chip)
        if place >= 0:
            del self._attached[place]
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._changed()

    def _remove_chips(self) -> None:
        self._attached.clear()
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _update_button(self) -> None:
        self.send_button.setEnabled(self._busy or bool(self._attached) or not self.edit.document().isEmpty())

    def _restyle(self) -> None:
        self.edit.setFont(self._theme.reading_font())
        for place in range(self._chips.count()):
            item = self._chips.itemAt(place)
            if item is not None and isinstance(chip := item.widget(), QPushButton):
                chip.setIcon(icon("x", self._theme, "muted"))
        self.update()
