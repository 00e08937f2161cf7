"""What connects backups with the main window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.app import App
from ui.backups.desk import BackupDesk
from ui.chat.controller import ChatController

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def make_desk(window: MainWindow, app: App, controller: ChatController) -> BackupDesk:
    """Return the desk of a window: it makes way for answers, and the window shows what was restored."""
    desk = BackupDesk(app, lambda: controller.at_work or window.summaries.at_work, window)

    def answering(busy: bool) -> None:
        if busy:
            desk.make_way()

    def before() -> None:
        # What is typed belongs to what is being replaced.
        controller.open(None)
        window.summaries.let_go()
        window.flush()
        window.centralWidget().setEnabled(False)

    def after(_before: Path | None) -> None:
        window.centralWidget().setEnabled(True)
        window.sidebar.list.refresh()
        window.open_last()

    controller.busy_changed.connect(answering)
    desk.notice.connect(window.notices.add)
    desk.restoring.connect(before)
    desk.restored.connect(after)
    window.others.backups = desk
    return desk
