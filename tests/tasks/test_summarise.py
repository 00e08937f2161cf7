from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.documents.blocks import Block, BlockKind, Document
from assistant.engine.base import EngineStatus, LoadOptions, ModelInfo
from assistant.engine.client import EngineClient
from assistant.errors import DocumentError, EngineError, PromptTooLongError
from assistant.events import AnswerStats, Cancelled, Failed, Finished, ModelReady, StopReason, Text
from assistant.jobs import CancelToken
from assistant.models.library import built_in_file
from assistant.summaries.checks import Evidence
from assistant.summaries.digest import Digest
from assistant.summaries.parts import parts
from assistant.summaries.profiles import SMALL
from assistant.summaries.summary import Length, Origin, Style
from assistant.tasks.known_answers import AnswerKept
from assistant.tasks.summarise import SummaryGrew, SummaryRequest, summarise
from assistant.text.sentences import sentences

TOWNS = ("Marlow", "Stanton", "Hollins", "Kirby", "Ashton", "Barrow", "Camber", "Deal", "Exmouth", "Fowey", "Hythe")
STATS = AnswerStats(100, 20, 0.0, 0.0, 0.0)


class ScriptedEngine:
    """Answers each request with what `answer` makes of its prompt; counts them."""

    idle_seconds = 0.0
    save_battery = False

    def __init__(self, answer, *, parameters=134_000_000, stop_after=None):
        self.answer = answer
        self.parameters = parameters
        self.asked = []
        self.stop_after = stop_after

    def load(self, path, options, cancel):
        yield ModelReady("Scripted", 2048)

    def status(self):
        info = ModelInfo("Scripted", "test", 2048, 2048, self.parameters, 1, 1, "file", "")
        return EngineStatus(info, 1, 0, 1)

    def count_tokens(self, text):
        return len(text) // 4

    def generate_many(self, requests, cancel, *, cancels=None):
        for place, request in enumerate(requests):
            if cancel.cancelled:
                yield place, Cancelled()
                continue
            prompt = request.turns[-2 if request.continue_last else -1].text
            self.asked.append(prompt)
            answer = self.answer(prompt)
            if isinstance(answer, BaseException):
                if isinstance(answer, EngineError) and not isinstance(answer, PromptTooLongError):
                    raise answer
                yield place, Failed(answer)
                continue
            yield place, Text(answer)
            yield place, Finished(StopReason.STOP, STATS)
            if self.stop_after is not None and len(self.asked) >= self.stop_after:
                cancel.cancel()


def report(*, sections=6) -> Document:
    blocks = []
    for number in range(sections):
        town = TOWNS[number % len(TOWNS)]
        blocks.append(Block(BlockKind.HEADING, f"The plan for {town}", 1))
        for paragraph in range(4):
            blocks.append(
                Block(
                    BlockKind.PARAGRAPH,
                    f"The council of {town} wants to close the harbour of {town} to ships in {2030 + paragraph}. "
                    f"It must expect {paragraph + 2},000 visitors a year near the old walls of {town}. "
                    "People talked about it for a long time, in the rain and in the sun, and then they went home.",
                )
            )
    return Document("Plans", "txt", tuple(blocks))


def first_sentences(prompt):
    """What a careful model would answer: two sentences of the text."""
    text = prompt.split("\n\n", 1)[1].replace("\n", " ")
    return " " + "\n2. ".join(sentences(text)[:2])


def invented(_prompt):
    return " Queen Victoria visited the place in 1851.\n2. The text is about a harbour."


def request_for(document, style=Style.KEY_POINTS, length=Length.MEDIUM, **changes):
    return SummaryRequest(Path("m.gguf"), "Scripted", LoadOptions(), Digest(document), style, length, **changes)


def run(engine, request, cancel=None):
    """Return (last summary, kept answers, final event, all growths)."""
    kept, grown, final = {}, [], None
    for event in summarise(engine, request, cancel or CancelToken()):
        if isinstance(event, AnswerKept):
            kept[event.written.request] = event.written
        elif isinstance(event, SummaryGrew):
            grown.append(event)
        elif isinstance(event, Finished | Cancelled):
            final = event
    return grown[-1].summary, kept, final, grown


