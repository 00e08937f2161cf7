"""What the summary page says, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assistant.documents.blocks import Note, NoteKind, Place
from assistant.documents.reader import ReadingProgress
from assistant.errors import DocumentError
from assistant.summaries.profiles import LANGUAGE_NAMES
from assistant.summaries.rendering import Labels
from assistant.summaries.summary import Length, Origin, Point, Source, Style, Summary
from ui.sentences import sentence

_MINUTE = 60
_LONGEST_QUOTE = 160


def style_name(style: Style) -> str:
    """Return what a style is called."""
    return {
        Style.KEY_POINTS: QCoreApplication.translate("SummaryWords", "Key points"),
        Style.PARAGRAPH: QCoreApplication.translate("SummaryWords", "A paragraph"),
        Style.SENTENCE: QCoreApplication.translate("SummaryWords", "One sentence"),
        Style.OUTLINE: QCoreApplication.translate("SummaryWords", "Outline by section"),
        Style.ACTIONS: QCoreApplication.translate("SummaryWords", "Tasks and dates"),
        Style.QUESTIONS: QCoreApplication.translate("SummaryWords", "Questions and answers"),
    }[style]


def length_name(length: Length) -> str:
    """Return what a length is called."""
    return {
        Length.SHORT: QCoreApplication.translate("SummaryWords", "Short"),
        Length.MEDIUM: QCoreApplication.translate("SummaryWords", "Medium"),
        Length.LONG: QCoreApplication.translate("SummaryWords", "Long"),
    }[length]


def language_name(code: str) -> str:
    """Return the name of a language in the user's language."""
    names = {
        "ar": QCoreApplication.translate("languages", "Arabic"),
        "de": QCoreApplication.translate("languages", "German"),
        "el": QCoreApplication.translate("languages", "Greek"),
        "en": QCoreApplication.translate("languages", "English"),
        "es": QCoreApplication.translate("languages", "Spanish"),
        "fr": QCoreApplication.translate("languages", "French"),
        "he": QCoreApplication.translate("languages", "Hebrew"),
        "hi": QCoreApplication.translate("languages", "Hindi"),
        "it": QCoreApplication.translate("languages", "Italian"),
        "ja": QCoreApplication.translate("languages", "Japanese"),
        "ko": QCoreApplication.translate("languages", "Korean"),
        "nl": QCoreApplication.translate("languages", "Dutch"),
        "pt": QCoreApplication.translate("languages", "Portuguese"),
        "ru": QCoreApplication.translate("languages", "Russian"),
        "th": QCoreApplication.translate("languages", "Thai"),
        "zh": QCoreApplication.translate("languages", "Chinese"),
    }
    return names.get(code) or LANGUAGE_NAMES.get(code, code)


def place_words(place: Place) -> str:
    """Return a place as people would say it: "page 3, “Results”, paragraph 2"."""
    words = [place.file] if place.file else []
    if place.page:
        words.append(QCoreApplication.translate("SummaryWords", "page {number}").format(number=place.page))
    if place.heading:
        words.append(QCoreApplication.translate("SummaryWords", "“{heading}”").format(heading=place.heading))
    if place.paragraph:
        words.append(QCoreApplication.translate("SummaryWords", "paragraph {number}").format(number=place.paragraph))
    return ", ".join(words)


def places_words(sources: tuple[Source, ...]) -> str:
    """Return the places of sources, each once."""
    return "; ".join(dict.fromkeys(place_words(source.place) for source in sources))


def origin_words(origin: Origin, model: str) -> str:
    """Return who wrote a point and how far it was checked."""
    if origin is Origin.EXTRACTED:
        return QCoreApplication.translate("SummaryWords", "word for word")
    if origin is Origin.UNSURE:
        return QCoreApplication.translate(
            "SummaryWords", "written by {model}; only names and numbers were checked"
        ).format(model=model)
    return QCoreApplication.translate("SummaryWords", "written by {model}, checked").format(model=model)


def point_details(point: Point, model: str) -> str:
    """Return the line below a point: where it comes from and who wrote it."""
    where = places_words(point.sources)
    return " · ".join(part for part in (where, origin_words(point.origin, model)) if part)


def quote(source: Source) -> str:
    """Return a passage, shortened to a line or two."""
    text = " ".join(source.text.split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1].rstrip()}…"


def reading_words(progress: ReadingProgress | None) -> str:
    """Return how far the reading of a document is."""
    if progress is None:
        return QCoreApplication.translate("SummaryWords", "Reading the document…")
    if progress.files > 1:
        return QCoreApplication.translate("SummaryWords", "Reading {file}, {number} of {files}…").format(
            file=progress.file, number=progress.number, files=progress.files
        )
    if progress.total:
        return QCoreApplication.translate("SummaryWords", "Reading {file}, {done} of {total}…").format(
            file=progress.file, done=progress.done, total=progress.total
        )
    return QCoreApplication.translate("SummaryWords", "Reading {file}…").format(file=progress.file)


