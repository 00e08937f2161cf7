"""What the client makes of a process that misbehaves: each child here is a small program of the test."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from assistant.engine.base import Generation, LoadOptions, Turn
from assistant.engine.client import EngineClient
from assistant.errors import CancelledError, EngineError, MemoryShortError, RepeatedCrashError
from assistant.jobs import CancelToken
from tests.engine.tiny_models import write_llama

PROTOCOL = """
import sys, time, threading
from assistant.engine.protocol import *
from assistant.processes.messages import *
from assistant.engine.base import ModelInfo
source, sink = sys.stdin.buffer, sys.stdout.buffer
def reply(number, answer): write_message(sink, Reply(number, answer))
"""
READY = PROTOCOL + 'reply(read_request(source).number, Loaded(ModelInfo("m", "", 100, 100, 1, 1, 1, "file", "")))\n'


@pytest.fixture
def engine_running(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    made = []

    def start(program):
        made.append(EngineClient([sys.executable, "-c", program]))
        return made[-1]

    yield start
    for engine in made:
        engine.close()


@pytest.fixture
def model(tmp_path):
    return write_llama(tmp_path / "model.gguf")


def load(engine, model):
    return list(engine.load(model, LoadOptions(), CancelToken()))


def ask(engine, cancel=None):
    return list(engine.generate(Generation(turns=(Turn("user", "?"),)), cancel or CancelToken()))


def test_a_process_that_dies_is_told_with_its_last_words(engine_running, model):
    engine = engine_running("import sys; sys.stdin.buffer.read(1); print('out of luck', file=sys.stderr); sys.exit(3)")
    with pytest.raises(EngineError, match=r"exit code 3") as caught:
        load(engine, model)
    assert "out of luck" in caught.value.details


def test_nonsense_on_the_pipe_is_a_sentence_and_ends_the_process(engine_running, model):
    engine = engine_running("import sys, time; print('hello, I am a library', flush=True); time.sleep(60)")
    with pytest.raises(EngineError, match="does not understand"):
        load(engine, model)
    assert engine.status().pid == 0


def test_a_well_formed_but_wrong_answer_is_a_sentence(engine_running, model):
    engine = engine_running(PROTOCOL + "reply(read_request(source).number, Counted(3)); time.sleep(60)")
    with pytest.raises(EngineError, match="unexpected reply"):
        load(engine, model)


def test_a_failure_it_reports_is_raised_as_it_is(engine_running, model):
    failing = "reply(read_request(source).number, Failure('EngineError', 'No {what}.', {'what': 'luck'}, 'd'))"
    engine = engine_running(READY + failing + "; time.sleep(60)")
    load(engine, model)
    with pytest.raises(EngineError, match=r"^No luck\.$"):
        ask(engine)


def test_a_program_that_cannot_be_started_is_a_sentence(model):
    with pytest.raises(EngineError, match="could not be started"):
        load(EngineClient(["/nowhere/thimble-engine"]), model)


def test_a_process_that_ignores_a_cancel_is_ended(engine_running, model):
    engine = engine_running("import time; time.sleep(600)")
    cancel = CancelToken()
    threading.Timer(0.1, cancel.cancel).start()
    with pytest.raises(CancelledError):
        list(engine.load(model, LoadOptions(), cancel))
    assert engine.status().pid == 0


def test_replies_to_a_request_that_was_left_are_skipped(engine_running, model):
    program = READY + (
        "first = read_request(source).number; reply(first, Counted(1)); reply(first, Counted(2))\n"
        "second = read_request(source).number; reply(second, Counted(7)); time.sleep(60)"
    )
    engine = engine_running(program)
    load(engine, model)
    assert engine.count_tokens("a") == 1
    assert engine.count_tokens("b") == 7


def test_a_dead_process_is_replaced_at_the_next_load(engine_running, model):
    engine = engine_running(READY + "sys.exit(1)")
    load(engine, model)
    with pytest.raises(EngineError):
        ask(engine)
    assert load(engine, model)[-1].name == "m"


def test_much_output_on_standard_error_does_not_block_the_process(engine_running, model):
    engine = engine_running(
        READY + "print('x' * 1000000, file=sys.stderr); reply(read_request(source).number, Counted(5))"
    )
    load(engine, model)
    assert engine.count_tokens("a") == 5


CRASHING = "import os, sys; sys.stdin.buffer.read(1); os._exit(7)"


def test_a_model_that_crashed_the_engine_twice_in_a_row_is_not_loaded_without_asking(engine_running, model):
    engine = engine_running(CRASHING)
    for _ in range(2):
        with pytest.raises(EngineError, match="stopped unexpectedly"):
            load(engine, model)
    with pytest.raises(RepeatedCrashError, match="twice in a row"):
        load(engine, model)
    with pytest.raises(RepeatedCrashError):
        load(engine, model)


def test_after_asking_it_is_loaded_again(engine_running, model):
    engine = engine_running(CRASHING)
    for _ in range(2):
        with pytest.raises(EngineError):
            load(engine, model)
    engine.forgive(model)
    with pytest.raises(EngineError, match="stopped unexpectedly"):
        load(engine, model)


def test_another_model_is_not_blamed(engine_running, model, tmp_path):
    engine = engine_running(CRASHING)
    other = write_llama(tmp_path / "other.gguf")
    for _ in range(2):
        with pytest.raises(EngineError):
            load(engine, model)
    with pytest.raises(EngineError, match="stopped unexpectedly"):
        load(engine, other)


def test_crashes_with_an_answer_between_them_are_not_in_a_row(engine_running, model):
    answering = READY + (
        "request = read_request(source)\n"
        "from assistant.events import AnswerStats, StopReason\n"
        "reply(request.number, Done(StopReason.STOP, AnswerStats(1, 1, 1.0, 1.0, 1.0)))\n"
        "read_request(source)\n"
    )
    engine = engine_running(answering)
    for _ in range(3):
        load(engine, model)
        ask(engine)
        with pytest.raises(EngineError, match="stopped unexpectedly"):
            ask(engine)


def test_a_model_that_does_not_fit_is_refused_with_both_figures(engine_running, model):
    engine = engine_running(CRASHING)
    with pytest.raises(MemoryShortError, match=r"needs \d+ MB .* 1 MB are allowed"):
        list(engine.load(model, LoadOptions(memory_limit=1_000_000), CancelToken()))


def test_a_context_that_does_not_fit_is_refused(engine_running, model):
    engine = engine_running(CRASHING)
    with pytest.raises(MemoryShortError, match="context of 1048576 tokens"):
        list(engine.load(model, LoadOptions(context_length=1_048_576, memory_limit=300_000_000), CancelToken()))
