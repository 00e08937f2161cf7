from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.engine.base import LoadOptions
from assistant.errors import CancelledError, EngineError
from assistant.events import AnswerStats, Cancelled, Failed, Finished, ModelReady, Progress, Stage, StopReason, Text
from assistant.jobs import CancelToken
from assistant.terminal.bench import ROUNDS, Measured, Measurement, Report, as_json, as_table, measure

FILE = Path("model.gguf")


class Engine:
    """Reads 100 tokens of which 20 are known; its speed grows with the threads."""

    def __init__(self, **last):
        self.threads = 0
        self.loads, self.prompts = [], []
        self.last = last

    def load(self, path, options, cancel):
        self.loads.append((path, options))
        self.threads = options.threads
        yield Progress(Stage.STARTING, 1.0)
        yield ModelReady("Model", options.context_length)

    def generate_many(self, requests, cancel):
        requests = list(requests)
        self.prompts += [request.turns[0].text for request in requests]
        for index, request in reversed(list(enumerate(requests))):
            yield index, Text("Yes")
            yield index, self.last.get("event") or Finished(StopReason.LENGTH, self.stats(index, request))

    def stats(self, index, request):
        return AnswerStats(
            prompt_tokens=100,
            answer_tokens=request.max_tokens,
            prompt_tokens_per_second=0.0,
            answer_tokens_per_second=10.0 * self.threads,
            seconds_to_first_token=0.5 * (index + 1) / self.threads,
            reused_tokens=20,
        )


def measurements(engine, counts):
    events = list(measure(engine, FILE, counts, CancelToken()))
    assert isinstance(events[-1], Finished)
    return [event.measurement for event in events if isinstance(event, Measured)]


def test_each_number_of_threads_is_measured_with_one_and_eight_sequences():
    assert measurements(Engine(), [1, 2]) == [
        Measurement(1, 1, 160.0, 10.0),
        Measurement(1, 8, 160.0, 80.0),
        Measurement(2, 1, 320.0, 20.0),
        Measurement(2, 8, 320.0, 160.0),
    ]


def test_the_model_is_loaded_with_just_so_many_threads():
    engine = Engine()
    measurements(engine, [1, 2, 3])
    assert engine.loads == [(FILE, LoadOptions(context_length=4_096, threads=threads)) for threads in (1, 2, 3)]


def test_no_prompt_begins_like_another_one():
    engine = Engine()
    measurements(engine, [1, 2])
    beginnings = [prompt.partition(".")[0] for prompt in engine.prompts]
    assert len(beginnings) == 2 * ROUNDS * 2 * (1 + 8)
    assert len(set(beginnings)) == len(beginnings)


def test_a_failure_of_one_answer_ends_it():
    failure = EngineError("It broke.")
    with pytest.raises(EngineError, match="It broke"):
        measurements(Engine(event=Failed(failure)), [1])


def test_cancelling_ends_it():
    with pytest.raises(CancelledError):
        measurements(Engine(event=Cancelled()), [1])


REPORT = Report("small", "Small\x1b[2J model", 3, (Measurement(1, 1, 832.04, 227.0), Measurement(2, 8, 1612.3, 557.26)))


def test_the_table_has_a_line_per_measurement_and_nothing_that_steers_the_terminal():
    assert as_table(REPORT).splitlines() == [
        "Small[2J model (small), tokens per second, medians of 3 rounds",
        "threads  sequences    reading  answering",
        "      1          1      832.0      227.0",
        "      2          8     1612.3      557.3",
    ]


def test_json_has_the_same_numbers():
    content = json.loads(as_json(REPORT))
    assert content["model"] == "small"
    assert content["measurements"][1] == {
        "threads": 2,
        "sequences": 8,
        "prompt_tokens_per_second": 1612.3,
        "answer_tokens_per_second": 557.26,
    }


def test_an_unknown_model_is_said_in_a_sentence(thimble):
    result = thimble("bench", "--model", "nonsuch")
    assert result.returncode == 1
    assert "nonsuch" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.model
def test_the_built_in_model_is_measured(thimble, data):
    result = thimble("bench", "--json")
    assert result.returncode == 0, result.stderr
    lines = json.loads(result.stdout)["measurements"]
    assert [line["sequences"] for line in lines] == [1, 8] * (len(lines) // 2)
    assert [line["threads"] for line in lines[::2]] == list(range(1, len(lines) // 2 + 1))
    assert all(line["prompt_tokens_per_second"] > 0 and line["answer_tokens_per_second"] > 0 for line in lines)
    assert not data.exists(), "measuring leaves no trace"