@pytest.mark.parametrize("style", list(Style))
def test_every_part_is_read_and_every_point_has_its_source(style):
    document = report()
    summary, _, final, _ = run(ScriptedEngine(first_sentences), request_for(document, style))
    assert isinstance(final, Finished)
    assert summary.finished
    assert summary.parts_covered == summary.parts_total > 3
    assert summary.points
    for point in summary.points:
        for source in point.sources:
            assert document.blocks[source.place.block].text[source.start : source.end] == source.text


def test_what_the_text_does_not_bear_out_is_asked_once_more_then_replaced():
    document = report()
    engine = ScriptedEngine(invented)
    summary, _, _, _ = run(engine, request_for(document))
    assert len(engine.asked) == 2 * summary.parts_total
    assert {point.origin for point in summary.points} == {Origin.EXTRACTED}
    assert not any("Victoria" in point.text for point in summary.points)
    assert summary.complete


def test_what_the_model_put_in_its_own_words_is_told_as_its_own():
    def shortened(prompt):
        found = re.search(r"The council of (\w+) wants to close the harbour", prompt)
        return f" The council of {found[1]} wants to close the harbour." if found else ""

    summary, _, _, _ = run(ScriptedEngine(shortened), request_for(report()))
    assert Origin.MODEL in {point.origin for point in summary.points}
    assert summary.model == "Scripted"


def test_the_same_again_asks_nothing():
    document = report()
    first, kept, _, _ = run(ScriptedEngine(first_sentences), request_for(document))
    engine = ScriptedEngine(first_sentences)
    again, more, _, _ = run(engine, request_for(document, known=kept))
    assert engine.asked == []
    assert more == {}
    assert again.points == first.points
    assert again.prompt_tokens == first.prompt_tokens > 0


@pytest.mark.parametrize("style", [Style.PARAGRAPH, Style.SENTENCE, Style.OUTLINE])
def test_another_style_or_length_asks_nothing_new(style):
    document = report()
    _, kept, _, _ = run(ScriptedEngine(first_sentences), request_for(document))
    engine = ScriptedEngine(first_sentences)
    run(engine, request_for(document, style, Length.LONG, known=kept))
    assert engine.asked == []


def test_stopped_it_says_how_much_was_read_and_goes_on_from_there():
    document = report()
    engine = ScriptedEngine(first_sentences, stop_after=3)
    summary, kept, final, _ = run(engine, request_for(document))
    assert isinstance(final, Cancelled)
    assert not summary.finished
    assert 0 < summary.parts_covered == 3 < summary.parts_total
    assert summary.points
    rest = ScriptedEngine(first_sentences)
    whole, _, final, _ = run(rest, request_for(document, known=kept))
    assert isinstance(final, Finished)
    assert whole.complete
    assert len(rest.asked) == whole.parts_total - 3
    assert not set(rest.asked) & set(engine.asked)


def test_partial_results_come_at_once_and_say_what_they_cover():
    _, _, _, grown = run(ScriptedEngine(first_sentences), request_for(report()))
    first = grown[0]
    assert first.summary.points
    assert first.summary.parts_covered == 1
    assert not first.summary.finished
    assert first.seconds_left is not None
    assert 0 < first.fraction < 1
    assert grown[-1].fraction == 1


def test_a_part_that_can_not_be_asked_is_told_in_the_document_s_words():
    summary, _, _, _ = run(ScriptedEngine(lambda _: PromptTooLongError("too long")), request_for(report()))
    assert summary.complete
    assert {point.origin for point in summary.points} == {Origin.EXTRACTED}


def test_what_was_answered_before_the_engine_failed_was_kept():
    calls = []

    def fails_later(prompt):
        calls.append(prompt)
        return EngineError("broken") if len(calls) > 2 else first_sentences(prompt)

    kept = []
    with pytest.raises(EngineError):
        for event in summarise(ScriptedEngine(fails_later), request_for(report()), CancelToken()):
            if isinstance(event, AnswerKept):
                kept.append(event)
    assert len(kept) == 2


