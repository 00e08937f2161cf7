"""The engine process with the real built-in model."""

from __future__ import annotations

import os
import signal
import threading
import time

import psutil
import pytest

from assistant.engine.base import Generation, LoadOptions, Sampling, Turn
from assistant.errors import CancelledError, EngineError, ModelError, PromptTooLongError
from assistant.events import Cancelled, ContextFitted, Finished, ModelReady, Progress, Stage, StopReason, Text
from assistant.jobs import CancelToken

pytestmark = pytest.mark.model

SYSTEM = Turn("system", "You are a helpful AI assistant. Answer clearly and correctly.")
GREEDY = Sampling(temperature=0.0, repeat_penalty=1.0)


def ask(engine, *texts, cancel=None, **request):
    request.setdefault("sampling", Sampling(seed=1))
    turns = (SYSTEM, *(Turn(("user", "assistant")[i % 2], text) for i, text in enumerate(texts)))
    return list(engine.generate(Generation(turns=turns, **request), cancel or CancelToken()))


def text_of(events):
    return "".join(event.text for event in events if isinstance(event, Text))


def test_it_knows_the_capital_of_france(loaded):
    events = ask(loaded, "What is the capital of France?", sampling=Sampling(seed=1))
    assert "Paris" in text_of(events)
    assert isinstance(events[-1], Finished)
    assert events[-1].stop_reason is StopReason.STOP


def test_the_same_seed_gives_the_same_answer(loaded):
    answers = {text_of(ask(loaded, "Tell me a story.", sampling=Sampling(seed=3), max_tokens=40)) for _ in range(2)}
    others = text_of(ask(loaded, "Tell me a story.", sampling=Sampling(seed=4, temperature=1.5), max_tokens=40))
    assert len(answers) == 1
    assert others not in answers


def test_an_answer_ends_at_its_longest_length(loaded):
    finished = ask(loaded, "Write a long story about a ship.", max_tokens=10)[-1]
    assert finished.stop_reason is StopReason.LENGTH
    assert finished.stats.answer_tokens == 10


def test_an_answer_ends_before_a_stop_string(loaded):
    events = ask(loaded, "What is the capital of France?", sampling=GREEDY, stop=("Paris",))
    assert "Paris" not in text_of(events)
    assert events[-1].stop_reason is StopReason.STOP


def test_a_cut_answer_goes_on_where_it_ended(loaded):
    question = "List the days of the week."
    whole = text_of(ask(loaded, question, sampling=GREEDY, max_tokens=40))
    half = text_of(ask(loaded, question, sampling=GREEDY, max_tokens=8))
    rest = text_of(ask(loaded, question, half, sampling=GREEDY, max_tokens=10, continue_last=True))
    assert whole.startswith(half)
    assert rest[:10].strip()
    assert not rest.startswith(half)


def test_the_next_turn_reads_only_what_is_new(loaded):
    first = ask(loaded, "Remember the word lighthouse. " * 20, sampling=GREEDY, max_tokens=8)
    answer = text_of(first)
    second = ask(loaded, "Remember the word lighthouse. " * 20, answer, "Which word?", sampling=GREEDY, max_tokens=8)
    stats = second[-1].stats
    assert stats.reused_tokens > 100
    assert stats.prompt_tokens - stats.reused_tokens < 40


def test_speeds_and_sizes_are_told(loaded):
    events = ask(loaded, "Write two sentences about the sea.", max_tokens=30)
    fitted = next(event for event in events if isinstance(event, ContextFitted))
    stats = events[-1].stats
    assert fitted.prompt_tokens == stats.prompt_tokens
    assert fitted.context_length == 4096
    assert stats.answer_tokens_per_second > 0
    assert stats.prompt_tokens_per_second > 0
    assert stats.seconds_to_first_token > 0


def test_reading_a_long_prompt_tells_its_progress(loaded):
    events = ask(loaded, "It was a dark night. " * 300, max_tokens=1)
    fractions = [event.fraction for event in events if isinstance(event, Progress)]
    assert len(fractions) > 5
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_cancelling_in_mid_prompt_ends_soon_and_the_next_question_works(loaded):
    cancel = CancelToken()
    stopped_at = []

    def stop(at_fraction):
        turns = (Turn("user", f"{time.time()} " + "It was a dark and stormy night. " * 380),)
        for event in loaded.generate(Generation(turns=turns, max_tokens=16), cancel):
            if isinstance(event, Progress) and event.fraction > at_fraction and not stopped_at:
                stopped_at.append(time.perf_counter())
                cancel.cancel()
        pytest.fail("the job was cancelled but ended otherwise")

    with pytest.raises(CancelledError):
        stop(0.05)
    assert stopped_at
    assert "Paris" in text_of(ask(loaded, "What is the capital of France?", sampling=Sampling(seed=1)))


