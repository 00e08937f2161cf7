"""The page of the settings about backups."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QStandardPaths, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QListWidget, QListWidgetItem, QPushButton, QSizePolicy

from assistant.store.backups import Backup
from ui.backups.desk import BackupDesk, Shelf
from ui.models_dialog.flow import FlowLayout
from ui.sentences import file_size
from ui.settings_dialog.fields import Change
from ui.settings_dialog.page import Page
from ui.settings_dialog.pages import open_folder
from ui.theme import SPACE, ThemeManager
from ui.undo_bar import UndoBar

_LIST_HEIGHT = 190
_HOME = QStandardPaths.StandardLocation.HomeLocation


class BackupsPage(Page):
    """Which backups there are, where they go, and putting one in the place of the conversations."""

    def __init__(self, desk: BackupDesk, theme: ThemeManager, change: Change) -> None:
        """Show what `desk` knows once the page is seen."""
        super().__init__(change)
        self.title = self.tr("Backups")
        self._desk = desk
        self._shelf: Shelf | None = None
        self._at_restore = ""
        self.column.setSpacing(2 * SPACE)
        self._add_making()
        self.column.addSpacing(3 * SPACE)
        self._add_folder()
        self.column.addSpacing(3 * SPACE)
        self._add_list(theme)
        self.finish()
        desk.listed.connect(self._show)
        desk.busy_changed.connect(self._arrange)
        desk.backed_up.connect(self._backed_up)
        desk.failed.connect(self._failed)
        desk.restored.connect(self._restored)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Look which backups there are each time the page is opened."""
        super().showEvent(event)
        self._desk.read_list()

    def _add_making(self) -> None:
        self.column.addWidget(
            _muted(
                self.tr(
                    "Your conversations are backed up each day that Thimble is used, and before an update changes how "
                    "they are kept. Backups of the last 7 days and of 4 earlier weeks stay."
                )
            )
        )
        self.now_button = QPushButton(self.tr("Back up now"))
        self.now_button.setToolTip(self.tr("Copy all conversations now"))
        self.now_button.setAutoDefault(False)
        self.now_button.clicked.connect(self._back_up_now)
        self.column.addWidget(self.now_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.status = _muted("")
        self.status.hide()
        self.column.addWidget(self.status)

    def _add_folder(self) -> None:
        heading = QLabel(self.tr("A second place"))
        self.folder_label = QLabel()
        self.folder_label.setWordWrap(True)
        self.folder_label.setTextFormat(Qt.TextFormat.PlainText)
        self.folder_label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.folder_label.setAccessibleName(self.tr("Folder of the second place"))
        self.folder_button = QPushButton(self.tr("Choose a folder…"))
        self.folder_button.setToolTip(self.tr("Have a backup made there each day as well"))
        self.folder_button.setAutoDefault(False)
        self.folder_button.clicked.connect(self._choose_folder)
        self.forget_button = QPushButton(self.tr("Don't use it"))
        self.forget_button.setToolTip(self.tr("Make no more backups there; those that are there stay"))
        self.forget_button.setAutoDefault(False)
        self.forget_button.clicked.connect(lambda: self._desk.choose_folder(""))
        self.column.addWidget(heading)
        self.column.addWidget(
            _muted(self.tr("For example a memory stick: it gets a backup each day on which it is connected."))
        )
        self.column.addWidget(self.folder_label)
        self.column.addLayout(_row(self.folder_button, self.forget_button))

    def _add_list(self, theme: ThemeManager) -> None:
        heading = QLabel(self.tr("Backups there are"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups there are"))
        self.list.setMinimumHeight(_LIST_HEIGHT)
        self.list.setWordWrap(True)
        self.list.setProperty("role", "framed")
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._arrange)
        heading.setBuddy(self.list)
        self.restore_button = QPushButton(self.tr("Restore"))
        self.restore_button.setToolTip(
            self.tr("Put this backup in the place of all conversations; those of now are backed up first")
        )
        self.restore_button.setAutoDefault(False)
        self.restore_button.clicked.connect(self._restore)
        self.show_button = QPushButton(self.tr("Show in its folder"))
        self.show_button.setToolTip(self.tr("Open the folder the backup lies in"))
        self.show_button.setAutoDefault(False)
        self.show_button.clicked.connect(self._show_folder)
        self.hint = _muted("")
        self.undo_bar = UndoBar(theme)
        self.undo_bar.button.setToolTip(self.tr("Bring back the conversations from before"))
        for widget in (heading, self.list, self.hint):
            self.column.addWidget(widget)
        self.column.addLayout(_row(self.restore_button, self.show_button))
        self.column.addWidget(self.undo_bar)

    def _show(self, shelf: Shelf) -> None:
        self._shelf = shelf
        chosen = self._chosen_file()
        self.list.clear()
        backups = [(backup, False) for backup in shelf.own] + [(backup, True) for backup in shelf.chosen]
        for backup, elsewhere in sorted(backups, key=lambda pair: pair[0].made_at, reverse=True):
            item = QListWidgetItem(self._words(backup, elsewhere=elsewhere))
            item.setData(Qt.ItemDataRole.UserRole, str(backup.path))
            item.setToolTip(str(backup.path))
            self.list.addItem(item)
            if backup.path == chosen:
                self.list.setCurrentItem(item)
        if not backups:
            item = QListWidgetItem(self.tr("None yet. The first is made today."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        if shelf.folder is None:
            self.folder_label.setText(self.tr("None chosen"))
        elif shelf.is_there:
            self.folder_label.setText(str(shelf.folder))
        else:
            self.folder_label.setText(
                self.tr(
                    "{folder} is not there now. Connect the drive it is on, and backups are made there again."
                ).format(folder=shelf.folder)
            )
        self._arrange()

    def _words(self, backup: Backup, *, elsewhere: bool) -> str:
        made_at = QDateTime.fromSecsSinceEpoch(int(backup.made_at.timestamp()))
        moment = QLocale().toString(made_at, QLocale.FormatType.ShortFormat)
        words = self.tr("{date} · {size}").format(date=moment, size=file_size(backup.size))
        if backup.replaced:
            words = self.tr("{backup} · from before another was restored").format(backup=words)
        elif elsewhere:
            words = self.tr("{backup} · second place").format(backup=words)
        return words

    def _arrange(self, *_: object) -> None:
        file, busy = self._chosen_file(), self._desk.busy
        self.now_button.setEnabled(not busy)
        self.folder_button.setEnabled(not busy)
        self.forget_button.setEnabled(not busy)
        self.forget_button.setVisible(self._shelf is not None and self._shelf.folder is not None)
        self.restore_button.setEnabled(file is not None and not busy)
        self.show_button.setEnabled(file is not None)
        self.hint.setText(self._at_restore)
        self.hint.setVisible(bool(self._at_restore))

    def _chosen_file(self) -> Path | None:
        item = self.list.currentItem()
        data = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return Path(data) if data else None

    def _back_up_now(self) -> None:
        self._say(self.tr("Making a backup…"))
        self._desk.back_up_now()

    def _backed_up(self, made: list[Path]) -> None:
        self._say(self.tr("Backed up in two places.") if len(made) > 1 else self.tr("Backed up."))

    def _failed(self, words: str) -> None:
        self._at_restore = ""
        self._say(words)
        self._arrange()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Choose a folder for backups"), QStandardPaths.writableLocation(_HOME)
        )
        if chosen:
            self._desk.choose_folder(str(Path(chosen)))

    def _restore(self) -> None:
        file = self._chosen_file()
        if file is None:
            return
        if self._desk.at_work:
            self._at_restore = self.tr("An answer is being written. Wait for its end or stop it, then restore.")
            self._arrange()
            return
        self._at_restore = self.tr("Restoring… This takes some seconds.")
        self._arrange()
        self._desk.restore(file)

    def _restored(self, before: Path | None) -> None:
        self._at_restore = ""
        self._arrange()
        if before is not None:
            self._say("")
            self.undo_bar.offer(
                self.tr("The backup has taken the place of all conversations. Those of before are in the list too."),
                lambda: self._desk.restore(before),
            )
            self.ensureWidgetVisible(self.undo_bar)

    def _say(self, words: str) -> None:
        self.status.setText(words)
        self.status.setAccessibleName(words)
        self.status.setVisible(bool(words))

    def _show_folder(self) -> None:
        file = self._chosen_file()
        if file is not None:
            open_folder(file.parent)


def _muted(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "muted")
    return label


def _row(*buttons: QPushButton) -> FlowLayout:
    """Put buttons beside one another, or below where the window is narrow."""
    layout = FlowLayout()
    for button in buttons:
        layout.addWidget(button)
    return layout
