"""What is said about models: sizes, speeds and languages as people say them, not in tokens."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLocale, QObject

from assistant.models.advice import Advice, Verdict
from assistant.models.catalogue import CatalogueEntry, Role
from assistant.models.library import InstalledModel
from assistant.models.speeds import Speed
from ui.models_dialog.card import CardText
from ui.sentences import file_size, sentence

TOKENS_PER_WORD = 1.4
"""Of English text; other languages take more."""
_MOST_LANGUAGES = 8
_PLAIN_NAMES = {"en": "English", "es": "español", "pt": "português", "zh": "中文"}
"""Languages that Qt names with a country ("American English"); never translated."""


def words_per_second(speed: Speed) -> float:
    """Return how many words a second a model writes; 0 when unknown."""
    return speed.answer / TOKENS_PER_WORD


def context_in_words(tokens: int) -> int:
    """Return about how many words fit into a context, rounded to what is easily said."""
    words = tokens / TOKENS_PER_WORD
    step = 10 ** max(0, len(str(int(words))) - 2)
    return int(words // step * step)


class ModelWords(QObject):
    """Puts what is known about a model into words of the user's language."""

    def language_names(self, codes: Iterable[str]) -> str:
        """Return languages, each as its own speakers write it; many are counted."""
        names = [_PLAIN_NAMES.get(code) or QLocale(code).nativeLanguageName() or code for code in codes]
        if len(names) > _MOST_LANGUAGES:
            shown = ", ".join(names[: _MOST_LANGUAGES - 2])
            return self.tr("{languages} and {count} more").format(
                languages=shown, count=len(names) - _MOST_LANGUAGES + 2
            )
        return ", ".join(names)

    def role_names(self, roles: Iterable[Role]) -> str:
        """Return what a model is good at."""
        names = {
            Role.CHAT: self.tr("conversation"),
            Role.SUMMARIZE: self.tr("summaries"),
            Role.TRANSLATE: self.tr("translation"),
        }
        return ", ".join(names[role] for role in roles)

    def speed_words(self, speed: Speed) -> str:
        """Return how fast a model writes."""
        rate = words_per_second(speed)
        number = QLocale().toString(round(rate)) if rate >= 10 else QLocale().toString(rate, "f", 1)
        if speed.measured:
            return self.tr("Writes {number} words a second here.").format(number=number)
        return self.tr("Would write about {number} words a second here.").format(number=number)

    def time_left(self, seconds: float) -> str:
        """Return how long something will take, roughly."""
        minutes = round(seconds / 60)
        if seconds < 50:
            return self.tr("less than a minute left")
        if minutes < 60:
            return self.tr("about {minutes} min left").format(minutes=max(1, minutes))
        hours = QLocale().toString(seconds / 3600, "f", 1)
        return self.tr("about {hours} h left").format(hours=hours)

    def transfer_words(self, done: int, total: int, bytes_per_second: float) -> str:
        """Return how far a file has come: "120 MB of 397 MB, about 3 min left"."""
        text = self.tr("{done} of {total}").format(done=file_size(done), total=file_size(total))
        if bytes_per_second > 0 and total > done:
            return self.tr("{progress}, {time}").format(
                progress=text, time=self.time_left((total - done) / bytes_per_second)
            )
        return text

    def installed_text(self, model: InstalledModel, advice: Advice | None, *, in_use: bool, tuned: bool) -> CardText:
        """Return what the card of a model on this computer says.

        Args:
            model: The model.
            advice: Whether it is something for this computer; None for a broken one.
            in_use: Whether it writes the answers.
            tuned: Whether its format was chosen for this computer.
        """
        size = file_size(model.model.size)
        if model.model.built_in:
            size = self.tr("{size}, built-in").format(size=size)
        elif model.model.in_place:
            size = self.tr("{size}, outside Thimble's folder").format(size=size)
        lines = [_joined(size, model.licence, self._context(model.context_length))]
        lines.append(self._abilities(model.roles, model.languages, model.entry.language_count if model.entry else 0))
        if model.problem is None:
            if model.speed is not None and model.speed.answer > 0:
                lines.append(self.speed_words(model.speed))
            else:
                lines.append(self.tr("How fast it is here shows once it has answered."))
        if tuned:
            lines.append(self.tr("Made faster for this computer."))
        badge, role = ("", "muted")
        problem = sentence(model.problem) if model.problem is not None else ""
        if problem:
            badge, role = self.tr("Can't be used"), "danger"
        elif in_use:
            badge, role = self.tr("In use"), "accent"
        elif advice is not None and advice.verdict is Verdict.WONT_FIT:
            badge, role = self._verdict(advice.verdict)
        if advice is not None and advice.verdict is Verdict.WONT_FIT and not problem:
            lines.append(sentence(advice.reason))
        title = model.entry.name if model.entry is not None else model.model.name
        return CardText(title, badge, role, tuple(line for line in lines if line), problem)

    def offer_text(self, entry: CatalogueEntry, advice: Advice, *, installed: bool) -> CardText:
        """Return what the card of a model in the catalogue says."""
        badge, role = (self.tr("On this computer"), "accent") if installed else self._verdict(advice.verdict)
        lines = [
            _joined(file_size(entry.bytes), entry.licence, self._context(entry.context)),
            self._abilities(entry.roles, entry.languages, entry.language_count),
        ]
        if not installed:
            lines.append(self.advice_words(advice))
        return CardText(entry.name, badge, role, tuple(line for line in lines if line))

    def advice_words(self, advice: Advice) -> str:
        """Return why a model runs well here, is slow, or won't fit."""
        if advice.verdict in (Verdict.WELL, Verdict.SLOW) and advice.speed is not None:
            need = self.tr("Needs {size} of memory.").format(size=file_size(advice.need_bytes))
            return " ".join((self.speed_words(advice.speed), need))
        return sentence(advice.reason)

    def terms_text(self, entry: CatalogueEntry, *, free_bytes: int) -> str:
        """Return what is to be known before a download: where it connects to, what comes, and on which terms."""
        lines = [
            self.tr("Thimble will connect to {host} and download {size}. Nothing of yours is sent.").format(
                host=entry.host, size=file_size(entry.bytes)
            ),
            self.tr("Licence: {licence} ({terms}).").format(licence=entry.licence, terms=entry.licence_terms)
            if entry.licence_terms
            else self.tr("Licence: {licence}.").format(licence=entry.licence),
        ]
        if free_bytes >= 0:
            lines.append(self.tr("Free on the disk: {size}.").format(size=file_size(free_bytes)))
        return "\n".join(lines)

    def _abilities(self, roles: Iterable[Role], languages: Iterable[str], count: int) -> str:
        known = tuple(languages)
        good_at = self.role_names(roles)
        parts = [self.tr("Good at {abilities}").format(abilities=good_at) if good_at else ""]
        if known:
            parts.append(self.language_names(known))
        elif count:
            parts.append(self.tr("{count} languages").format(count=count))
        return _joined(*parts)

    def _context(self, tokens: int) -> str:
        if not tokens:
            return ""
        words = QLocale().toString(context_in_words(tokens))
        return self.tr("reads up to {words} words at once").format(words=words)

    def _verdict(self, verdict: Verdict) -> tuple[str, str]:
        match verdict:
            case Verdict.WELL:
                return self.tr("Runs well"), "accent"
            case Verdict.SLOW:
                return self.tr("Slow here"), "warning"
            case Verdict.WONT_FIT:
                return self.tr("Won't fit here"), "danger"
            case Verdict.UNKNOWN:
                return "", "muted"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
