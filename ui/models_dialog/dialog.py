"""The window of models: what is on this computer, what can be fetched, and what is being brought."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QTabWidget, QVBoxLayout, QWidget

from ui.model_drops import ModelDrops
from ui.models_dialog.card_page import CardPage
from ui.models_dialog.controller import ModelsController
from ui.models_dialog.downloads import Phase
from ui.models_dialog.flow import FlowLayout
from ui.models_dialog.import_panel import ImportPanel
from ui.models_dialog.installed_card import InstalledCard
from ui.models_dialog.offer_card import OfferCard
from ui.models_dialog.tune_panel import TunePanel
from ui.models_dialog.tuning import TunePhase
from ui.notice_bar import NoticeBar
from ui.sentences import file_size
from ui.shortcuts import command
from ui.theme import SPACE, ThemeManager
from ui.undo_bar import UndoBar


class ModelsPage(IntEnum):
    """The two pages, in their order."""

    INSTALLED = 0
    OFFERED = 1


class ModelsDialog(QDialog):
    """Shows what the controller says and hands it what the user does; the keyboard changes pages with Ctrl+Tab."""

    said_hidden = Signal(str)
    """A sentence that came while the window was closed: who is open has to show it."""
    folder_wanted = Signal(object)
    """A folder to be shown in the file manager."""

    def __init__(
        self, controller: ModelsController, theme: ThemeManager, models_folder: Path, parent: QWidget | None = None
    ) -> None:
        """Build both pages; `open_dialog` fills them."""
        super().__init__(parent)
        self._controller = controller
        self._theme = theme
        self._models_folder = models_folder
        self._was_busy = False
        self._tuning_step: tuple[str, TunePhase | None] = ("", None)
        self._filled: set[int] = set()
        self.setWindowTitle(self.tr("Models"))
        self.setModal(False)
        self.setMinimumSize(320, 360)
        self.notices = NoticeBar(theme, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setAccessibleName(self.tr("Models on this computer, and models to download"))
        self.installed = CardPage[InstalledCard](
            self._make_installed,
            self.tr("There is no model here. Download one, or add a model file that you have."),
            self,
        )
        self.offers = CardPage[OfferCard](self._make_offer, self.tr("The catalogue is empty."), self)
        self.tabs.addTab(self.installed, self.tr("On this computer"))
        self.tabs.addTab(self.offers, self.tr("To download"))
        self.imports = ImportPanel(self)
        self.undo_bar = UndoBar(theme, self)
        self.add_button = QPushButton(self.tr("Add a model file…"), self)
        self.add_button.setToolTip(self.tr("Choose a file, or drop one onto this window"))
        self.add_button.clicked.connect(self.choose_file)
        self.folder_button = QPushButton(self.tr("Open the models folder"), self)
        self.folder_button.setProperty("role", "flat")
        self.folder_button.clicked.connect(self._open_models_folder)
        self._lay_out()
        # Left to Qt, lines that wrap would make it as high as they need, and the lists a slit.
        self.resize(self.sizeHint())
        self._drops = ModelDrops(self)
        self._connect()

    def sizeHint(self) -> QSize:
        """Return the size at the first opening."""
        screen = self.screen().availableGeometry().size()
        return QSize(600, 720).boundedTo(QSize(screen.width(), screen.height() - 60))

    def open_dialog(self, page: ModelsPage | None = None) -> None:
        """Show the window, in front, with a page of it."""
        if page is not None:
            self.tabs.setCurrentIndex(page)
        self._filled.add(self.tabs.currentIndex())
        self._controller.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        if not self._controller.imports.asking:
            self.tabs.tabBar().setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_file(self) -> None:
        """Let the user choose model files to be added."""
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Add a model file"),
            str(Path.home()),
            self.tr("Model files (*.gguf *.bin);;All files (*)"),
        )
        self._controller.imports.ask([Path(name) for name in names])

    def _lay_out(self) -> None:
        bottom = QWidget(self)
        column = QVBoxLayout(bottom)
        column.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        buttons = FlowLayout()
        for button in (self.add_button, self.folder_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column.addWidget(self.imports)
        column.addWidget(self.undo_bar)
        column.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notices)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(bottom)

    def _connect(self) -> None:
        controller = self._controller
        self.tabs.currentChanged.connect(self._fill_page)
        controller.listed.connect(self._show_lists)
        controller.notice.connect(self._tell)
        controller.downloads.broken.connect(self._tell_hidden)
        controller.undo_offered.connect(self.undo_bar.offer)
        controller.downloads.changed.connect(self._show_download)
        if controller.tuning is not None:
            controller.tuning.changed.connect(self._show_tuning)
        controller.imports.asked.connect(self.imports.ask)
        controller.imports.progressed.connect(self.imports.show_progress)
        self.undo_bar.expired.connect(controller.end_undo)
        self.imports.chosen.connect(lambda in_place: controller.imports.choose(in_place=in_place))
        self.imports.dismissed.connect(controller.imports.dismiss)
        self.imports.cancelled.connect(controller.imports.cancel)
        self._drops.dropped.connect(controller.imports.ask)
        self.folder_wanted.connect(_show_folder)
        close = QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self)
        close.activated.connect(self.close)
        undo = QShortcut(QKeySequence(command("undo").keys[0]), self)
        undo.activated.connect(self.undo_bar.undo)

    def _make_installed(self, model_id: str) -> InstalledCard:
        card = InstalledCard(self._theme, self)
        card.used.connect(partial(self._with_model, model_id, "use"))
        card.removed.connect(partial(self._with_model, model_id, "remove"))
        card.folder_wanted.connect(partial(self._with_model, model_id, "folder"))
        card.tuning_wanted.connect(partial(self._with_model, model_id, "tune"))
        card.untuned.connect(partial(self._with_model, model_id, "untune"))
        card.tuning_made.connect(self._connect_tuning)
        return card

    def _with_model(self, model_id: str, action: str) -> None:
        item = self._controller.find(model_id)
        if item is None:
            return
        match action:
            case "use":
                self._controller.use(item.model)
            case "remove":
                self._controller.remove(item.model)
            case "tune" if self._controller.tuning is not None:
                self._controller.tuning.ask(item.model)
            case "untune" if self._controller.tuning is not None:
                self._controller.tuning.give_up(item.model)
                self._show_installed()
            case "folder":
                self.folder_wanted.emit(self._controller.folder_of(item.model))

    def _connect_tuning(self, panel: TunePanel) -> None:
        tuning = self._controller.tuning
        if tuning is not None:
            panel.agreed.connect(tuning.start)
            panel.cancelled.connect(tuning.cancel)
            panel.kept.connect(tuning.keep)
            panel.declined.connect(tuning.decline)

    def _show_tuning(self, model_id: str) -> None:
        """Show how far it is on its card alone, and anew everywhere when another one may begin."""
        tuning, card = self._controller.tuning, self.installed.cards.get(model_id)
        if tuning is None or card is None:
            return
        state = tuning.state(model_id)
        card.show_tuning(state)
        step = (model_id, state.phase if state is not None else None)
        if step != self._tuning_step:
            self._tuning_step = step
            self._show_installed()

    def _make_offer(self, entry_id: str) -> OfferCard:
        entry = self._controller.offer(entry_id)
        downloads = self._controller.downloads
        card = OfferCard(self._theme, self)
        if entry is not None:
            card.used.connect(partial(self._use_offer, entry_id))
            card.wanted.connect(partial(downloads.ask, entry))
            card.agreed.connect(partial(downloads.start, entry))
            card.helped.connect(partial(downloads.start, entry))
            card.paused.connect(downloads.pause)
            card.cancelled.connect(partial(downloads.cancel, entry))
        return card

    def _use_offer(self, entry_id: str) -> None:
        entry = self._controller.offer(entry_id)
        here = self._controller.here(entry) if entry is not None else None
        if here is not None:
            self._controller.use(here)

    def _fill_page(self, page: int) -> None:
        """Make the cards of a page that is looked at for the first time."""
        if page not in self._filled and self.isVisible():
            self._filled.add(page)
            self._show_lists()

    def _show_lists(self) -> None:
        if ModelsPage.INSTALLED in self._filled:
            self._show_installed()
        if ModelsPage.OFFERED in self._filled:
            self._show_offers()

    def _show_installed(self) -> None:
        controller = self._controller
        self.installed.show_ids([item.model.id for item in controller.installed])
        for item in controller.installed:
            card = self.installed.cards[item.model.id]
            card.show_text(controller.text(item))
            if controller.tuning is not None:
                # Before the buttons: the focus goes from one that is hidden to what takes its place.
                card.show_tuning(controller.tuning.state(item.model.id))
            card.show_actions(
                use=controller.can_use(item),
                tune=controller.can_tune(item),
                untune=controller.is_tuned(item),
                remove=not item.model.built_in,
                forget=item.model.in_place,
            )

    def _show_offers(self) -> None:
        controller = self._controller
        self.offers.show_ids([entry.id for entry in controller.offers])
        for entry in controller.offers:
            self.offers.cards[entry.id].show_text(controller.offer_text(entry))
            self._show_download(entry.id, others=False)

    def _show_download(self, entry_id: str, *, others: bool = True) -> None:
        self._show_on_tab()
        entry, card = self._controller.offer(entry_id), self.offers.cards.get(entry_id)
        if entry is None or card is None:
            return
        downloads = self._controller.downloads
        state = downloads.state(entry)
        match state.phase:
            case Phase.OFFERED if (here := self._controller.here(entry)) is not None:
                card.show_installed(can_use=not self._controller.is_used(here))
            case Phase.OFFERED:
                card.show_offer(self.tr("Download {size}…").format(size=file_size(entry.bytes)))
            case Phase.ASKING:
                card.show_terms(downloads.terms(entry))
            case Phase.RUNNING | Phase.HELD:
                card.show_progress(state.words, state.fraction, held=state.phase is Phase.HELD)
            case Phase.FAILED:
                card.show_failure(state.words, self.tr("Try again"))
        busy = bool(downloads.running_id)
        card.allow_start(not busy, self.tr("Another model is being downloaded; one comes at a time.") if busy else "")
        if others and busy != self._was_busy:
            self._was_busy = busy
            for other in self._controller.offers:
                if other.id != entry_id:
                    self._show_download(other.id, others=False)

    def _show_on_tab(self) -> None:
        """Say on the tab how far the download is, for who looks at the other page."""
        downloads = self._controller.downloads
        running = self._controller.offer(downloads.running_id) if downloads.running_id else None
        words = self.tr("To download")
        if running is not None:
            percent = int(downloads.state(running).fraction * 100)
            words = self.tr("To download · {percent} %").format(percent=percent)
        if words != self.tabs.tabText(ModelsPage.OFFERED):
            self.tabs.setTabText(ModelsPage.OFFERED, words)

    def _tell(self, sentence: str) -> None:
        if self.isVisible():
            self.notices.add(sentence)
        else:
            self.said_hidden.emit(sentence)

    def _tell_hidden(self, sentence: str) -> None:
        """Say what its own place in this window says already, where that can't be seen."""
        if not self.isVisible():
            self.said_hidden.emit(sentence)

    def _open_models_folder(self) -> None:
        try:
            self._models_folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self.notices.add(
                self.tr("The models folder {folder} can't be made. Check that its disk can be written.").format(
                    folder=self._models_folder
                )
            )
            return
        self.folder_wanted.emit(self._models_folder)


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
