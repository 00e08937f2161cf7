"""Errors meant for the user: one sentence that says what happened and what to do.

A sentence is kept as a template and its values, so that the window can show it in the user's language
and the terminal in English. Templates are marked for Qt's `lupdate` with `QT_TRANSLATE_NOOP`; marking
needs no Qt.
"""

from __future__ import annotations

ERRORS_CONTEXT = "errors"
"""The translation context every sentence of the core is filed under."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark `text` for extraction by `lupdate` and return it unchanged."""
    return text


class Bytes(int):
    """A number of bytes in a sentence: "1.4 GB" in English; the window writes it as the user's language does."""

    def __str__(self) -> str:
        """Return the size in MB or GB (10**6, 10**9 bytes)."""
        if self >= 1_000_000_000:
            return f"{self / 1e9:.1f} GB"
        return f"{max(1, round(self / 1e6)) if self else 0} MB"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


class ThimbleError(Exception):
    """Something the user should know, as one sentence.

    Attributes:
        template: The English sentence, with `{name}` fields.
        values: What goes into the fields.
        details: Technical text for "More" and for the log; never translated.
    """

    def __init__(self, template: str, *, details: str = "", **values: object) -> None:
        """Keep the sentence as a template with its values."""
        super().__init__(template, values)
        self.template = template
        self.values = values
        self.details = details

    @property
    def sentence(self) -> str:
        """The English sentence."""
        return self.template.format(**self.values)

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.sentence


class SettingsError(ThimbleError):
    """A setting has a value that can't be used."""


class StoreError(ThimbleError):
    """The conversations could not be read or written."""


class DocumentError(ThimbleError):
    """A document can't be read."""


class ModelError(ThimbleError):
    """A model file is missing or can't be used."""

    @classmethod
    def unreadable(cls, file_name: str, error: OSError) -> ModelError:
        """Return the error for a file that is gone or may not be read."""
        return cls(
            QT_TRANSLATE_NOOP("errors", "The model file {file} can't be opened. Check that it is still there."),
            file=file_name,
            details=str(error),
        )


class MemoryShortError(ModelError):
    """A model with its smallest context does not fit into the memory that is free or allowed.

    Its sentence says both figures.
    """


class RepeatedCrashError(ModelError):
    """The engine ended twice in a row with a model, which is not loaded again before the user says so."""


class TransferError(ThimbleError):
    """A model file could not be fetched, or not be copied into the models folder."""


class EngineError(ThimbleError):
    """The engine process could not do what was asked; the next request may work."""


class PromptTooLongError(EngineError):
    """The newest message alone does not fit into the model's context."""


class CancelledError(Exception):
    """The user pressed Stop. Not an error: nothing is shown."""
