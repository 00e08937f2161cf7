from __future__ import annotations

import json

import pytest

from assistant.events import Comparison, FormatFigures
from assistant.terminal.tune import in_words, report
from tests.engine.tiny_models import write_llama


def figures(name="Q8_0", prompt=1.0, answer=1.0, loss=0.0):
    return FormatFigures(
        format=name,
        bytes=145_000_000,
        prompt_tokens_per_second=800 * prompt,
        answer_tokens_per_second=80 * answer,
        perplexity=24.0,
        prompt_ratio=prompt,
        answer_ratio=answer,
        loss=loss,
    )


@pytest.mark.parametrize(
    ("prompt", "answer", "loss", "words"),
    [
        (2.9, 1.2, 0.001, "reads 2.9 times faster, answers 1.2 times faster, 0.1 % less exact"),
        (2.0, 1.01, 0.0, "reads 2.0 times faster, answers as fast, as exact"),
        (1.99, 0.96, -0.01, "reads 2.0 times faster, answers 0.96 times as fast, as exact"),
    ],
)
def test_a_form_is_described_in_plain_words(prompt, answer, loss, words):
    assert in_words(figures(prompt=prompt, answer=answer, loss=loss)) == words


def test_the_report_shows_both_and_the_gain():
    comparison = Comparison(
        source="m.gguf", original=figures("Q4_1"), candidates=(figures("Q8_0", 2.0, 1.3),), recommended="Q8_0"
    )
    lines = report(comparison, "Model")
    assert lines[0].startswith("Q4_1   145 MB  reads 800 tokens/s, answers 80.0 tokens/s, perplexity 24.00")
    assert lines[-1] == "Q8_0 reads 2.0 times faster, answers 1.3 times faster, as exact."


def test_the_report_says_when_nothing_is_worth_it():
    comparison = Comparison(source="m.gguf", original=figures("Q4_1"), candidates=(figures("Q8_0"),))
    assert "there is nothing to gain" in report(comparison, "Model")[-1]


def test_a_file_in_the_fast_format_has_nothing_to_gain(thimble, tmp_path):
    file = write_llama(tmp_path / "Fast.gguf", general__file_type=2)
    result = thimble("models", "tune", str(file), "--yes")
    assert result.returncode == 0, result.stderr
    assert result.stdout == "Fast is in the fastest format already: there is nothing to gain.\n"


def test_a_model_is_compared_and_the_decision_is_told_as_json(thimble, tmp_path, data):
    file = write_llama(tmp_path / "Tiny.gguf")
    result = thimble("models", "tune", str(file), "--yes", "--json")
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    assert told["original"]["format"] == "F32"
    assert [one["format"] for one in told["candidates"]][:2] == ["Q8_0", "Q4_Q8_S"]
    assert told["kept"] == (told["recommended"] is not None)
    files = {path.suffix for path in (data / "models" / "tuned").iterdir()}
    assert files == ({".gguf", ".json"} if told["kept"] else {".json"})


def test_nobody_can_be_asked_through_a_pipe(thimble, tmp_path):
    result = thimble("models", "tune", str(write_llama(tmp_path / "Tiny.gguf")))
    assert result.returncode == 1
    assert result.stderr == "Nobody can be asked here. Add --yes if you agree to what is shown.\n"


def test_a_model_that_is_not_there_is_a_sentence(thimble):
    result = thimble("models", "tune", "nowhere", "--yes")
    assert result.returncode == 1
    assert "There is no model “nowhere” here" in result.stderr
