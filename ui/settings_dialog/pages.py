"""The pages of the settings: which settings each has, and how they are explained."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from assistant.app import App
from assistant.settings import Settings, Theme
from ui.sentences import file_size
from ui.settings_dialog.fields import Change, ChoiceField, Field, NumberField
from ui.theme import SPACE

LANGUAGES = ("", "en", "de", "fr", "es")
LANGUAGE_NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
"""Each in its own language, as the person looking for it reads it; never translated."""


def tr(text: str) -> str:
    """Translate in the context of the settings."""
    return QCoreApplication.translate("settings", text)


class Page(QScrollArea):
    """A scrolling column of fields with "Reset to defaults" below."""

    def __init__(self, title: str, change: Change) -> None:
        """Begin without fields."""
        super().__init__()
        self.title = title
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
        self.reset_button = QPushButton(tr("Reset to defaults"))
        self.reset_button.setToolTip(tr("Give every setting on this page its first value"))
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


def model_choices(app: App) -> Sequence[tuple[object, str]]:
    """Return the models to choose from; the built-in one is the empty value, which is the default."""
    return [
        ("" if model.built_in else model.id, f"{model.name} · {file_size(model.size)}")
        for model in app.library.models()
    ]


def answers_page(app: App, change: Change) -> Page:
    """Return the page about how answers are written."""
    page = Page(tr("Answers"), change)
    page.add(
        "model",
        ChoiceField(
            "model",
            tr("Model"),
            tr("Writes the answers. Bigger models know more, and need more memory and time."),
            choices=model_choices(app),
            change=change,
        ),
    )
    page.add(
        "max_answer_tokens",
        NumberField(
            "max_answer_tokens",
            tr("Longest answer"),
            tr("In tokens; four tokens are about three English words. An answer that is cut off can be continued."),
            limits=(16, 32_768),
            step=128,
            change=change,
            suffix=tr(" tokens"),
        ),
    )
    page.add(
        "temperature",
        NumberField(
            "temperature",
            tr("Temperature"),
            tr("0 always takes the likeliest word; higher values are more varied and less reliable."),
            limits=(0, 2),
            step=0.1,
            decimals=2,
            change=change,
        ),
    )
    advanced = QWidget()
    column = QVBoxLayout(advanced)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(5 * SPACE)
    page.add(
        "top_k",
        NumberField(
            "top_k",
            tr("Top-k"),
            tr("Only this many of the likeliest tokens are considered."),
            limits=(0, 1_000),
            step=10,
            change=change,
            lowest=tr("All"),
        ),
        column,
    )
    page.add(
        "top_p",
        NumberField(
            "top_p",
            tr("Top-p"),
            tr("Only the likeliest tokens that together reach this share are considered; 1 considers all."),
            limits=(0.01, 1),
            step=0.05,
            decimals=2,
            change=change,
        ),
        column,
    )
    page.add(
        "min_p",
        NumberField(
            "min_p",
            tr("Min-p"),
            tr("Tokens less likely than this share of the likeliest one are left out; 0 leaves out none."),
            limits=(0, 1),
            step=0.01,
            decimals=2,
            change=change,
        ),
        column,
    )
    page.add(
        "repeat_penalty",
        NumberField(
            "repeat_penalty",
            tr("Repeat penalty"),
            tr("Above 1, words used lately become less likely; 1 changes nothing."),
            limits=(0.5, 2),
            step=0.05,
            decimals=2,
            change=change,
        ),
        column,
    )
    page.add(
        "seed",
        NumberField(
            "seed",
            tr("Seed"),
            tr("The same number gives the same answer to the same conversation."),
            limits=(-1, 2**32 - 2),
            step=1,
            change=change,
            lowest=tr("A new one each time"),
        ),
        column,
    )
    defaults = Settings()
    changed = any(
        getattr(app.settings.current, name) != getattr(defaults, name)
        for name in ("top_k", "top_p", "min_p", "repeat_penalty", "seed")
    )
    toggle = QPushButton(tr("Advanced"))
    toggle.setToolTip(tr("More values for how the next word is chosen"))
    toggle.setAutoDefault(False)
    toggle.setCheckable(True)
    toggle.setChecked(changed)
    toggle.toggled.connect(advanced.setVisible)
    advanced.setVisible(changed)
    page.column.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeft)
    page.column.addWidget(advanced)
    page.finish()
    return page


def computer_page(change: Change) -> Page:
    """Return the page about threads and memory."""
    page = Page(tr("Computer"), change)
    cores = os.cpu_count() or 1
    page.add(
        "threads",
        NumberField(
            "threads",
            tr("Threads"),
            tr(
                "How many processor cores work on an answer. Automatic chooses for this computer, which has {count}, "
                "and is nearly always the quickest."
            ).format(count=cores),
            limits=(0, max(cores, 1)),
            step=1,
            change=change,
            lowest=tr("Automatic"),
        ),
    )
    page.add(
        "context_length",
        NumberField(
            "context_length",
            tr("Context"),
            tr(
                "How much of a conversation the model reads, in tokens. Automatic takes what the model was made for, "
                "as far as the free memory holds it."
            ),
            limits=(0, 1_048_576),
            step=1_024,
            change=change,
            lowest=tr("Automatic"),
            suffix=tr(" tokens"),
        ),
    )
    page.finish()
    return page


def appearance_page(change: Change) -> Page:
    """Return the page about how the window looks."""
    page = Page(tr("Appearance"), change)
    page.add(
        "theme",
        ChoiceField(
            "theme",
            tr("Colours"),
            tr("Light, dark, or as the system says."),
            choices=[
                (Theme.SYSTEM, tr("As the system")),
                (Theme.LIGHT, tr("Light")),
                (Theme.DARK, tr("Dark")),
            ],
            change=change,
        ),
    )
    page.add(
        "text_size",
        NumberField(
            "text_size",
            tr("Text size"),
            tr("The size of messages and of what you type."),
            limits=(80, 200),
            step=10,
            change=change,
            suffix=tr(" %"),
        ),
    )
    page.add(
        "language",
        ChoiceField(
            "language",
            tr("Language"),
            tr("The language of menus and buttons; it changes at the next start. You can write in any language."),
            choices=[(code, LANGUAGE_NAMES.get(code) or tr("As the system")) for code in LANGUAGES],
            change=change,
        ),
    )
    page.finish()
    return page


def data_page(app: App, change: Change) -> Page:
    """Return the page about where everything is kept."""
    page = Page(tr("Data"), change)
    reason = {
        "option": tr("It was given at the start with --data-dir."),
        "environment": tr("It was given by the variable THIMBLE_HOME."),
        "portable": tr("It lies beside the program, so the program and your data move together."),
        "user": tr("It is your own folder on this computer."),
    }[app.paths.origin]
    heading = QLabel(tr("Data folder"))
    path = QLabel(str(app.paths.data))
    path.setWordWrap(True)
    path.setTextFormat(Qt.TextFormat.PlainText)
    path.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    path.setAccessibleName(tr("Data folder"))
    explanation = QLabel(
        " ".join((tr("Conversations, settings and your models are kept here, and nowhere else."), reason))
    )
    explanation.setWordWrap(True)
    explanation.setProperty("role", "muted")
    button = QPushButton(tr("Open the folder"))
    button.setToolTip(tr("Show the data folder in the file manager"))
    button.setAutoDefault(False)
    button.clicked.connect(lambda: open_folder(app.paths.data))
    for widget in (heading, path, explanation):
        page.column.addWidget(widget)
    page.column.addSpacing(2 * SPACE)
    page.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    page.column.setSpacing(2 * SPACE)
    page.finish()
    return page


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
