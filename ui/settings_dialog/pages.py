"""The pages of the settings: which settings each has, and how they are explained."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.app import App
from assistant.engine.load_plan import automatic_threads
from assistant.settings import Settings, Theme
from ui.sentences import file_size
from ui.settings_dialog.fields import Change, ChoiceField, NumberField, SwitchField
from ui.settings_dialog.moving_panel import MovingPanel
from ui.settings_dialog.page import Page
from ui.shortcuts import tip
from ui.theme import SPACE

LANGUAGE_NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
"""Each in its own language, as the person looking for it reads it; never translated."""


def model_choices(app: App) -> Sequence[tuple[object, str]]:
    """Return the models to choose from; the built-in one is the empty value, which is the default."""
    return [
        ("" if model.built_in else model.id, f"{model.name} · {file_size(model.size)}")
        for model in app.library.models()
    ]


class AnswersPage(Page):
    """The page about how answers are written."""

    def __init__(self, app: App, change: Change) -> None:
        """Add the fields."""
        super().__init__(change)
        self.title = self.tr("Answers")
        self.models_button = QPushButton(self.tr("Models…"))
        self.models_button.setToolTip(tip(self.tr("Download, add and remove models"), "models"))
        self.models_button.setAutoDefault(False)
        self.add(
            "model",
            ChoiceField(
                "model",
                self.tr("Model"),
                self.tr("Writes the answers. Bigger models know more, and need more memory and time."),
                choices=model_choices(app),
                change=change,
            ),
        )
        self.column.addWidget(self.models_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(
            "max_answer_tokens",
            NumberField(
                "max_answer_tokens",
                self.tr("Longest answer"),
                self.tr(
                    "In tokens; four tokens are about three English words. An answer that is cut off can be continued."
                ),
                limits=(16, 32_768),
                step=128,
                change=change,
                suffix=self.tr(" tokens"),
            ),
        )
        self.add(
            "temperature",
            NumberField(
                "temperature",
                self.tr("Temperature"),
                self.tr("0 always takes the likeliest word; higher values are more varied and less reliable."),
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
        self.add(
            "top_k",
            NumberField(
                "top_k",
                self.tr("Top-k"),
                self.tr("Only this many of the likeliest tokens are considered."),
                limits=(0, 1_000),
                step=10,
                change=change,
                lowest=self.tr("All"),
            ),
            column,
        )
        self.add(
            "top_p",
            NumberField(
                "top_p",
                self.tr("Top-p"),
                self.tr("Only the likeliest tokens that together reach this share are considered; 1 considers all."),
                limits=(0.01, 1),
                step=0.05,
                decimals=2,
                change=change,
            ),
            column,
        )
        self.add(
            "min_p",
            NumberField(
                "min_p",
                self.tr("Min-p"),
                self.tr("Tokens less likely than this share of the likeliest one are left out; 0 leaves out none."),
                limits=(0, 1),
                step=0.01,
                decimals=2,
                change=change,
            ),
            column,
        )
        self.add(
            "repeat_penalty",
            NumberField(
                "repeat_penalty",
                self.tr("Repeat penalty"),
                self.tr("Above 1, words used lately become less likely; 1 changes nothing."),
                limits=(0.5, 2),
                step=0.05,
                decimals=2,
                change=change,
            ),
            column,
        )
        self.add(
            "seed",
            NumberField(
                "seed",
                self.tr("Seed"),
                self.tr("The same number gives the same answer to the same conversation."),
                limits=(-1, 2**32 - 2),
                step=1,
                change=change,
                lowest=self.tr("A new one each time"),
            ),
            column,
        )
        defaults = Settings()
        changed = any(
            getattr(app.settings.current, name) != getattr(defaults, name)
            for name in ("top_k", "top_p", "min_p", "repeat_penalty", "seed")
        )
        toggle = QPushButton(self.tr("Advanced"))
        toggle.setToolTip(self.tr("More values for how the next word is chosen"))
        toggle.setAutoDefault(False)
        toggle.setCheckable(True)
        toggle.setChecked(changed)
        toggle.toggled.connect(advanced.setVisible)
        advanced.setVisible(changed)
        self.column.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(advanced)
        self.finish()


class ComputerPage(Page):
    """The page about what a model may take of this computer: threads, memory, battery."""

    def __init__(self, change: Change) -> None:
        """Add the fields."""
        super().__init__(change)
        self.title = self.tr("Computer")
        cores = os.cpu_count() or 1
        self.add(
            "threads",
            NumberField(
                "threads",
                self.tr("Threads"),
                self.tr(
                    "How many processor cores work on an answer. Automatic means {threads} here, and is nearly always "
                    "the quickest."
                ).format(threads=automatic_threads()),
                limits=(0, max(cores, 1)),
                step=1,
                change=change,
                lowest=self.tr("Automatic"),
            ),
        )
        self.add(
            "context_length",
            NumberField(
                "context_length",
                self.tr("Context"),
                self.tr(
                    "How much of a conversation the model reads, in tokens. Automatic takes what the model was made "
                    "for, as far as the free memory holds it."
                ),
                limits=(0, 1_048_576),
                step=1_024,
                change=change,
                lowest=self.tr("Automatic"),
                suffix=self.tr(" tokens"),
            ),
        )
        self.add(
            "memory_limit_mb",
            NumberField(
                "memory_limit_mb",
                self.tr("Most memory for a model"),
                self.tr(
                    "A model that needs more is not started. Automatic means what other programs leave free; this "
                    "computer has {total}."
                ).format(total=file_size(installed_memory())),
                limits=(0, 1_048_576),
                step=256,
                change=change,
                lowest=self.tr("Automatic"),
                suffix=self.tr(" MB"),
            ),
        )
        self.add(
            "idle_minutes",
            NumberField(
                "idle_minutes",
                self.tr("Give memory back after"),
                self.tr(
                    "When nothing was asked for so long, the model leaves the memory. The next message starts it "
                    "again, which takes a moment."
                ),
                limits=(0, 1_440),
                step=1,
                change=change,
                lowest=self.tr("Never"),
                suffix=self.tr(" min"),
            ),
        )
        self.add(
            "save_battery",
            SwitchField(
                "save_battery",
                self.tr("Save battery"),
                self.tr("On battery, half the processor cores work on an answer: slower, but it lasts longer."),
                change=change,
            ),
        )
        self.finish()


class AppearancePage(Page):
    """The page about how the window looks."""

    def __init__(self, app: App, change: Change) -> None:
        """Add the fields."""
        super().__init__(change)
        self.title = self.tr("Appearance")
        languages = dict(LANGUAGE_NAMES)
        if code := app.settings.current.language:  # one written into the settings file by hand stays to be chosen
            languages.setdefault(code, QLocale(code).nativeLanguageName() or code)
        self.add(
            "theme",
            ChoiceField(
                "theme",
                self.tr("Colours"),
                self.tr("Light, dark, or as the system says."),
                choices=[
                    (Theme.SYSTEM, self.tr("As the system")),
                    (Theme.LIGHT, self.tr("Light")),
                    (Theme.DARK, self.tr("Dark")),
                ],
                change=change,
            ),
        )
        self.add(
            "text_size",
            NumberField(
                "text_size",
                self.tr("Text size"),
                self.tr("The size of messages and of what you type."),
                limits=(80, 200),
                step=10,
                change=change,
                suffix=self.tr(" %"),
            ),
        )
        self.add(
            "language",
            ChoiceField(
                "language",
                self.tr("Language"),
                self.tr("The language of menus and buttons; it changes at the next start."),
                choices=[("", self.tr("As the system")), *languages.items()],
                change=change,
            ),
        )
        self.finish()


class DataPage(Page):
    """The page about where everything is kept."""

    def __init__(self, app: App, change: Change) -> None:
        """Add the fields."""
        super().__init__(change)
        self.title = self.tr("Data")
        reason = {
            "option": self.tr("The folder was given at the start with --data-dir."),
            "environment": self.tr("It was given by the variable THIMBLE_HOME."),
            "portable": self.tr("The folder lies beside the program, so the program and your data move together."),
            "user": self.tr("It is your own folder on this computer."),
        }[app.paths.origin]
        heading = QLabel(self.tr("Data folder"))
        path = QLabel(str(app.paths.data))
        path.setWordWrap(True)
        path.setTextFormat(Qt.TextFormat.PlainText)
        path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        path.setAccessibleName(self.tr("Data folder"))
        explanation = QLabel(
            " ".join((self.tr("Conversations, settings and your models are kept here, and nowhere else."), reason))
        )
        explanation.setWordWrap(True)
        explanation.setProperty("role", "muted")
        button = QPushButton(self.tr("Open the folder"))
        button.setToolTip(self.tr("Show the data folder in the file manager"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: open_folder(app.paths.data))
        for widget in (heading, path, explanation):
            self.column.addWidget(widget)
        self.column.addSpacing(2 * SPACE)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.setSpacing(2 * SPACE)
        self.moving = MovingPanel(app)
        self.column.addSpacing(4 * SPACE)
        self.column.addWidget(self.moving)
        self.finish()


def installed_memory() -> int:
    """Return the computer's memory in bytes."""
    import psutil  # here: it is no part of the window's start

    return int(psutil.virtual_memory().total)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
