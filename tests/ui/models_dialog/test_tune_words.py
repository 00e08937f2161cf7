import pytest

from assistant.events import Comparison, FormatFigures, Tuning, TuningStep
from ui.models_dialog.tune_words import TuneWords

ORIGINAL = FormatFigures(
    format="Q4_1", bytes=98_000_000, prompt_tokens_per_second=400, answer_tokens_per_second=140, perplexity=23.66
)


@pytest.fixture
def words(qapp):
    return TuneWords()


def figures(**changes):
    values = {
        "format": "Q8_0", "bytes": 145_000_000, "prompt_tokens_per_second": 980, "answer_tokens_per_second": 143,
        "perplexity": 23.67, "prompt_ratio": 2.45, "answer_ratio": 1.02, "loss": 0.0004, "loss_error": 0.001,
    }  # fmt: skip
    return FormatFigures(**{**values, **changes})


def compared(**changes):
    best = figures(**changes)
    return Comparison(source="a", original=ORIGINAL, candidates=(best,), recommended=best.format, file="b")


def test_speed_exactness_and_size_are_said_for_both(words):
    assert words.result(compared()).split("\n") == [
        "Reading: 2.5 times as fast (700 instead of 286 words a second).",
        "Writing: as fast as before (102 instead of 100 words a second).",
        "Exactness: the same, as far as it can be measured.",
        "Size: 145 MB instead of 98 MB, on the disk and in memory.",
    ]


@pytest.mark.parametrize(
    ("loss", "said"),
    [
        (0.021, "2.1 % less sure of its words, which is hardly noticed"),
        (0.22, "22.0 % less sure of its words, which may"),
    ],
)
def test_a_loss_is_said_with_what_it_means(words, loss, said):
    assert said in words.result(compared(loss=loss))


def test_what_is_slower_is_said_too(words):
    assert "Writing: 20 % slower" in words.result(compared(answer_ratio=0.8))


def test_where_nothing_is_worth_it_that_is_the_result(words):
    nothing = Comparison(source="a", original=ORIGINAL, candidates=(figures(loss=0.3),))
    assert words.result(nothing).startswith("No other format is worth it")
    assert "already" in words.result(Comparison(source="a", original=None))


@pytest.mark.parametrize("step", list(TuningStep))
def test_every_step_has_its_words(words, step):
    assert words.progress(Tuning(step, "Q8_0", 0.5)).endswith("…")
