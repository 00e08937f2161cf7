"""Several requests at once, with the real built-in model."""

from __future__ import annotations

import os
import signal

import pytest

from assistant.engine.base import Generation, LoadOptions, Sampling, Turn
from assistant.engine.client import EngineClient
from assistant.errors import EngineError
from assistant.events import Cancelled, ContextFitted, Failed, Finished, StopReason, Text
from assistant.jobs import CancelToken

pytestmark = pytest.mark.model

GREEDY = Sampling(temperature=0.0, repeat_penalty=1.0)
INSTRUCTIONS = Turn("system", "You answer with one short sentence. " * 20)
QUESTIONS = (
    "What is the capital of France?",
    "What colour is the sky?",
    "How many days has a week?",
    "What do cows give?",
    "Which ocean is west of Europe?",
    "What is water made of?",
    "Who wrote Hamlet?",
    "What is two plus two?",
    "Where do penguins live?",
    "What is the largest planet?",
)


def asked(question, **options):
    options.setdefault("sampling", GREEDY)
    options.setdefault("max_tokens", 16)
    return Generation(turns=(INSTRUCTIONS, Turn("user", question)), keep=False, **options)


def gather(events):
    answers = {}
    for index, event in events:
        answers.setdefault(index, []).append(event)
    return answers


def text_of(events):
    return "".join(event.text for event in events if isinstance(event, Text))


@pytest.fixture(scope="module")
def answered(loaded):
    return gather(loaded.generate_many([asked(question) for question in QUESTIONS], CancelToken()))


def test_each_request_ends_in_exactly_one_final_event(answered):
    assert sorted(answered) == list(range(len(QUESTIONS)))
    for events in answered.values():
        assert isinstance(events[-1], Finished)
        assert sum(isinstance(event, Finished) for event in events) == 1


def test_the_answers_belong_to_their_questions(answered):
    assert "Paris" in text_of(answered[0])
    assert "week" in text_of(answered[2])
    assert "milk" in text_of(answered[3])


def test_together_says_what_alone_says(loaded, answered):
    alone = list(loaded.generate(asked(QUESTIONS[0]), CancelToken()))
    # Sums differ a little with the size of a batch, so a later word may differ; the first ones do not.
    assert text_of(alone)[:12] == text_of(answered[0])[:12]


def test_what_the_prompts_have_in_common_is_read_once(model_file):
    engine = EngineClient()
    try:
        list(engine.load(model_file, LoadOptions(context_length=4096), CancelToken()))
        answers = gather(engine.generate_many([asked(question) for question in QUESTIONS[:8]], CancelToken()))
    finally:
        engine.close()
    stats = [events[-1].stats for events in answers.values()]
    read = [stat.prompt_tokens - stat.reused_tokens for stat in stats]
    assert sum(count > 100 for count in read) == 1
    assert sorted(read)[-2] < 30


def test_more_join_as_others_end_and_are_taken_only_then(loaded):
    taken = []

    def source():
        for number, question in enumerate(QUESTIONS):
            taken.append(number)
            yield asked(question, max_tokens=4)

    events = loaded.generate_many(source(), CancelToken(), parallel=2)
    next(events)
    assert len(taken) == 2
    assert {index for index, _ in events} == set(range(len(QUESTIONS)))


def test_one_of_several_can_be_cancelled(loaded):
    cancels = {1: CancelToken()}
    answers = {}
    requests = [asked(f"Write a long story about number {n}.", max_tokens=60) for n in range(3)]
    for index, event in loaded.generate_many(requests, CancelToken(), cancels=cancels):
        answers.setdefault(index, []).append(event)
        if index == 1 and isinstance(event, Text):
            cancels[1].cancel()
    assert isinstance(answers[1][-1], Cancelled)
    assert text_of(answers[1])
    assert isinstance(answers[0][-1], Finished)
    assert isinstance(answers[2][-1], Finished)


def test_cancelling_all_ends_each_and_takes_no_more(loaded):
    cancel = CancelToken()
    taken = []

    def source():
        for number in range(50):
            taken.append(number)
            yield asked(f"Write a long story about number {number}.", max_tokens=400)

    answers = {}
    for index, event in loaded.generate_many(source(), cancel, parallel=4):
        answers.setdefault(index, []).append(event)
        if isinstance(event, Text):
            cancel.cancel()
    assert taken == [0, 1, 2, 3]
    assert all(isinstance(events[-1], Cancelled) for events in answers.values())
    assert sorted(answers) == taken
    assert "Paris" in text_of(list(loaded.generate(asked(QUESTIONS[0]), CancelToken())))


def test_a_request_that_cannot_fit_fails_alone(loaded):
    requests = [asked(QUESTIONS[0]), asked("word " * 20_000), asked(QUESTIONS[1])]
    answers = gather(loaded.generate_many(requests, CancelToken()))
    assert isinstance(answers[1][-1], Failed)
    assert answers[1][-1].error.sentence.endswith(".")
    assert "Paris" in text_of(answers[0])
    assert isinstance(answers[2][-1], Finished)


def test_more_than_fits_into_the_context_waits_for_room(client, model_file):
    list(client.load(model_file, LoadOptions(context_length=1024), CancelToken()))
    requests = [
        Generation(turns=(Turn("user", f"{n} " + "It was a dark night. " * 60),), sampling=GREEDY, max_tokens=40)
        for n in range(6)
    ]
    answers = gather(client.generate_many(requests, CancelToken()))
    assert all(isinstance(events[-1], Finished) for events in answers.values())
    assert all(events[-1].stop_reason is not StopReason.CONTEXT for events in answers.values())


def test_no_requests_are_no_events(loaded):
    assert list(loaded.generate_many([], CancelToken())) == []


def test_the_context_is_told_for_each(answered):
    assert all(isinstance(events[0], ContextFitted) for events in answered.values())


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_killing_the_engine_ends_all_with_a_sentence(client, model_file):
    list(client.load(model_file, LoadOptions(), CancelToken()))
    pid = client.status().pid
    events = client.generate_many([asked(question, max_tokens=300) for question in QUESTIONS], CancelToken())
    next(events)
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(EngineError, match="stopped unexpectedly"):
        list(events)