def progress_words(summary: Summary, seconds_left: float | None) -> str:
    """Return "57 of 143 sections · about 2 min left"."""
    done = QCoreApplication.translate("SummaryWords", "{done} of {total} sections").format(
        done=summary.parts_covered, total=summary.parts_total
    )
    left = time_left(seconds_left)
    return f"{done} · {left}" if left else done


def time_left(seconds: float | None) -> str:
    """Return how long something will still take, roughly; empty when that is not known."""
    if seconds is None:
        return ""
    if seconds < 10:
        return QCoreApplication.translate("SummaryWords", "a few seconds left")
    if seconds < 1.5 * _MINUTE:
        return QCoreApplication.translate("SummaryWords", "about {seconds} s left").format(
            seconds=round(seconds / 10) * 10
        )
    minutes = round(seconds / _MINUTE)
    if minutes < 90:
        return QCoreApplication.translate("SummaryWords", "about {minutes} min left").format(minutes=minutes)
    return QCoreApplication.translate("SummaryWords", "about {hours} h left").format(hours=round(minutes / _MINUTE))


def coverage(summary: Summary) -> str:
    """Return how much of the document a summary covers."""
    return QCoreApplication.translate("SummaryWords", "Covers {done} of {total} sections").format(
        done=summary.parts_covered, total=summary.parts_total
    )


def stopped_words(summary: Summary) -> str:
    """Return how much of the document a summary covers that was stopped."""
    return QCoreApplication.translate("SummaryWords", "Stopped: covers {done} of {total} sections").format(
        done=summary.parts_covered, total=summary.parts_total
    )


def declined_words(summary: Summary) -> str:
    """Return why there are only key sentences."""
    return QCoreApplication.translate(
        "SummaryWords", "The model can't write {language}, so these are key sentences, word for word."
    ).format(
        language=language_name(summary.language)
        if summary.language
        else QCoreApplication.translate("SummaryWords", "this language")
    )


def note_words(notes: tuple[Note, ...]) -> list[str]:
    """Return what could not be read of a document, a sentence for each."""
    return [_note(note) for note in notes]


def _note(note: Note) -> str:
    match note.kind:
        case NoteKind.PAGES_WITHOUT_TEXT:
            words = QCoreApplication.translate(
                "SummaryWords", "Pages without text, which could not be read: {number}."
            ).format(number=note.number)
            return f"{note.text}: {words}" if note.text else words
        case NoteKind.DAMAGED:
            words = QCoreApplication.translate(
                "SummaryWords", "The document is damaged; the rest of it could not be read."
            )
            return f"{note.text}: {words}" if note.text else words
        case NoteKind.FILE_LEFT_OUT:
            if note.template:
                values: dict[str, object] = {"file": note.text, **note.values}
                error = DocumentError(note.template)
                error.values = values
                return sentence(error)
            return QCoreApplication.translate("SummaryWords", "Left out: {file}.").format(file=note.text)
        case NoteKind.HIDDEN_LEFT_OUT:
            return QCoreApplication.translate("SummaryWords", "Hidden files left out: {number}.").format(
                number=note.number
            )
        case NoteKind.TOO_MANY_FILES:
            return QCoreApplication.translate(
                "SummaryWords", "Files left out because there are too many: {number}."
            ).format(number=note.number)
        case NoteKind.TOO_DEEP:
            return QCoreApplication.translate(
                "SummaryWords", "Folders left out because they lie too deep: {number}."
            ).format(number=note.number)


def nothing_words(style: Style) -> str:
    """Return what stands in the place of a summary without points."""
    if style is Style.ACTIONS:
        return QCoreApplication.translate("SummaryWords", "There is nothing to be done and no date in this document.")
    return QCoreApplication.translate("SummaryWords", "There is nothing of this kind in the document.")


def labels(summary: Summary) -> Labels:
    """Return the words around a summary that is saved."""
    covered = coverage(summary) if summary.complete else stopped_words(summary)
    if summary.declined:
        covered = f"{declined_words(summary)} {covered}"
    return Labels(
        place=place_words,
        origins={origin: origin_words(origin, summary.model) for origin in Origin},
        coverage=f"{covered}.",
        sources=QCoreApplication.translate("SummaryWords", "Sources"),
        nothing=nothing_words(summary.style),
    )


def request_words(title: str) -> str:
    """Return what the user is taken to have said when a summary was asked for."""
    return QCoreApplication.translate("SummaryWords", "Summarise “{title}”").format(title=title)
