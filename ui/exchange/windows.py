"""Export and import as the window uses them: each dialog is made when it is opened for the first time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from assistant.app import App
from assistant.events import Exported, TakenIn
from ui.exchange.drops import ConversationDrops

if TYPE_CHECKING:
    # Not needed for the first paint.
    from ui.exchange.controller import ExchangeController
    from ui.exchange.export_dialog import ExportDialog
    from ui.exchange.import_dialog import ImportDialog


class ExchangeWindows(QObject):
    """Opens the two dialogs, and takes files that are dropped onto the window."""

    changed = Signal()
    """Conversations came or grew."""
    said = Signal(str)
    """What came of it, when its dialog was closed meanwhile."""

    def __init__(self, app: App, window: QWidget) -> None:
        """Open them over `window`."""
        super().__init__(window)
        self._app = app
        self._window = window
        self._controller: ExchangeController | None = None
        self._export: ExportDialog | None = None
        self._import: ImportDialog | None = None
        self.drops = ConversationDrops(window)
        self.drops.dropped.connect(self.take_in)

    def export(self, ids: Sequence[int] = ()) -> None:
        """Ask how to export conversations; none stands for all."""
        from ui.exchange.export_dialog import ExportDialog

        if self._export is None:
            self._export = ExportDialog(self._app.store, self._made_controller(), self._window)
        self._export.open_for(ids)

    def open_import(self) -> None:
        """Ask what to import."""
        self._import_dialog().open_dialog()

    def take_in(self, files: Sequence[Path]) -> None:
        """Import files."""
        dialog = self._import_dialog()
        dialog.open_dialog()
        dialog.take_in(files)

    def shut_down(self) -> None:
        """End what runs; may be called more than once."""
        for dialog in (self._export, self._import):
            if dialog is not None:
                dialog.close()
        if self._controller is not None:
            self._controller.shut_down()

    def _made_controller(self) -> ExchangeController:
        from ui.exchange.controller import ExchangeController

        if self._controller is None:
            self._controller = ExchangeController(self._app, self)
            self._controller.exported.connect(self._exported)
            self._controller.taken_in.connect(self._taken_in)
            self._controller.failed.connect(self._failed)
        return self._controller

    def _import_dialog(self) -> ImportDialog:
        from ui.exchange.import_dialog import ImportDialog

        if self._import is None:
            self._import = ImportDialog(self._made_controller(), self._window)
        return self._import

    def _exported(self, result: Exported) -> None:
        from ui.exchange.words import ExchangeWords

        self._failed(ExchangeWords(self).exported(result, Path(result.path).name))

    def _taken_in(self, result: TakenIn) -> None:
        from ui.exchange.words import ExchangeWords

        if result.messages or result.new:
            self.changed.emit()
        self._failed(" ".join(ExchangeWords(self).taken_in(result)))

    def _failed(self, words: str) -> None:
        """Say in the window what no dialog says."""
        shown = [one for one in (self._export, self._import) if one is not None and one.isVisible()]
        if words and not shown:
            self.said.emit(words)
