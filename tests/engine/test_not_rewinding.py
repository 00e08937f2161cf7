"""Models whose state can't be shortened: they go back to a state kept on the way, with tiny models of both kinds."""

from __future__ import annotations

import pytest

from assistant.engine.base import Generation, LoadOptions, Sampling, Turn
from assistant.engine.client import EngineClient
from assistant.events import Text
from assistant.jobs import CancelToken
from tests.engine.tiny_models import write_lfm2, write_mamba

GREEDY = Sampling(temperature=0.0, repeat_penalty=1.0)
LONG = "It was a dark and stormy night. " * 6


@pytest.fixture(scope="module", params=[write_lfm2, write_mamba])
def engine(request, tmp_path_factory):
    file = request.param(tmp_path_factory.mktemp("models") / "tiny.gguf", context_length=2048)
    engine = EngineClient()
    list(engine.load(file, LoadOptions(context_length=2048), CancelToken()))
    yield engine
    engine.close()


def ask(engine, *texts, **options):
    options.setdefault("max_tokens", 12)
    turns = tuple(Turn(("user", "assistant")[n % 2], text) for n, text in enumerate(texts))
    events = list(engine.generate(Generation(turns=turns, sampling=GREEDY, **options), CancelToken()))
    return "".join(event.text for event in events if isinstance(event, Text)), events[-1].stats


def test_an_answer_made_anew_reads_one_token(engine):
    first, _ = ask(engine, f"{LONG} first")
    again, stats = ask(engine, f"{LONG} first")
    assert again == first
    assert stats.prompt_tokens - stats.reused_tokens == 1


def test_an_edited_question_reads_from_the_end_of_the_turn_before(engine):
    ask(engine, f"{LONG} edited")
    ask(engine, f"{LONG} edited", "Yes.", f"{LONG} and then?")
    _, stats = ask(engine, f"{LONG} edited", "Yes.", f"{LONG} and before?")
    assert stats.reused_tokens > 100


def test_a_conversation_taken_up_again_is_not_read_again(engine):
    ask(engine, f"ships {LONG}")
    ask(engine, f"gardens {LONG}")
    _, stats = ask(engine, f"ships {LONG}")
    assert stats.prompt_tokens - stats.reused_tokens == 1


def test_several_at_once_answer_as_one_alone(engine):
    questions = [f"{LONG} number {number}" for number in range(5)]
    requests = [
        Generation(turns=(Turn("user", question),), sampling=GREEDY, max_tokens=12, keep=False)
        for question in questions
    ]
    together = dict.fromkeys(range(5), "")
    for index, event in engine.generate_many(requests, CancelToken()):
        if isinstance(event, Text):
            together[index] += event.text
    alone = [ask(engine, question)[0] for question in questions]
    assert list(together.values()) == alone


def test_cancelling_one_of_several_leaves_the_others_whole(engine):
    requests = [
        Generation(turns=(Turn("user", f"{LONG} {number}"),), sampling=GREEDY, max_tokens=40) for number in range(3)
    ]
    cancels = {1: CancelToken()}
    texts = dict.fromkeys(range(3), "")
    for index, event in engine.generate_many(requests, CancelToken(), cancels=cancels):
        if isinstance(event, Text):
            texts[index] += event.text
            if index == 1:
                cancels[1].cancel()
    assert texts[0] == ask(engine, f"{LONG} 0", max_tokens=40)[0]
    assert texts[2] == ask(engine, f"{LONG} 2", max_tokens=40)[0]
