from __future__ import annotations

from pathlib import Path

import pytest

from assistant.engine.base import LoadOptions
from assistant.errors import CancelledError, DocumentError
from assistant.events import Cancelled, Finished, StopReason, Text
from assistant.jobs import CancelToken
from assistant.summaries.digest import Digest
from assistant.tasks.ask_document import AnswerChecked, DocumentQuestion, PassagesFound, ask_document
from tests.summaries.conftest import HARBOUR, document_of
from tests.tasks.test_summarise import STATS, ScriptedEngine

QUESTION = "How many berths will the new pontoon have?"


class AnsweringEngine(ScriptedEngine):
    def generate(self, request, cancel):
        prompt = request.turns[-1].text
        self.asked.append(prompt)
        if cancel.cancelled:
            yield Cancelled()
            return
        yield Text(self.answer(prompt))
        yield Finished(StopReason.STOP, STATS)


def ask(answer, question=QUESTION, cancel=None):
    engine = AnsweringEngine(lambda _: answer)
    digest = Digest(document_of("# The harbour", *HARBOUR))
    request = DocumentQuestion(Path("m.gguf"), LoadOptions(), digest, question)
    return engine, list(ask_document(engine, request, cancel or CancelToken()))


def test_an_answer_that_the_passages_bear_out_is_given_with_its_places():
    engine, events = ask("The new pontoon will have 60 berths. It was painted blue.")
    found = next(event for event in events if isinstance(event, PassagesFound))
    checked = next(event for event in events if isinstance(event, AnswerChecked))
    assert [event.text for event in events if isinstance(event, Text)] == ["The new pontoon will have 60 berths."]
    assert checked.supported
    assert checked.sources[0] == found.sources[0]
    assert "60 berths" in checked.sources[0].text
    assert checked.sources[0].text in engine.asked[0]
    assert isinstance(events[-1], Finished)


@pytest.mark.parametrize(
    "answer",
    ["The new pontoon will have 90 berths.", "", "I cannot answer that.", "It is in Stanton.", "Sure!\n\n", "\ud800"],
)
def test_else_the_nearest_sentence_of_the_document_is_the_answer(answer):
    _, events = ask(answer)
    checked = next(event for event in events if isinstance(event, AnswerChecked))
    text = next(event.text for event in events if isinstance(event, Text))
    assert not checked.supported
    assert "a new pontoon with 60 berths" in text
    assert text in HARBOUR[1]


def test_something_true_about_something_else_is_no_answer():
    _, events = ask("The rent must not rise above the current 900 pounds a year.")
    assert not next(event for event in events if isinstance(event, AnswerChecked)).supported


def test_a_question_about_something_else_is_answered_with_a_sentence():
    with pytest.raises(DocumentError, match="No passage"):
        ask("x", "Quantum chromodynamics?")


def test_stopped_it_ends():
    cancel = CancelToken()
    cancel.cancel()
    engine = AnsweringEngine(lambda _: "x")
    request = DocumentQuestion(Path("m.gguf"), LoadOptions(), Digest(document_of(*HARBOUR)), QUESTION)
    events = ask_document(engine, request, cancel)
    assert isinstance(next(events), PassagesFound)
    with pytest.raises(CancelledError):
        list(events)
    assert engine.asked == []
