"""The words beside a message: who speaks, how long and fast the answer was, how it ended."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from assistant.events import StopReason
from assistant.store.records import Message, MessageState, Role

_SHORT = 160


class Counts(QObject):
    """What is counted, with its plurals: `lupdate` finds these in an object's own `tr` alone."""

    def words(self, number: int) -> str:
        """Return a number of words."""
        return self.tr("%n words", "", number)


def speaker(role: Role) -> str:
    """Return who wrote a message."""
    if role is Role.USER:
        return QCoreApplication.translate("Transcript", "You")
    return QCoreApplication.translate("Transcript", "Thimble")


def accessible_name(role: Role, text: str) -> str:
    """Return what a screen reader says of a message: who spoke, and the beginning of the text."""
    short = " ".join(text[: 2 * _SHORT].split())
    if len(short) > _SHORT:
        short = short[:_SHORT].rsplit(" ", 1)[0] + " …"
    if role is Role.USER:
        return QCoreApplication.translate("Transcript", "You said: {0}").format(short)
    return QCoreApplication.translate("Transcript", "Thimble answered: {0}").format(short)


def foot(message: Message) -> str:
    """Return the line below an answer: its words, its speed, how it ended; empty for the user's messages."""
    if message.role is Role.USER:
        return ""
    parts = []
    words = len(message.text.split())
    if words:
        parts.append(Counts().words(words))
        speed = words_per_second(message, words)
        if speed:
            number = QLocale().toString(speed, "f", 0 if speed >= 9.95 else 1)
            parts.append(QCoreApplication.translate("Transcript", "{0} words/s").format(number))
    ending = how_it_ended(message)
    if ending:
        parts.append(ending)
    return " · ".join(parts)


def words_per_second(message: Message, words: int) -> float:
    """Return an answer's speed in words; 0 when unknown."""
    stats = message.stats
    if stats is None or stats.answer_tokens < 2 or stats.answer_tokens_per_second <= 0:
        return 0.0
    return words * stats.answer_tokens_per_second / stats.answer_tokens


def how_it_ended(message: Message) -> str:
    """Return how an answer ended, where that is not its natural end."""
    if message.state is MessageState.CANCELLED:
        return QCoreApplication.translate("Transcript", "Stopped")
    if message.state is MessageState.INTERRUPTED:
        return QCoreApplication.translate("Transcript", "Interrupted when Thimble closed")
    if is_cut_off(message):
        if message.stop_reason == StopReason.CONTEXT:
            return QCoreApplication.translate("Transcript", "Cut off: the context is full")
        return QCoreApplication.translate("Transcript", "Cut off at the longest answer allowed")
    return ""


def is_cut_off(message: Message) -> bool:
    """Whether an answer ended because there was no room for more."""
    return message.state is MessageState.COMPLETE and message.stop_reason in (StopReason.LENGTH, StopReason.CONTEXT)


def can_continue(message: Message) -> bool:
    """Whether an answer may go on where it ended."""
    return (
        message.role is Role.ASSISTANT
        and bool(message.text)
        and (is_cut_off(message) or message.state in (MessageState.CANCELLED, MessageState.INTERRUPTED))
    )


def speed_details(message: Message) -> str:
    """Return the tooltip of the line below an answer."""
    stats = message.stats
    if stats is None or stats.answer_tokens_per_second <= 0:
        return ""
    number = QLocale()
    return QCoreApplication.translate("Transcript", "{0} tokens · {1} tokens/s · first word after {2} s").format(
        number.toString(stats.answer_tokens),
        number.toString(stats.answer_tokens_per_second, "f", 1),
        number.toString(stats.seconds_to_first_token, "f", 1),
    )


def size_in_words(characters: int) -> str:
    """Return a text's size: "5.0 MB", "12 kB"."""
    if characters >= 100_000:
        size = QLocale().toString(characters / 1_000_000, "f", 1)
        return QCoreApplication.translate("Transcript", "{0} MB").format(size)
    size = QLocale().toString(max(1, round(characters / 1_000)))
    return QCoreApplication.translate("Transcript", "{0} kB").format(size)
