"""What the windows that ask for a passphrase have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.errors import ThimbleError
from assistant.store.keys import WrongPassphraseError
from ui.call import Call
from ui.icons import app_icon
from ui.protection.fields import PassphraseFields
from ui.sentences import sentence
from ui.theme import SPACE

_WIDTH = 440


class PassphraseDialog(QDialog):
    """A title, an explanation, fields, room for one sentence, and two buttons.

    What is typed is tried on a thread of its own; what was wrong with it is said below the fields.

    Attributes:
        result_value: What trying it gave, once the window was accepted.
        failure: What makes trying again pointless, if anything does.
    """

    def __init__(
        self, title: str, explanation: str, labels: Sequence[str], *, accept: str, reject: str, parent: QWidget | None
    ) -> None:
        """Show empty fields.

        Args:
            title: Of the window.
            explanation: Below it.
            labels: Of the fields.
            accept: On the button that tries what is typed.
            reject: On the other one.
            parent: The window it belongs to.
        """
        super().__init__(parent)
        self.result_value: Any = None
        self.failure: ThimbleError | None = None
        self._call: Call | None = None
        self.setWindowTitle(title)
        self.setWindowIcon(app_icon())
        self.setMinimumWidth(320)
        heading = QLabel(title, self)
        heading.setProperty("role", "title")
        heading.setWordWrap(True)
        self.explanation = _text(explanation, self)
        self.fields = PassphraseFields(labels, self)
        self.said = _text("", self)
        self.said.setProperty("role", "danger")
        self.said.hide()
        self.reject_button = QPushButton(reject, self)
        self.reject_button.setAutoDefault(False)
        self.reject_button.clicked.connect(self.reject)
        self.accept_button = QPushButton(accept, self)
        self.accept_button.setProperty("role", "primary")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.try_it)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.reject_button)
        buttons.addWidget(self.accept_button)
        self.middle = QVBoxLayout()
        self.middle.setSpacing(3 * SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 5 * SPACE)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(heading)
        layout.addWidget(self.explanation)
        layout.addWidget(self.fields)
        layout.addLayout(self.middle)
        layout.addWidget(self.said)
        layout.addStretch(1)
        layout.addLayout(buttons)
        for edit in self.fields.edits:
            edit.textChanged.connect(self._typed)
        self._typed()

    def sizeHint(self) -> QSize:
        """Return a width that is good to read, and the height for it."""
        width = min(_WIDTH, self.screen().availableGeometry().width())
        return QSize(width, self._height_for(width))

    def event(self, event: QEvent) -> bool:
        """Grow when a sentence comes."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.resize(self.width(), max(self.height(), self._height_for(self.width())))
        return handled

    def work(self, *passphrases: str) -> Callable[[], Any]:
        """Return what tries the passphrases on another thread.

        Raises:
            ThimbleError: They can't be tried.
        """
        raise NotImplementedError

    def ready(self) -> bool:
        """Tell whether enough is typed to be tried."""
        return all(self.fields.texts())

    def try_it(self) -> None:
        """Try what is typed."""
        if self._call is not None or not self.ready():
            return
        try:
            work = self.work(*self.fields.texts())
        except ThimbleError as error:
            self.say(sentence(error))
            return
        self.say("")
        self._call = Call(lambda _: work())
        self._call.succeeded.connect(self._succeeded)
        self._call.failed.connect(self._failed)
        self.setEnabled(False)
        self._call.start()

    def say(self, text: str) -> None:
        """Show a sentence below the fields; an empty one hides it."""
        self.said.setText(text)
        self.said.setAccessibleName(text)
        self.said.setVisible(bool(text))

    def done(self, result: int) -> None:
        """Wait for what is being tried, and forget what was typed."""
        if self._call is not None:
            self._call.wait()
        for edit in self.fields.edits:
            edit.clear()
        super().done(result)

    def _height_for(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def _typed(self) -> None:
        self.accept_button.setEnabled(self.ready())

    def _succeeded(self, value: object) -> None:
        self._tried()
        self.result_value = value
        self.accept()

    def _failed(self, error: ThimbleError) -> None:
        self._tried()
        if not isinstance(error, WrongPassphraseError):
            self.failed(error)
            return
        self.fields.clear()
        self.say(sentence(error))

    def _tried(self) -> None:
        if self._call is not None:
            self._call.wait()  # it has told, and is about to end
        self._call = None
        self.setEnabled(True)

    def failed(self, error: ThimbleError) -> None:
        """Say what went wrong other than the passphrase."""
        self.fields.edits[0].setFocus()
        self.say(sentence(error))


def _text(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
