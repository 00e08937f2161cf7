"""Export and import in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from assistant.events import Exported, TakenIn
from assistant.exchange.exporting import Format
from assistant.exchange.words import Words
from ui.sentences import sentence


class ExchangeWords(QObject):
    """Names of formats, the words within exported texts, and what came of it."""

    def format_name(self, format_: Format) -> str:
        """Return a format's name."""
        match format_:
            case Format.MARKDOWN:
                return self.tr("Markdown")
            case Format.HTML:
                return self.tr("Web page (HTML)")
            case Format.TEXT:
                return self.tr("Plain text")
            case Format.PDF:
                return self.tr("PDF")
            case Format.JSON:
                return self.tr("Everything, to import again (JSON)")

    def format_explanation(self, format_: Format) -> str:
        """Return what a format is good for."""
        match format_:
            case Format.MARKDOWN:
                return self.tr("For notes and other programs; answers keep their headings, lists and code.")
            case Format.HTML:
                return self.tr("One file that every browser shows and prints. It loads nothing and holds no program.")
            case Format.TEXT:
                return self.tr("Only the words, for any editor.")
            case Format.PDF:
                return self.tr("Pages with numbers, to print or to pass on.")
            case Format.JSON:
                return self.tr("Also other answers, drafts and folders, for another computer or to keep.")

    def within(self) -> Words:
        """Return the words within exported texts."""
        return Words(
            language=QLocale().bcp47Name(),
            user=self.tr("You"),
            assistant="Thimble",
            untitled=self.tr("Untitled"),
            conversations=self.tr("Conversations"),
            instructions=self.tr("Instructions for the model"),
            cut_off=self.tr("cut off"),
            stopped=self.tr("stopped"),
            failed=self.tr("failed"),
            interrupted=self.tr("interrupted"),
            being_written=self.tr("still being written"),
        )

    def exported(self, result: Exported, name: str) -> str:
        """Return what was exported to a file called `name`."""
        count = self.tr("%n conversations were exported to {file}.", "", result.conversations)
        return count.format(file=name)

    def taken_in(self, result: TakenIn) -> list[str]:
        """Return what an import brought, as the first sentence or sentences, and what it could not bring."""
        found: list[str] = []
        if result.new:
            found.append(self.tr("%n conversations were imported.", "", result.new))
        if result.grown:
            found.append(self.tr("%n conversations got new messages.", "", result.grown))
        if result.known:
            found.append(self.tr("%n conversations were here already.", "", result.known))
        if not found:
            found.append(self.tr("Nothing was imported."))
        if result.left_out:
            found.append(
                self.tr("%n pictures, attached files or notes of tools could not be taken over.", "", result.left_out)
            )
        if result.unreadable:
            found.append(self.tr("%n damaged pieces were passed over.", "", result.unreadable))
        if result.foreign:
            names = ", ".join(result.foreign[:5]) + (" …" if len(result.foreign) > 5 else "")
            found.append(self.tr("No conversations were found in {files}.").format(files=names))
        if result.failure is not None:
            found.append(sentence(result.failure))
        if result.cancelled:
            found.append(self.tr("It was stopped early; importing again brings the rest."))
        return found
