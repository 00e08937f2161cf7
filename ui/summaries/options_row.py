"""How a document is summarised: style, length, language, and the button that begins or stops."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from assistant.summaries.summary import Length, Style
from ui.models_dialog.flow import FlowLayout
from ui.shortcuts import tip
from ui.summaries.kept import Options
from ui.summaries.words import language_name, length_name, style_name


class OptionsRow(QWidget):
    """Three choices and a button; it goes on in the next line where it is narrow."""

    changed = Signal(object)
    """The `Options` chosen."""
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None, *, before: bool = False) -> None:
        """Begin with the usual options.

        Args:
            parent: Owns it.
            before: Whether there is no document yet: then only style and length are chosen.
        """
        super().__init__(parent)
        self.style_box = self._box(self.tr("Style of the summary"))
        for style in Style:
            self.style_box.addItem(style_name(style), style)
        self.length_box = self._box(self.tr("Length of the summary"))
        for length in Length:
            self.length_box.addItem(length_name(length), length)
        self.language_box = self._box(self.tr("Language of the summary"))
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.pressed)
        layout = QHBoxLayout(self) if before else FlowLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.style_box, self.length_box, self.language_box, self.button):
            layout.addWidget(widget)
        for widget in (self.language_box, self.button):
            widget.setVisible(not before)
        self.show_languages([], "")
        for box in (self.style_box, self.length_box, self.language_box):
            box.activated.connect(self._changed)

    def show_options(self, options: Options) -> None:
        """Show what is chosen."""
        self.style_box.setCurrentIndex(list(Style).index(options.style))
        self.length_box.setCurrentIndex(list(Length).index(options.length))
        place = self.language_box.findData(options.language)
        if place < 0:
            # Chosen for another model; it stays, for what it wrote is there.
            self.language_box.addItem(language_name(options.language), options.language)
            place = self.language_box.count() - 1
        self.language_box.setCurrentIndex(place)
        self.length_box.setEnabled(options.style is not Style.SENTENCE)

    def show_languages(self, codes: Sequence[str], own: str) -> None:
        """Offer languages.

        Args:
            codes: Those the model may be asked for.
            own: The document's.
        """
        chosen = self.language_box.currentData() or ""
        self.language_box.clear()
        as_it_is = self.tr("As the document")
        self.language_box.addItem(f"{as_it_is} ({language_name(own)})" if own else as_it_is, "")
        for code in codes:
            if code != own:
                self.language_box.addItem(language_name(code), code)
        self.language_box.setCurrentIndex(max(0, self.language_box.findData(chosen)))

    def show_button(self, words: str, *, primary: bool, stops: bool = False) -> None:
        """Show what the button does now.

        Args:
            words: What it says.
            primary: Whether it is the one thing to press.
            stops: Whether it stops what runs, instead of beginning it.
        """
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.setToolTip(tip(words, "stop" if stops else "summarise_go"))
        role = "primary" if primary else ""
        if (self.button.property("role") or "") != role:
            self.button.setProperty("role", role)
            self.button.style().polish(self.button)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _changed(self) -> None:
        self.changed.emit(
            Options(
                Style(self.style_box.currentData()),
                Length(self.length_box.currentData()),
                self.language_box.currentData() or "",
            )
        )
