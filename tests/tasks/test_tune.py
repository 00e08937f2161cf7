from __future__ import annotations

import os

import pytest

from assistant.errors import CancelledError
from assistant.events import Compared, Comparison, FormatFigures, Tuning, TuningStep
from assistant.jobs import CancelToken
from assistant.models.tuned import tuned_file
from assistant.tasks.tune import needs_tuning, tune_built_in


class ScriptedTuner:
    """Measures what a test wrote down."""

    def __init__(self, **ratios):
        self.ratios = ratios

    def tune(self, path, folder, cancel, *, quick=False):
        assert quick
        yield Tuning(TuningStep.CONVERTING, "Q8_0", 0.1)
        cancel.raise_if_cancelled()
        folder.mkdir(exist_ok=True)
        part = folder / f"Model.Q8_0-tuned.gguf.{os.getpid()}.part"
        part.write_bytes(b"faster")
        figures = {"bytes": 1, "prompt_tokens_per_second": 1.0, "answer_tokens_per_second": 1.0, "perplexity": 1.0}
        yield Compared(
            Comparison(
                source=str(path),
                original=FormatFigures(format="Q4_1", **figures),
                candidates=(FormatFigures(format="Q8_0", **figures, **self.ratios),),
                recommended="Q8_0" if self.ratios else "",
                file=str(part) if self.ratios else "",
            )
        )
        if not self.ratios:
            part.unlink()


@pytest.fixture
def model(tmp_path):
    file = tmp_path / "Model.Q4_1.gguf"
    file.write_bytes(b"a model")
    return file


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "tuned"


def parts(folder):
    return [path for path in folder.iterdir() if path.suffix != ".json"]


def test_a_faster_form_that_loses_next_to_nothing_is_kept_unasked(model, folder):
    tuner = ScriptedTuner(prompt_ratio=2.1, answer_ratio=0.97, loss=0.002)
    assert needs_tuning(model, folder)
    list(tune_built_in(tuner, model, folder, CancelToken()))
    assert tuned_file(model, folder) is not None
    assert not needs_tuning(model, folder)


@pytest.mark.parametrize(
    "ratios",
    [
        {"prompt_ratio": 1.1, "answer_ratio": 1.3, "loss": 0.0},
        {"prompt_ratio": 2.0, "answer_ratio": 0.9, "loss": 0.0},
        {"prompt_ratio": 2.0, "answer_ratio": 1.2, "loss": 0.031},
        {},
    ],
    ids=["reads hardly faster", "answers slower", "is less exact", "was not found"],
)
def test_nothing_is_kept_and_that_is_remembered_when_a_form(model, folder, ratios):
    list(tune_built_in(ScriptedTuner(**ratios), model, folder, CancelToken()))
    assert tuned_file(model, folder) is None
    assert not needs_tuning(model, folder)
    assert parts(folder) == []


def test_a_cancel_leaves_it_to_be_done_another_time(model, folder):
    cancel = CancelToken()
    with pytest.raises(CancelledError):
        for _ in tune_built_in(ScriptedTuner(prompt_ratio=2.0), model, folder, cancel):
            cancel.cancel()
    assert needs_tuning(model, folder)


def test_it_is_looked_at_anew_when_the_model_has_changed(model, folder):
    list(tune_built_in(ScriptedTuner(prompt_ratio=2.0), model, folder, CancelToken()))
    model.write_bytes(b"another model")
    assert needs_tuning(model, folder)
