"""The strip above the transcript: title, character, room for the model picker, and the page's menu."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from ui.icons import ICON_SIZE, icon
from ui.theme import NARROW, SPACE, ThemeManager

HEIGHT = 52


class ElidedLabel(QLabel):
    """One line that gives way: what doesn't fit becomes "…", and the tooltip says all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Give way down to a few letters."""
        return QSize(6 * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
        painter.end()


class Header(QFrame):
    """Gives way from the left: below 640 px the character moves into the menu."""

    rename_chosen = Signal()
    system_text_chosen = Signal()
    delete_chosen = Signal()
    export_chosen = Signal()
    import_chosen = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin as a new chat."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "bar")
        self.setFixedHeight(HEIGHT)
        self._title = ElidedLabel(self)
        self._title.setProperty("role", "title")
        self._character = QToolButton(self)
        self._character.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._character.clicked.connect(self.system_text_chosen)
        self._menu_button = QToolButton(self)
        self._menu_button.setIconSize(ICON_SIZE)
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu_button.setAccessibleName(self.tr("Menu of this conversation"))
        self._menu_button.setToolTip(self.tr("Menu of this conversation"))
        self._menu = QMenu(self)
        self._rename = self._entry(self.tr("Rename…"), self.rename_chosen)
        self._system_text = self._entry(self.tr("Character…"), self.system_text_chosen)
        self._menu.addSeparator()
        self._entry(self.tr("Export…"), self.export_chosen)
        self._entry(self.tr("Import…"), self.import_chosen)
        self._menu.addSeparator()
        self._delete = self._entry(self.tr("Delete"), self.delete_chosen)
        self._menu_button.setMenu(self._menu)
        self.left = QHBoxLayout()
        self.right = QHBoxLayout()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 0, 2 * SPACE, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(self.left)
        layout.addWidget(self._title, 1)
        layout.addWidget(self._character)
        layout.addLayout(self.right)
        layout.addWidget(self._menu_button)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def character(self) -> str:
        """Name of the character shown."""
        return self._character.text()

    @property
    def menu(self) -> QMenu:
        """The page's menu, for more entries."""
        return self._menu

    def put_in_tab_order(self, widget: QWidget) -> None:
        """Let Tab reach what was put after the title where it is read."""
        QWidget.setTabOrder(self._character, widget)
        QWidget.setTabOrder(widget, self._menu_button)

    def show_conversation(self, *, title: str, character: str, saved: bool) -> None:
        """Show a conversation.

        Args:
            title: Its title, or what stands for it.
            character: Name of its character.
            saved: Whether it can be renamed and deleted.
        """
        self._title.setText(title)
        self._title.setToolTip(title)
        self._character.setText(character)
        self._character.setToolTip(self.tr("How the model behaves in this conversation; click to change it"))
        self._character.setAccessibleName(self.tr("Character: {name}").format(name=character))
        self._system_text.setText(self.tr("Character: {name}…").format(name=character))
        self._rename.setEnabled(saved)
        self._delete.setEnabled(saved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the title."""
        super().resizeEvent(event)
        self._character.setVisible(self.width() >= NARROW)

    def _entry(self, words: str, chosen: SignalInstance) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(chosen)
        self._menu.addAction(action)
        return action

    def _restyle(self) -> None:
        self._menu_button.setIcon(icon("dots", self._theme, "muted"))
