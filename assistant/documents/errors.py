"""The sentences for documents that can't be read."""

from __future__ import annotations

from assistant.errors import QT_TRANSLATE_NOOP, DocumentError

EMPTY = QT_TRANSLATE_NOOP("errors", "{file} is empty. Choose a document with text in it.")
NO_TEXT = QT_TRANSLATE_NOOP("errors", "There is no text in {file}. Choose a document with text in it.")
SCANNED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} holds only pictures of its pages, and Thimble can't read pictures. Choose a version with text, or run it "
    "through a text recognition (OCR) program first.",
)
ENCRYPTED = QT_TRANSLATE_NOOP("errors", "{file} is protected with a password. Save it without one and choose the copy.")
DAMAGED = QT_TRANSLATE_NOOP(
    "errors", "{file} is damaged and can't be read. Get it once more from where it came from, or save it anew."
)
NOT_A_DOCUMENT = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not a document Thimble can read. It reads PDF, Word, OpenDocument, PowerPoint, EPUB, web pages, e-mail, "
    "RTF, CSV, subtitles and plain text.",
)
OLD_OFFICE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} has the format of Office before 2007. Open it in your office program and save it as DOCX, PPTX or PDF.",
)
TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors", "{file} unpacks to far more than a document should. If you trust it, save it as plain text and try again."
)
TOO_LONG = QT_TRANSLATE_NOOP(
    "errors", "{file} holds more than {limit} million characters of text. Split it and choose one of the parts."
)
TOO_SLOW = QT_TRANSLATE_NOOP(
    "errors", "Reading {file} took too long, so it was stopped. Save it anew, or as plain text, and try again."
)
TOO_MUCH_MEMORY = QT_TRANSLATE_NOOP(
    "errors", "Reading {file} would take too much memory. Save it as plain text, or split it, and try again."
)
CRASHED = QT_TRANSLATE_NOOP(
    "errors", "{file} could not be read: it made the reader fail. Save it anew, or as plain text, and try again."
)
UNREADABLE = QT_TRANSLATE_NOOP(
    "errors", "{file} can't be opened. Check that it is still there and that you may read it."
)
NOT_A_FILE = QT_TRANSLATE_NOOP("errors", "{file} is neither a file nor a folder. Choose a document.")
LINK = QT_TRANSLATE_NOOP("errors", "{file} is a link to another place. Choose what it leads to.")
EMPTY_FOLDER = QT_TRANSLATE_NOOP("errors", "There is no document in the folder {file}. Choose another one.")

SENTENCES = frozenset(
    {
        *(EMPTY, NO_TEXT, SCANNED, ENCRYPTED, DAMAGED, NOT_A_DOCUMENT, OLD_OFFICE, TOO_LARGE, TOO_LONG, TOO_SLOW),
        *(TOO_MUCH_MEMORY, CRASHED, UNREADABLE, NOT_A_FILE, LINK, EMPTY_FOLDER),
    }
)
"""All of them: nothing else is believed of the process that reads."""


class BadDocumentError(Exception):
    """Raised by a format's reader: which sentence applies; the file's name is added later.

    Attributes:
        template: One of this module's sentences.
        values: What goes into it besides the file's name.
    """

    def __init__(self, template: str, *, details: str = "", **values: str | int | float) -> None:
        super().__init__(template)
        self.template = template
        self.details = details
        self.values = values

    def told(self, file: str) -> DocumentError:
        """Return the error for the user."""
        return DocumentError(self.template, file=file, details=self.details, **self.values)
