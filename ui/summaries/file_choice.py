"""Choosing documents to read, and where a summary is saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from assistant.errors import ThimbleError
from ui.sentences import sentence
from ui.summaries.controller import SummaryController
from ui.summaries.saving import Format, content, file_name, save

ENDINGS = (
    *("pdf", "docx", "odt", "odp", "ods", "pptx", "epub", "html", "htm", "xhtml", "md", "txt", "rtf", "srt", "vtt"),
    *("eml", "csv", "tsv"),
)
"""Of the files the dialog shows first; what a file really is, is looked at later."""


class FileChoice(QObject):
    """The system's dialogs; folders are remembered."""

    failed = Signal(str)
    """A sentence: a file can't be written."""

    def __init__(self, controller: SummaryController, window: QWidget) -> None:
        """Open the dialogs over `window`."""
        super().__init__(window)
        self._controller = controller
        self._window = window

    def choose_files(self) -> None:
        """Let the user choose files, and read them as one document."""
        endings = " ".join(f"*.{ending}" for ending in ENDINGS)
        # Not within the braces: lupdate would not see them there.
        documents, everything = self.tr("Documents"), self.tr("All files")
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Choose a document"),
            self._controller.folder("open"),
            ";;".join((f"{documents} ({endings})", f"{everything} (*)")),
        )
        if names:
            self._controller.remember_folder("open", str(Path(names[0]).parent))
            self._controller.read([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Let the user choose a folder, and read what is in it as one document."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Choose a folder"), self._controller.folder("open")
        )
        if name:
            self._controller.remember_folder("open", name)
            self._controller.read([Path(name)])

    def save_summary(self) -> bool:
        """Let the user choose where the summary is saved, and as what; returns whether there is one."""
        sheet = self._controller.sheet
        if sheet is None or sheet.shown is None:
            return False
        plain, word, page = self.tr("Markdown"), self.tr("Word document"), self.tr("Web page")
        formats = {
            f"{plain} (*.md)": Format.MARKDOWN,
            f"{word} (*.docx)": Format.WORD,
            f"{page} (*.html)": Format.WEB_PAGE,
        }
        folder = self._controller.folder("save") or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        name, chosen = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the summary"),
            str(Path(folder) / file_name(sheet.conversation.title)),
            ";;".join(formats),
        )
        if name:
            self.save_as(Path(name), formats.get(chosen, Format.MARKDOWN))
        return True

    def save_as(self, path: Path, wanted: Format) -> None:
        """Save the summary on the page.

        Args:
            path: Where; an ending that says another format counts, a missing one is added.
            wanted: The format chosen.
        """
        sheet = self._controller.sheet
        if sheet is None or sheet.shown is None:
            return
        by_ending = {one.value: one for one in Format}
        wanted = by_ending.get(path.suffix.casefold(), wanted)
        if path.suffix.casefold() != wanted.value:
            path = path.with_name(path.name + wanted.value)
        try:
            save(path, content(sheet.shown, wanted))
        except ThimbleError as error:
            self.failed.emit(sentence(error))
            return
        self._controller.remember_folder("save", str(path.parent))
