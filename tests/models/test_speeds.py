from __future__ import annotations

import pytest

from assistant.events import AnswerStats
from assistant.models.speeds import KEPT, Speed, Speeds


@pytest.fixture
def file(tmp_path):
    return tmp_path / "models" / "speeds.json"


def answer(*, prompt=400.0, rate=100.0, tokens=50, read=100, reused=0):
    return AnswerStats(read + reused, tokens, prompt, rate, 0.1, reused)


def test_the_speed_of_a_model_is_the_middle_of_its_last_answers(file):
    speeds = Speeds(file)
    for rate in (1.0, 1.0, *range(10, 10 + KEPT)):
        speeds.record("a", answer(rate=float(rate), prompt=10.0 * rate), size=100)
    assert speeds.measured("a") == Speed(120.0, 12.0)


def test_speeds_are_kept_over_a_restart(file):
    Speeds(file).record("a", answer(), size=100)
    assert Speeds(file).measured("a") == Speed(400.0, 100.0)


def test_an_answer_too_short_to_tell_is_left_out(file):
    speeds = Speeds(file)
    speeds.record("a", answer(tokens=3, read=2), size=100)
    assert speeds.measured("a") is None


def test_a_prompt_that_was_mostly_known_says_nothing_about_reading(file):
    speeds = Speeds(file)
    speeds.record("a", answer(read=5, reused=3_000), size=100)
    assert speeds.measured("a") == Speed(0.0, 100.0)


def test_a_model_never_used_is_estimated_from_its_size_and_its_weights(file):
    speeds = Speeds(file)
    speeds.record("small", answer(prompt=400.0, rate=160.0), size=100, parameters=1_000)
    assert speeds.estimated(size=400, parameters=2_000, reference="small") == Speed(200.0, 40.0, measured=False)
    assert speeds.estimated(size=200, reference="small") == Speed(200.0, 80.0, measured=False)


def test_the_model_used_last_is_the_measure_where_the_wanted_one_is_missing(file):
    speeds = Speeds(file)
    speeds.record("a", answer(rate=10.0), size=100)
    speeds.record("b", answer(rate=30.0), size=100)
    speeds.record("a", answer(rate=10.0), size=100)
    assert speeds.estimated(size=100, reference="none").answer == 10.0


def test_nothing_measured_is_nothing_estimated(file):
    assert Speeds(file).estimated(size=100) is None


def test_a_model_can_be_forgotten(file):
    speeds = Speeds(file)
    speeds.record("a", answer(), size=100)
    speeds.forget("a")
    assert Speeds(file).measured("a") is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a": {"bytes": "x"}}', b"\xff"])
def test_a_broken_file_counts_as_empty(file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    speeds = Speeds(file)
    assert speeds.measured("a") is None
    speeds.record("a", answer(), size=100)
    assert Speeds(file).measured("a") is not None


def test_a_folder_that_cannot_be_written_does_not_end_an_answer(tmp_path):
    (tmp_path / "models").write_bytes(b"a file in the way")
    speeds = Speeds(tmp_path / "models" / "speeds.json")
    speeds.record("a", answer(), size=100)
    assert speeds.measured("a") is not None