def test_a_small_model_is_not_asked_to_write_what_it_does_not_know():
    german = Document(
        "Bericht",
        "txt",
        tuple(
            Block(BlockKind.PARAGRAPH, f"Der Rat der Stadt hat beschlossen, den alten Hafen Nummer {n} zu schließen.")
            for n in range(9)
        ),
    )
    engine = ScriptedEngine(first_sentences)
    summary, _, final, _ = run(engine, request_for(german))
    assert engine.asked == []
    assert summary.declined
    assert summary.complete
    assert summary.points
    assert isinstance(final, Finished)


def test_a_language_the_model_does_not_write_is_refused_in_a_sentence():
    with pytest.raises(DocumentError, match="can't write German"):
        run(ScriptedEngine(first_sentences), request_for(report(), language="de"))


def test_a_capable_model_may_write_another_language_and_only_names_and_numbers_are_checked():
    def german(prompt):
        town = re.search(r"council of (\w+)", prompt)
        return f" Der Rat schließt den Hafen von {town[1]}." if town else " Der Hafen schließt bald."

    engine = ScriptedEngine(german, parameters=4_000_000_000)
    summary, _, _, _ = run(engine, request_for(report(), language="de"))
    assert {point.origin for point in summary.points} == {Origin.UNSURE}
    assert summary.language == "de"
    assert all("in German" in prompt for prompt in engine.asked)


def test_a_capable_model_merges_facts_level_by_level():
    engine = ScriptedEngine(first_sentences, parameters=4_000_000_000)
    summary, _, _, _ = run(engine, request_for(report(sections=60), length=Length.SHORT))
    assert any(prompt.startswith("Merge") for prompt in engine.asked)
    assert len(summary.points) <= 5
    assert summary.complete
    assert all(point.sources for point in summary.points)
    blocks = [point.sources[0].place.block for point in summary.points]
    assert blocks == sorted(blocks)


def test_questions_that_the_point_does_not_answer_are_left_out():
    def asks(prompt):
        if "question" in prompt:
            town = re.search(r"council of (\w+)", prompt)
            return f" What does the council of {town[1]} want?" if town else " Who is Queen Victoria?"
        return first_sentences(prompt)

    summary, _, _, _ = run(ScriptedEngine(asks), request_for(report(), Style.QUESTIONS))
    assert summary.points
    assert all(point.question.startswith("What does the council of") for point in summary.points)


def test_a_text_of_one_sentence_is_summarised():
    document = Document("Note", "txt", (Block(BlockKind.PARAGRAPH, "The ferry leaves at nine from the old pier."),))
    summary, _, _, _ = run(ScriptedEngine(first_sentences), request_for(document))
    assert [point.text for point in summary.points] == ["The ferry leaves at nine from the old pier."]


def test_a_document_without_a_sentence_gives_an_empty_summary():
    document = Document("Head", "txt", (Block(BlockKind.HEADING, "Only this", 1),))
    summary, _, final, _ = run(ScriptedEngine(first_sentences), request_for(document))
    assert summary.points == ()
    assert isinstance(final, Finished)


@pytest.mark.model
def test_the_built_in_model_s_points_hold_in_a_real_text():
    licence = Path("/usr/share/common-licenses/Apache-2.0")
    text = licence.read_text("utf-8") if licence.exists() else " ".join(block.text for block in report().blocks)
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, " ".join(one.split())) for one in text[:6_000].split("\n\n") if one.strip()
    )
    document = Document("Licence", "txt", blocks)
    engine = EngineClient()
    request = SummaryRequest(
        built_in_file(), "SmolLM2", LoadOptions(context_length=4096), Digest(document), Style.KEY_POINTS, Length.LONG
    )
    try:
        summary, kept, final, _ = run(engine, request)
    finally:
        engine.close()
    assert isinstance(final, Finished)
    assert (
        summary.parts_covered
        == summary.parts_total
        == len(parts(request.digest.passages, characters=SMALL.part_characters))
    )
    assert len(kept) >= summary.parts_total
    assert summary.answer_tokens > 0
    for point in summary.points:
        evidence = Evidence([source.text for source in point.sources], language="en", neighbours=3)
        assert evidence.holds_names_of(point.text), point
