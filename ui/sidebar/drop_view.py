"""A list whose rows can be dragged onto others."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QListView, QWidget

from assistant.store import Conversation
from ui.sidebar.drags import Target, ids_of, mime_of, target_of
from ui.sidebar.model import CONVERSATION_ROLE, ROW_ROLE
from ui.theme import SPACE

_LABEL_LENGTH = 220


class DropView(QListView):
    """Drags what is selected and takes it where it is dropped; what that means is decided by who listens."""

    dropped = Signal(object, object)
    """Ids of conversations, and the `Target` they were dropped on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def chosen(self) -> list[Conversation]:
        """Return what is dragged."""
        raise NotImplementedError

    def mark_target(self, target: Target | None) -> None:
        """Show where the drag would be dropped; None for nowhere."""
        raise NotImplementedError

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Take the selected conversations along, under a label that says what they are."""
        chosen = self.chosen()
        if not chosen:
            return
        drag = QDrag(self)
        drag.setMimeData(mime_of([one.id for one in chosen]))
        words = self.tr("{count} conversations").format(count=len(chosen))
        if len(chosen) == 1:
            words = str(self.currentIndex().data(Qt.ItemDataRole.DisplayRole))
        drag.setPixmap(self._label(words))
        drag.setHotSpot(QPoint(-2 * SPACE, 0))
        drag.exec(Qt.DropAction.MoveAction)
        self.mark_target(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take conversations and nothing else: files are for the window."""
        if ids_of(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the row below the mouse, and scroll near the edges."""
        if not ids_of(event.mimeData()):
            event.ignore()
            return
        super().dragMoveEvent(event)
        self.mark_target(self._target(event.position().toPoint()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Mark nothing."""
        super().dragLeaveEvent(event)
        self.mark_target(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped where."""
        ids = ids_of(event.mimeData())
        self.mark_target(None)
        if not ids:
            event.ignore()
            return
        # The rows are not moved by the view, which would remove them here.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QListView.State.NoState)
        self.dropped.emit(ids, self._target(event.position().toPoint()))

    def setSelection(self, rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802 - Qt's name
        """Select by mouse; a press on a heading is no selection."""
        index = self.indexAt(rect.topLeft())
        if rect.width() <= 1 and index.isValid() and index.data(CONVERSATION_ROLE) is None:
            return
        super().setSelection(rect, flags)

    def _target(self, at: QPoint) -> Target:
        index: QModelIndex = self.indexAt(at)
        return target_of(index.data(ROW_ROLE) if index.isValid() else None)

    def _label(self, words: str) -> QPixmap:
        metrics = self.fontMetrics()
        text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, _LABEL_LENGTH)
        size = metrics.boundingRect(text).size().grownBy(self.contentsMargins())
        ratio = self.devicePixelRatioF()
        width, height = size.width() + 6 * SPACE, metrics.height() + 3 * SPACE
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self.palette()
        painter.setBrush(colors.base())
        painter.setPen(QColor(colors.mid().color()))
        painter.drawRoundedRect(QRect(0, 0, width - 1, height - 1), 2 * SPACE, 2 * SPACE)
        painter.setPen(colors.text().color())
        painter.setFont(self.font())
        painter.drawText(QRect(0, 0, width, height), Qt.AlignmentFlag.AlignCenter.value, text)
        painter.end()
        return pixmap
