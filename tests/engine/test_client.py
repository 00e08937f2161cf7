"""What the client makes of a process that misbehaves: each child here is a small program of the test."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from assistant.engine.base import Generation, LoadOptions, Turn
from assistant.engine.client import EngineClient
from assistant.errors import CancelledError, EngineError
from assistant.jobs import CancelToken

PROTOCOL = """
import sys, time, threading
from assistant.engine.protocol import *
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
    file = tmp_path / "model.gguf"
    file.write_bytes(b"GGUF")
    return file


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
