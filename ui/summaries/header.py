"""The strip above the summary page: title, room for the model picker, and the page's menu."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from ui.chat.header import HEIGHT, ElidedLabel
from ui.icons import ICON_SIZE, icon
from ui.shortcuts import command
from ui.theme import SPACE, ThemeManager


class SummaryHeader(QFrame):
    """As high as the one of the chat page."""

    new_chosen = Signal()
    copy_chosen = Signal()
    save_chosen = Signal()
    chat_chosen = Signal()
    rename_chosen = Signal()
    delete_chosen = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin without a document."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "bar")
        self.setFixedHeight(HEIGHT)
        self._title = ElidedLabel(self)
        self._title.setProperty("role", "title")
        self._menu_button = QToolButton(self)
        self._menu_button.setIconSize(ICON_SIZE)
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu_button.setAccessibleName(self.tr("Menu of this summary"))
        self._menu_button.setToolTip(self.tr("Menu of this summary"))
        self._menu = QMenu(self)
        self._entry(self.tr("New summary"), self.new_chosen, "summary_new")
        self._menu.addSeparator()
        self._with_summary = [
            self._entry(self.tr("Copy the summary"), self.copy_chosen, "copy"),
            self._entry(self.tr("Save as…"), self.save_chosen, "save"),
            self._entry(self.tr("Send to chat"), self.chat_chosen),
        ]
        self._menu.addSeparator()
        self._saved = [
            self._entry(self.tr("Rename…"), self.rename_chosen),
            self._entry(self.tr("Delete"), self.delete_chosen),
        ]
        self._menu_button.setMenu(self._menu)
        self.left = QHBoxLayout()
        self.right = QHBoxLayout()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 0, 2 * SPACE, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(self.left)
        layout.addWidget(self._title, 1)
        layout.addLayout(self.right)
        layout.addWidget(self._menu_button)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def menu(self) -> QMenu:
        """The page's menu."""
        return self._menu

    @property
    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def put_in_tab_order(self, widget: QWidget) -> None:
        """Let Tab reach what was put after the title where it is read."""
        QWidget.setTabOrder(widget, self._menu_button)

    def show_document(self, *, title: str, saved: bool, summarised: bool) -> None:
        """Show a document.

        Args:
            title: Its title, or what stands for it.
            saved: Whether it can be renamed and deleted.
            summarised: Whether there is something to copy and to save.
        """
        self._title.setText(title)
        self._title.setToolTip(title)
        for entry in self._with_summary:
            entry.setEnabled(summarised)
        for entry in self._saved:
            entry.setEnabled(saved)

    def _entry(self, words: str, chosen: SignalInstance, command_id: str = "") -> QAction:
        action = QAction(words, self)
        if command_id:
            # Only shown: the window's own action has the key.
            keys = QKeySequence(command(command_id).keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{words}\t{keys}")
        action.triggered.connect(chosen)
        self._menu.addAction(action)
        return action

    def _restyle(self) -> None:
        self._menu_button.setIcon(icon("dots", self._theme, "muted"))