def test_cancelling_in_mid_answer_keeps_what_was_made(loaded):
    cancel = CancelToken()
    events = []
    turns = (SYSTEM, Turn("user", "Write a very long story about a ship."))
    for event in loaded.generate(Generation(turns=turns, sampling=Sampling(seed=1), max_tokens=2000), cancel):
        events.append(event)
        if len(text_of(events)) > 60:
            cancel.cancel()
    assert isinstance(events[-1], Cancelled)
    assert events[-1].stats.answer_tokens >= 10
    assert len(text_of(events)) > 60


def test_a_job_cancelled_before_it_began_makes_nothing(loaded):
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        ask(loaded, "Hello?", cancel=cancel)


def test_a_message_that_cannot_fit_is_a_sentence_and_the_next_works(loaded):
    with pytest.raises(PromptTooLongError):
        ask(loaded, "word " * 20_000)
    assert text_of(ask(loaded, "Say hello.", max_tokens=8))


def test_the_context_can_fill_up_without_a_failure(client, model_file):
    list(client.load(model_file, LoadOptions(context_length=512), CancelToken()))
    finished = ask(client, "Write a very long story.", max_tokens=4_000, sampling=Sampling(seed=1, temperature=1.2))[-1]
    assert finished.stop_reason in (StopReason.CONTEXT, StopReason.STOP)
    assert finished.stats.prompt_tokens + finished.stats.answer_tokens <= 513


def test_tokens_are_counted(loaded):
    assert loaded.count_tokens("") == 0
    assert 1 <= loaded.count_tokens("Hello world") <= 4


def test_loading_tells_its_progress_and_is_not_repeated(client, model_file):
    first = list(client.load(model_file, LoadOptions(), CancelToken()))
    again = list(client.load(model_file, LoadOptions(), CancelToken()))
    assert [event.stage for event in first if isinstance(event, Progress)][:1] == [Stage.STARTING]
    assert isinstance(first[-1], ModelReady)
    assert again == [first[-1]]


def test_other_options_load_again(client, model_file):
    list(client.load(model_file, LoadOptions(context_length=1024), CancelToken()))
    ready = list(client.load(model_file, LoadOptions(context_length=2048), CancelToken()))[-1]
    assert ready.context_length == 2048


def test_cancelling_in_mid_load_gives_the_model_up(client, model_file):
    cancel = CancelToken()
    with pytest.raises(CancelledError):
        for _ in client.load(model_file, LoadOptions(), cancel):
            cancel.cancel()
    assert client.status().model is None


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_killing_the_engine_in_mid_answer_is_a_sentence_and_the_next_question_works(client, model_file):
    list(client.load(model_file, LoadOptions(), CancelToken()))
    pid = client.status().pid
    got = []
    with pytest.raises(EngineError, match=r"stopped unexpectedly \(SIGKILL\)"):
        for event in client.generate(Generation(turns=(Turn("user", "Tell me a long story."),)), CancelToken()):
            got.append(event)
            if len(text_of(got)) > 30:
                os.kill(pid, signal.SIGKILL)
    assert len(text_of(got)) > 30
    list(client.load(model_file, LoadOptions(), CancelToken()))
    assert client.status().pid != pid
    assert "Paris" in text_of(ask(client, "What is the capital of France?", sampling=Sampling(seed=1)))


def test_closing_ends_the_process_and_gives_its_memory_back(client, model_file):
    list(client.load(model_file, LoadOptions(), CancelToken()))
    status = client.status()
    client.close()
    assert status.resident_bytes > 100_000_000
    assert not psutil.pid_exists(status.pid)


def test_the_threads_of_a_client_end_with_it(client, model_file):
    before = threading.active_count()
    list(client.load(model_file, LoadOptions(), CancelToken()))
    client.close()
    assert threading.active_count() == before


@pytest.mark.parametrize(
    "content", [b"", b"GGUF", b"GGUF" + b"\xff" * 100, b"#!/bin/sh\n", b"GGUF\x03\0\0\0" + b"\xff" * 16]
)
def test_a_file_that_is_no_model_is_a_sentence(client, tmp_path, content):
    file = tmp_path / "odd.gguf"
    file.write_bytes(content)
    with pytest.raises((ModelError, EngineError)) as caught:
        list(client.load(file, LoadOptions(), CancelToken()))
    assert caught.value.sentence.endswith(".")


@pytest.mark.parametrize("kept", [24, 100_000, 5_000_000, 98_000_000])
def test_a_truncated_model_is_a_sentence(client, model_file, tmp_path, kept):
    file = tmp_path / "half.gguf"
    with model_file.open("rb") as source:
        file.write_bytes(source.read(kept))
    with pytest.raises((ModelError, EngineError)) as caught:
        list(client.load(file, LoadOptions(), CancelToken()))
    assert "half.gguf" in caught.value.sentence or "engine" in caught.value.sentence


def test_a_missing_file_and_a_folder_are_sentences(client, tmp_path):
    for path in (tmp_path / "none.gguf", tmp_path):
        with pytest.raises((ModelError, EngineError)):
            list(client.load(path, LoadOptions(), CancelToken()))
