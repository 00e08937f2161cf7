"""Models from before GGUF in the real, locked-down engine process."""

from __future__ import annotations

import pytest

from assistant.engine.base import Generation, LoadOptions, Sampling, Turn
from assistant.engine.legacy.processor import best_build
from assistant.errors import ModelError
from assistant.events import Cancelled, Finished, ModelReady, StopReason, Text
from assistant.jobs import CancelToken
from tests.engine.legacy.test_answering import alphabet
from tests.engine.tiny_ggml import gpt_words, numbers_of, successor_fill, write_model

LONG = 8_192
"""Tokens of the context: enough for an answer that takes long."""

GREEDY = Sampling(temperature=0.0, repeat_penalty=1.0)


def text_of(events):
    return "".join(event.text for event in events if isinstance(event, Text))


def asked(client, *, max_tokens, cancel=None):
    request = Generation(turns=(Turn("user", "Say the alphabet."),), sampling=GREEDY, max_tokens=max_tokens)
    return client.generate(request, cancel or CancelToken())


@pytest.fixture
def speller(client, tmp_path):
    """The engine with a model that says the alphabet."""
    fill = successor_fill("gpt2", alphabet(gpt_words()))
    path = write_model(tmp_path / "speller.bin", "gpt2", fill, numbers=numbers_of("gpt2", context=LONG))
    ready = list(client.load(path, LoadOptions(threads=1), CancelToken()))[-1]
    assert isinstance(ready, ModelReady)
    return client


def test_the_engine_answers_with_the_fastest_build(speller):
    events = list(asked(speller, max_tokens=10))
    assert text_of(events) == "abcdefghij"
    assert isinstance(events[-1], Finished)
    assert events[-1].stop_reason is StopReason.LENGTH
    assert best_build() in speller.status().model.system


def test_a_cancelled_answer_keeps_what_was_made_and_the_next_is_whole(speller):
    cancel = CancelToken()
    events = []
    for event in asked(speller, max_tokens=LONG, cancel=cancel):
        events.append(event)
        if isinstance(event, Text):
            cancel.cancel()
    assert isinstance(events[-1], Cancelled)
    assert text_of(events).startswith("a")
    assert len(text_of(events)) == events[-1].stats.answer_tokens < LONG // 2
    assert text_of(asked(speller, max_tokens=5)) == "abcde"


def test_a_damaged_file_is_a_sentence_and_the_next_file_works(client, tmp_path):
    whole = write_model(tmp_path / "whole.bin", "llama")
    damaged = tmp_path / "damaged.bin"
    damaged.write_bytes(whole.read_bytes()[:-100])
    with pytest.raises(ModelError, match="damaged or incomplete"):
        list(client.load(damaged, LoadOptions(threads=1), CancelToken()))
    assert isinstance(list(client.load(whole, LoadOptions(threads=1), CancelToken()))[-1], ModelReady)
    assert isinstance(list(asked(client, max_tokens=5))[-1], Finished)
