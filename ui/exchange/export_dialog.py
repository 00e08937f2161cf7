"""Export: which conversations, as what, and where to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.errors import StoreError
from assistant.events import Exported
from assistant.exchange.exporting import ENDINGS, Format, Selection
from assistant.store import Store
from ui.exchange.controller import ExchangeController
from ui.exchange.words import ExchangeWords
from ui.models_dialog.choice_box import ChoiceBox
from ui.models_dialog.progress_row import ProgressRow
from ui.sentences import sentence
from ui.settings_dialog.fields import WheelGuard
from ui.theme import SPACE

_FORMAT, _FOLDER = "export_format", "export_folder"
"""Keys of what was chosen last in the store's window state."""
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_RESERVED = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]", re.IGNORECASE)
"""Windows takes these for devices, whatever they end in."""
_LONGEST_NAME = 60
_IN_ORDER = (Format.HTML, Format.PDF, Format.MARKDOWN, Format.TEXT, Format.JSON)


class ExportDialog(QDialog):
    """One page: what is chosen, then how far it is, then where the file lies. Closing it does not end an export."""

    def __init__(self, store: Store, controller: ExchangeController, parent: QWidget | None = None) -> None:
        """Build it; `open_for` fills it."""
        super().__init__(parent)
        self._store = store
        self._controller = controller
        self._words = ExchangeWords(self)
        self._file: Path | None = None
        self._exporting = False
        self.setWindowTitle(self.tr("Export conversations"))
        self.setMinimumWidth(320)
        self.what = self._combo_box(self.tr("Conversations"))
        self.format = self._combo_box(self.tr("Format"))
        for format_ in _IN_ORDER:
            self.format.addItem(self._words.format_name(format_), format_)
        self._explanation = self._muted()
        self.place = QLineEdit(self)
        self.place.setAccessibleName(self.tr("File"))
        self.choose_button = QPushButton(self.tr("Choose…"), self)
        self.choose_button.setToolTip(self.tr("Choose where the file is put"))
        self.choose_button.setAutoDefault(False)
        self._warning = self._muted()
        self.progress = ProgressRow(self.tr("Exporting conversations"), self)
        self.progress.pause_button.hide()
        self.progress.resume_button.hide()
        self.outcome = ChoiceBox(self)
        self.folder_button = self.outcome.add_button(self.tr("Open the folder"))
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setAutoDefault(False)
        self.export_button = QPushButton(self.tr("Export"), self)
        self.export_button.setProperty("role", "primary")
        self.export_button.setDefault(True)
        self._lay_out()
        self._connect()

    def open_for(self, ids: Sequence[int] = ()) -> None:
        """Show it, in front.

        Args:
            ids: Conversations that were chosen; none for all.
        """
        if not self._controller.busy:
            self.outcome.hide()
            try:
                self._fill(ids)
            except StoreError as error:
                self._say(sentence(error))
        self._show_state()
        self.show()
        self.raise_()
        self.activateWindow()
        self.format.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen_format(self) -> Format:
        """The format chosen."""
        return Format(self.format.currentData())

    @property
    def file(self) -> Path:
        """The file named."""
        return Path(self.place.text().strip()).expanduser()

    def choose_place(self) -> None:
        """Let the user choose the file."""
        ending = ENDINGS[self.chosen_format]
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export conversations"),
            str(self.file),
            f"{self._words.format_name(self.chosen_format)} (*{ending})",
        )
        if name:
            path = Path(name)
            self.place.setText(str(path if path.suffix else path.with_name(path.name + ending)))

    def export(self) -> None:
        """Begin."""
        if self._controller.busy or not self.place.text().strip():
            return
        self._file = self.file
        self._exporting = True
        self.outcome.hide()
        try:
            self._store.set_state(_FORMAT, self.chosen_format)
            self._store.set_state(_FOLDER, str(self._file.parent))
        except StoreError:
            pass  # What was chosen last is no reason not to export.
        self._controller.export(self.what.currentData(), self.chosen_format, self._file)
        self.progress.show_progress(self.tr("Exporting…"), 0)
        self._show_state()
        self.progress.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 4 * SPACE)
        layout.setSpacing(SPACE)
        place = QHBoxLayout()
        place.addWidget(self.place, 1)
        place.addWidget(self.choose_button)
        for label, control, more in (
            (self.tr("Conversations"), self.what, None),
            (self.tr("Format"), self.format, self._explanation),
            (self.tr("File"), self.place, self._warning),
        ):
            name = QLabel(label, self)
            name.setBuddy(control)
            layout.addWidget(name)
            if control is self.place:
                layout.addLayout(place)
            else:
                layout.addWidget(control)
            if more is not None:
                layout.addWidget(more)
            layout.addSpacing(2 * SPACE)
        layout.addWidget(self.progress)
        layout.addWidget(self.outcome)
        layout.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.export_button)
        layout.addLayout(buttons)
        self.resize(480, 400)

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._format_changed)
        self.what.currentIndexChanged.connect(self._what_changed)
        self.place.textChanged.connect(self._show_state)
        self.choose_button.clicked.connect(self.choose_place)
        self.export_button.clicked.connect(self.export)
        self.close_button.clicked.connect(self.close)
        self.progress.cancelled.connect(self._controller.cancel)
        self.folder_button.clicked.connect(self._open_folder)
        self._controller.progressed.connect(self._show_progress)
        self._controller.exported.connect(self._exported)
        self._controller.taken_in.connect(self._show_state)
        self._controller.failed.connect(self._failed)

    def _fill(self, ids: Sequence[int]) -> None:
        everything = self._store.conversation_ids()
        self.what.blockSignals(True)
        self.what.clear()
        if len(ids) == 1:
            title = " ".join(self._store.conversation(ids[0]).title.split()) or self.tr("Untitled")
            shown = title if len(title) <= _LONGEST_NAME else title[: _LONGEST_NAME - 1] + "…"
            self.what.addItem(self.tr("“{title}”").format(title=shown), Selection(tuple(ids)))
        elif ids:
            self.what.addItem(self.tr("%n chosen conversations", "", len(ids)), Selection(tuple(ids)))
        self.what.addItem(self.tr("All %n conversations", "", len(everything)), Selection())
        for folder in self._store.folders():
            count = len(self._store.conversation_ids(folder.id))
            if count:
                name = " ".join(folder.name.split())
                self.what.addItem(
                    self.tr("Folder “{name}” (%n)", "", count).format(name=name), Selection(None, folder.id)
                )
        self.what.setCurrentIndex(0)
        self.what.blockSignals(False)
        last = self._store.get_state(_FORMAT)
        self.format.setCurrentIndex(max(0, self.format.findData(last)) if last in list(Format) else 0)
        self._explanation.setText(self._words.format_explanation(self.chosen_format))
        folder_path = Path(self._store.get_state(_FOLDER) or _documents())
        self.place.setText(str((folder_path if folder_path.is_dir() else Path(_documents())) / self._name()))

    def _name(self) -> str:
        """Return a name for the file that every system allows."""
        title = self.what.currentText() if self.what.currentData() != Selection() else ""
        clean = _NOT_IN_NAMES.sub(" ", title.strip("“”")).strip(" .")
        stem = " ".join(clean.split())[:_LONGEST_NAME].strip(" .") or "Thimble"
        if _RESERVED.fullmatch(stem):
            stem += "_"
        return stem + ENDINGS[self.chosen_format]

    def _format_changed(self) -> None:
        self._explanation.setText(self._words.format_explanation(self.chosen_format))
        path = self.file
        if path.suffix.casefold() in ENDINGS.values():
            self.place.setText(str(path.with_suffix(ENDINGS[self.chosen_format])))

    def _what_changed(self) -> None:
        self.place.setText(str(self.file.with_name(self._name()) if self.file.name else self._name()))

    def _show_state(self) -> None:
        busy = self._controller.busy
        for control in (self.what, self.format, self.place, self.choose_button):
            control.setEnabled(not busy)
        text = self.place.text().strip()
        self.export_button.setEnabled(not busy and bool(text) and self.what.count() > 0)
        warnings = []
        if text and self.file.exists() and not busy and self.outcome.isHidden():
            warnings.append(self.tr("There is a file of this name already; it will be replaced."))
        if self._store.key is not None:
            warnings.append(self.tr("The file is not protected by your passphrase: whoever has it can read it."))
        self._warning.setText("\n".join(warnings))
        self._warning.setVisible(bool(warnings))
        if not busy:
            self.progress.hide()

    def _show_progress(self, done: int, fraction: float) -> None:
        if self._exporting:
            self.progress.show_progress(self.tr("Exporting: %n conversations done", "", done), fraction)

    def _exported(self, result: Exported) -> None:
        self._exporting = False
        self._say(self._words.exported(result, Path(result.path).name))
        self.folder_button.show()
        self.folder_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, words: str) -> None:
        if self._exporting:
            self._exporting = False
            self._say(words)
            self.folder_button.hide()

    def _say(self, words: str) -> None:
        self.outcome.set_text(words)
        self.outcome.setVisible(bool(words))
        self._show_state()
        if words:
            self.folder_button.setVisible(self._file is not None)

    def _open_folder(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))

    def _combo_box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.installEventFilter(WheelGuard(box))
        return box

    def _muted(self) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(Path.home())
