"""Summarise a whole document: facts of every part, checked against the text, then as many of them as were wanted."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from assistant.engine.base import Engine, Generation, LoadOptions
from assistant.errors import QT_TRANSLATE_NOOP, DocumentError
from assistant.events import AnswerStats, Cancelled, Event, Finished, StopReason
from assistant.jobs import CancelToken
from assistant.store.documents import KeptAnswer
from assistant.summaries.checks import Evidence, question_in, written_sentences
from assistant.summaries.digest import Digest, Fact
from assistant.summaries.parts import Part, parts
from assistant.summaries.profiles import LANGUAGE_NAMES, Profile, profile_for
from assistant.summaries.summary import Length, Origin, Style, Summary
from assistant.tasks.known_answers import AnswerKept, KnownAnswers

PREVIEW_PART_CHARACTERS = 1_200
_SAMPLE = 6_000
_USUAL_CHARACTERS_PER_TOKEN = 4.2
_SHOW_SECONDS = 0.5
_QUESTIONS_TRIED = 3
_MOST_LEVELS = 8
_MANY_PARTS = 40
_ONE_FACT_TOKENS = 44
_LONGER = 1.6


class SummaryGrew(Event, frozen=True):
    """What the summary is so far.

    Attributes:
        summary: The summary of what was read.
        fraction: Of the whole work, from 0 to 1.
        seconds_left: How long it will still take, at the speed so far; None while that is not known.
    """

    summary: Summary
    fraction: float
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class SummaryRequest:
    """A summary wanted from a model.

    Attributes:
        model: The model file.
        name: The model's name as the user knows it.
        options: How to load it.
        digest: The document.
        style: What the summary looks like.
        length: How long it is.
        language: Code of the language to write; "" for the document's.
        languages: Codes of the languages the model knows, where the catalogue says so.
        known: Answers the model gave before, by their request.
    """

    model: Path
    name: str
    options: LoadOptions
    digest: Digest
    style: Style
    length: Length
    language: str = ""
    languages: tuple[str, ...] = ()
    known: Mapping[str, KeptAnswer] = field(default_factory=dict)


def key_sentences(digest: Digest, style: Style, length: Length) -> Summary:
    """Return the summary that needs no model: sentences of the document, word for word."""
    count = len(parts(digest.passages, characters=PREVIEW_PART_CHARACTERS))
    return digest.key_sentences(style, length, parts=count)


def summarise(engine: Engine, request: SummaryRequest, cancel: CancelToken) -> Iterator[Event]:
    """Summarise with a model, which is loaded if needed.

    Yields:
        `Progress`, `ModelReady`, then `AnswerKept` and `SummaryGrew` as the work goes on, then `Finished` or
        `Cancelled`. The last `SummaryGrew` before the end has all that was made.

    Raises:
        DocumentError: The model can't write the wanted language.
        ModelError, EngineError: As `Engine.load` and `Engine.generate_many`; the answers kept stay valid.
    """
    yield from engine.load(request.model, request.options, cancel)
    cancel.raise_if_cancelled()
    info = engine.status().model
    assert info is not None  # noqa: S101 - it was just loaded
    profile = profile_for(info, request.languages)
    own = request.digest.language
    language = request.language if request.language != own else ""
    if language and not profile.writes(language):
        raise DocumentError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The model {model} can't write {language}. Choose another model, or a summary in the document's own "
                "language.",
            ),
            model=request.name,
            language=LANGUAGE_NAMES.get(language, language),
        )
    yield from _Summariser(
        engine, request, cancel, profile=profile, language=language, model=f"{info.name} {info.description}"
    ).run()


class _Summariser:
    """One summary on its way."""

    def __init__(
        self,
        engine: Engine,
        request: SummaryRequest,
        cancel: CancelToken,
        *,
        profile: Profile,
        language: str,
        model: str,
    ) -> None:
        self._engine = engine
        self._request = request
        self._digest = request.digest
        self._profile = profile
        self._cancel = cancel
        self._language = language
        self._started = time.monotonic()
        self._parts = self._cut(profile.part_characters)
        if len(self._parts) > _MANY_PARTS and not profile.merges:
            # Far more facts than a summary holds, and most of the time goes into writing them: one of each longer part.
            self._profile = msgspec.structs.replace(profile, facts=1, answer_tokens=_ONE_FACT_TOKENS)
            self._parts = self._cut(round(_LONGER * profile.part_characters))
        self._facts: dict[int, list[Fact]] = {}
        self._answering = KnownAnswers(engine, request.known, model=f"{model} {profile.name}")
        self._steps = 0
        self._shown = float("-inf")

    def run(self) -> Iterator[Event]:
        """Do the work."""
        style = self._request.style
        if not self._profile.writes(self._language or self._digest.language):
            yield self._grown(
                self._digest.key_sentences(style, self._request.length, parts=len(self._parts)), last=True
            )
            yield Finished(StopReason.STOP, self._stats())
            return
        if style is not Style.ACTIONS or self._profile.merges:
            yield from self._find_facts()
        facts = [fact for index in sorted(self._facts) for fact in self._facts[index]]
        chosen: list[Fact] | None = None
        if not self._cancel.cancelled and self._facts and style not in (Style.OUTLINE, Style.ACTIONS):
            if self._profile.merges:
                chosen = yield from self._merge(facts)
            if style is Style.QUESTIONS:
                chosen = yield from self._ask_questions(facts if chosen is None else chosen)
        if style is Style.ACTIONS and self._profile.merges:
            chosen = facts
        covered = len(self._facts) if style is not Style.ACTIONS or self._profile.merges else len(self._parts)
        yield self._grown(self._summary(facts, chosen, covered=covered), last=True)
        if self._cancel.cancelled:
            yield Cancelled(self._stats())
        else:
            yield Finished(StopReason.STOP, self._stats())

    def _cut(self, characters: int) -> list[Part]:
        """Cut the document by tokens: the profile's lengths are meant for English."""
        sample = "\n".join(passage.text for passage in self._digest.passages[:60])[:_SAMPLE]
        per_token = _USUAL_CHARACTERS_PER_TOKEN
        if sample:
            per_token = max(0.3, len(sample) / max(1, self._engine.count_tokens(sample)))
        shrink = min(1.0, per_token / _USUAL_CHARACTERS_PER_TOKEN)
        return parts(self._digest.passages, characters=max(200, round(characters * shrink)))

    def _find_facts(self) -> Iterator[Event]:
        """Ask for the facts of every part, and once more of those whose answer does not hold."""
        ask = self._profile.tasks_of if self._request.style is Style.ACTIONS else self._profile.facts_of
        wanted = [ask(part.text, language=self._language) for part in self._parts]
        self._steps = len(wanted)
        again: list[int] = []
        for index, answer in self._answers(wanted):
            if isinstance(answer, AnswerKept):
                yield answer
                continue
            facts = self._checked(self._parts[index], answer)
            if facts or self._request.style is Style.ACTIONS:
                self._facts[index] = facts
            else:
                again.append(index)
            yield from self._show()
        if not again or self._cancel.cancelled:
            return
        again.sort()
        best = [self._digest.best_of(self._parts[index], self._profile.facts + 1) for index in again]
        shorter = [
            self._profile.facts_again(" ".join(fact.text for fact in facts), language=self._language)
            for facts in best
            if facts
        ]
        asked = [index for index, facts in zip(again, best, strict=True) if facts]
        for index in set(again) - set(asked):
            # Tables and the like: read, but without a sentence that could stand in a summary.
            self._facts[index] = []
        self._steps += len(shorter)
        for place, answer in self._answers(shorter):
            if isinstance(answer, AnswerKept):
                yield answer
                continue
            part = self._parts[asked[place]]
            self._facts[asked[place]] = self._checked(part, answer) or self._digest.best_of(part, 1)
            yield from self._show()

    def _checked(self, part: Part, answer: str) -> list[Fact]:
        """Return the sentences of an answer that its part bears out."""
        texts = [passage.text for passage in self._digest.passages[part.first : part.end]]
        least = 0.0 if self._language else self._profile.least_overlap
        evidence = Evidence(texts, language=self._digest.language, neighbours=self._profile.neighbours)
        origin = Origin.UNSURE if self._language else Origin.MODEL
        facts: list[Fact] = []
        for sentence in written_sentences(answer):
            verdict = evidence.check(sentence, least_overlap=least, language=self._language)
            if verdict.passed and verdict.sources:
                sources = tuple(part.first + index for index in verdict.sources)
                copied = len(sources) == 1 and self._digest.passages[sources[0]].text == sentence
                facts.append(Fact(sentence, Origin.EXTRACTED if copied else origin, sources))
        return facts[: self._most_facts()]

    def _most_facts(self) -> int:
        return 2 * self._profile.facts if self._request.style is Style.ACTIONS else self._profile.facts

    def _merge(self, facts: list[Fact]) -> Generator[Event, None, list[Fact]]:
        """Merge facts level by level until they are as few as wanted; returns them."""
        count = self._digest.wanted(self._request.style, self._request.length)
        for _ in range(_MOST_LEVELS):
            if len(facts) <= count or self._cancel.cancelled:
                break
            groups = _grouped(facts, self._profile.part_characters)
            # The last level gives what is wanted, the ones before only as many as the next one can take.
            counts = [count if len(groups) == 1 else max(1, len(group) // 2) for group in groups]
            wanted = [
                self._profile.merged("\n".join(fact.text for fact in group), count=number, language=self._language)
                for group, number in zip(groups, counts, strict=True)
            ]
            self._steps += len(wanted)
            merged: dict[int, list[Fact]] = {}
            for index, answer in self._answers(wanted):
                if isinstance(answer, AnswerKept):
                    yield answer
                    continue
                group = groups[index]
                merged[index] = self._merged(group, answer)[: counts[index]] or self._digest.choose(
                    group, Style.KEY_POINTS, self._request.length
                )
            fewer = [fact for index in range(len(groups)) for fact in merged.get(index, groups[index])]
            if len(fewer) >= len(facts):
                break
            facts = fewer
        return self._digest.choose(facts, self._request.style, self._request.length)

    def _merged(self, group: Sequence[Fact], answer: str) -> list[Fact]:
        least = 0.0 if self._language else self._profile.least_overlap
        evidence = Evidence(
            [fact.text for fact in group], language=self._language or self._digest.language, neighbours=len(group)
        )
        found = []
        for sentence in written_sentences(answer):
            verdict = evidence.check(sentence, least_overlap=least, language=self._language)
            if verdict.passed and verdict.sources:
                sources = sorted({index for place in verdict.sources for index in group[place].passages})
                found.append(Fact(sentence, Origin.UNSURE if self._language else Origin.MODEL, tuple(sources)))
        return found

    def _ask_questions(self, facts: list[Fact]) -> Generator[Event, None, list[Fact]]:
        """Make questions for more facts than are wanted; returns the most central ones whose questions hold."""
        count = self._digest.wanted(self._request.style, self._request.length)
        facts = self._digest.central(facts, _QUESTIONS_TRIED * count)
        wanted = [self._profile.question_for(fact.text) for fact in facts]
        self._steps += len(wanted)
        asked: list[Fact] = []
        for index, answer in self._answers(wanted):
            if isinstance(answer, AnswerKept):
                yield answer
            elif question := question_in(answer, facts[index].text, language=self._language or self._digest.language):
                asked.append(msgspec.structs.replace(facts[index], question=question))
        return self._digest.central(asked or facts, count)

    def _answers(self, wanted: Sequence[Generation]) -> Iterator[tuple[int, str | AnswerKept]]:
        return self._answering.ask(wanted, self._cancel)

    def _show(self) -> Iterator[Event]:
        if time.monotonic() - self._shown < _SHOW_SECONDS:
            return
        facts = [fact for index in sorted(self._facts) for fact in self._facts[index]]
        yield self._grown(self._summary(facts, None, covered=len(self._facts)), last=False)
        self._shown = time.monotonic()

    def _summary(self, facts: Sequence[Fact], chosen: Sequence[Fact] | None, *, covered: int) -> Summary:
        summary = self._digest.summary(
            facts,
            self._request.style,
            self._request.length,
            parts_total=len(self._parts),
            parts_covered=covered,
            language=self._language,
            merged=chosen,
        )
        return msgspec.structs.replace(summary, model=self._request.name)

    def _grown(self, summary: Summary, *, last: bool) -> SummaryGrew:
        done = len(self._facts)
        each = self._answering.seconds_each
        left = 0.0 if last else None if each is None else (self._steps - done) * each
        stopped = self._cancel.cancelled
        summary = msgspec.structs.replace(
            summary,
            finished=last and not stopped,
            declined=last and not summary.model,
            seconds=time.monotonic() - self._started,
            prompt_tokens=self._answering.prompt_tokens,
            answer_tokens=self._answering.answer_tokens,
        )
        return SummaryGrew(summary, 1.0 if last and not stopped else done / max(1, self._steps), left)

    def _stats(self) -> AnswerStats:
        return AnswerStats(
            prompt_tokens=self._answering.prompt_tokens,
            answer_tokens=self._answering.answer_tokens,
            prompt_tokens_per_second=0.0,
            answer_tokens_per_second=0.0,
            seconds_to_first_token=0.0,
        )


def _grouped(facts: Sequence[Fact], characters: int) -> list[list[Fact]]:
    groups: list[list[Fact]] = [[]]
    filled = 0
    for fact in facts:
        if groups[-1] and filled + len(fact.text) > characters:
            groups.append([])
            filled = 0
        groups[-1].append(fact)
        filled += len(fact.text) + 1
    return groups
