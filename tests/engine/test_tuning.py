from __future__ import annotations

import hashlib
import sys
from contextlib import closing

import psutil
import pytest

from assistant.engine.tuning import ModelTuner, recommended
from assistant.errors import CancelledError, EngineError, ModelError
from assistant.events import Compared, FormatFigures, Tuning, TuningStep
from assistant.jobs import CancelToken
from assistant.model_files.gguf import read_header
from tests.engine.tiny_models import write_lfm2, write_llama, write_split_llama


@pytest.fixture
def tiny(tmp_path):
    return write_llama(tmp_path / "Tiny.F32.gguf", layers=4)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "models" / "tuned"


@pytest.fixture
def tuner():
    return ModelTuner(threads=1)


def compare(tuner, path, folder):
    *events, last = tuner.tune(path, folder, CancelToken(), quick=True)
    assert isinstance(last, Compared)
    return events, last.comparison


def left_in(folder):
    return sorted(path.name for path in folder.iterdir())


def children():
    return [child for child in psutil.Process().children() if "--tuner" in child.cmdline()]


def figures(name, prompt, answer, loss):
    return FormatFigures(
        format=name,
        bytes=1,
        prompt_tokens_per_second=100 * prompt,
        answer_tokens_per_second=50 * answer,
        perplexity=20 * (1 + loss),
        prompt_ratio=prompt,
        answer_ratio=answer,
        loss=loss,
    )


@pytest.fixture(scope="module")
def tuned(model_file, tmp_path_factory):
    """The built-in model's comparison, the events on the way, and the original's hash before it."""
    before = hashlib.sha256(model_file.read_bytes()).hexdigest()
    events, comparison = compare(ModelTuner(), model_file, tmp_path_factory.mktemp("tuned"))
    return before, events, comparison


@pytest.mark.model
def test_the_built_in_model_is_compared_in_several_formats(tuned):
    _, _, comparison = tuned
    assert [one.format for one in comparison.candidates][:2] == ["Q8_0", "Q4_Q8_S"]
    assert comparison.original.format == "Q4_1"
    assert comparison.original.bytes < comparison.candidates[0].bytes
    assert all(one.prompt_tokens_per_second > 0 < one.answer_tokens_per_second for one in comparison.candidates)


@pytest.mark.model
def test_what_a_format_loses_is_told_from_the_perplexities(tuned):
    _, _, comparison = tuned
    eight_bits, mix = comparison.candidates[:2]
    # Twice the bits lose nothing that could be noticed; four bits lose little with an importance matrix.
    assert abs(eight_bits.loss) < 0.02
    assert mix.loss < 0.09
    assert eight_bits.loss_error < mix.loss_error
    assert mix.loss == pytest.approx(mix.perplexity / comparison.original.perplexity - 1, abs=1e-6)


@pytest.mark.model
def test_the_original_is_never_touched(tuned, model_file):
    before, _, _ = tuned
    assert hashlib.sha256(model_file.read_bytes()).hexdigest() == before


@pytest.mark.model
def test_progress_names_the_steps_and_only_grows(tuned):
    _, events, _ = tuned
    assert all(isinstance(event, Tuning) for event in events)
    assert {event.step for event in events} == set(TuningStep)
    fractions = [event.fraction for event in events]
    assert fractions == sorted(fractions)
    # The last third is for the larger mix, which is only made when the smaller one loses too much.
    assert fractions[-1] >= 0.66


def test_what_is_recommended_is_a_model_file_under_a_temporary_name(tuner, tiny, folder, monkeypatch):
    # The tiny model gains nothing worth keeping, so everything is recommended here.
    monkeypatch.setattr("assistant.engine.tuning.recommended", lambda candidates: candidates[-1].format)
    _, comparison = compare(tuner, tiny, folder)
    assert left_in(folder) == [comparison.file.rpartition("/")[2]]
    assert comparison.file.endswith(".part")
    assert "Tiny.Q4_Q8" in comparison.file
    assert comparison.best.bytes == read_header(folder / left_in(folder)[0]).file_bytes < tiny.stat().st_size


def test_nothing_stays_when_nothing_is_recommended(tuner, tiny, folder, monkeypatch):
    monkeypatch.setattr("assistant.engine.tuning.recommended", lambda candidates: "")
    _, comparison = compare(tuner, tiny, folder)
    assert (comparison.recommended, comparison.file, comparison.best) == ("", "", None)
    assert left_in(folder) == []


def test_a_split_model_is_converted_into_one_file(tuner, folder, tmp_path, monkeypatch):
    monkeypatch.setattr("assistant.engine.tuning.recommended", lambda candidates: candidates[0].format)
    parts = write_split_llama(tmp_path)
    _, comparison = compare(tuner, parts[0], folder)
    header = read_header(folder / left_in(folder)[0])
    assert header.parameters == read_header(parts[0]).parameters
    assert comparison.original.bytes == sum(part.stat().st_size for part in parts)


def test_a_hybrid_model_can_be_made_faster_too(tuner, folder, tmp_path):
    _, comparison = compare(tuner, write_lfm2(tmp_path / "hybrid.gguf"), folder)
    assert len(comparison.candidates) >= 2


def test_a_file_in_the_fast_format_is_told_at_once(folder, tmp_path):
    file = write_llama(tmp_path / "fast.gguf", general__file_type=2)
    events, comparison = compare(ModelTuner(["/nothing/is/started"]), file, folder)
    assert (events, comparison.original, comparison.recommended) == ([], None, "")
    assert not folder.exists()


@pytest.mark.parametrize("step", [TuningStep.CONVERTING, TuningStep.OBSERVING, TuningStep.TIMING, TuningStep.JUDGING])
def test_a_cancel_in_the_middle_leaves_no_file(tuner, tiny, folder, step):
    cancel = CancelToken()
    with pytest.raises(CancelledError):
        for event in tuner.tune(tiny, folder, cancel, quick=True):
            if event.step is step:
                cancel.cancel()
    assert left_in(folder) == []
    assert children() == []


def test_a_cancel_before_the_beginning_starts_nothing(tuner, tiny, folder):
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        list(tuner.tune(tiny, folder, cancel))
    assert children() == []


def test_giving_up_on_the_events_ends_the_process_and_leaves_no_file(tuner, tiny, folder):
    with closing(tuner.tune(tiny, folder, CancelToken(), quick=True)) as events:
        next(events)
        assert len(children()) == 1
    assert children() == []
    assert left_in(folder) == []


def test_a_process_that_is_killed_becomes_a_sentence_and_leaves_no_file(tuner, tiny, folder):
    with pytest.raises(EngineError, match=r"stopped unexpectedly\. The original is as it was"):
        for event in tuner.tune(tiny, folder, CancelToken(), quick=True):
            if event.step is TuningStep.TIMING:
                children()[0].kill()
    assert left_in(folder) == []


def test_a_process_that_talks_nonsense_becomes_a_sentence(tiny, folder):
    tuner = ModelTuner([sys.executable, "-c", "print('x' * 100)"])
    with pytest.raises(EngineError, match="stopped unexpectedly"):
        list(tuner.tune(tiny, folder, CancelToken()))


def test_what_the_process_said_last_is_in_the_details(tiny, folder):
    tuner = ModelTuner([sys.executable, "-c", "import sys; sys.exit('its last words')"])
    with pytest.raises(EngineError) as caught:
        list(tuner.tune(tiny, folder, CancelToken()))
    assert "its last words" in caught.value.details


def test_a_process_that_cannot_be_started_becomes_a_sentence(tiny, folder):
    with pytest.raises(EngineError, match="could not be started"):
        list(ModelTuner(["/nothing/here"]).tune(tiny, folder, CancelToken()))


def test_a_full_disk_is_noticed_before_anything_is_written(tiny, folder):
    tuner = ModelTuner(["/nothing/is/started"], free_bytes=lambda _: 1_000_000)
    with pytest.raises(ModelError, match="of room on the disk, and 1 MB is free"):
        list(tuner.tune(tiny, folder, CancelToken()))
    assert left_in(folder) == []


def test_too_little_memory_is_noticed_before_anything_is_started(tiny, folder):
    tuner = ModelTuner(["/nothing/is/started"], available_bytes=lambda: 2_000_000)
    with pytest.raises(ModelError, match="of memory, and 2 MB is free"):
        list(tuner.tune(tiny, folder, CancelToken()))


def test_a_folder_that_cannot_be_made_becomes_a_sentence(tuner, tiny, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ModelError, match="can't be written to"):
        list(tuner.tune(tiny, tmp_path / "file" / "tuned", CancelToken()))


def test_a_file_that_is_no_model_is_refused(tuner, folder, tmp_path):
    (tmp_path / "letter.gguf").write_text("Dear Sir or Madam")
    with pytest.raises(ModelError, match="letter"):
        list(tuner.tune(tmp_path / "letter.gguf", folder, CancelToken()))
    assert not folder.exists()


def test_what_a_killed_program_left_is_removed(tuner, tiny, folder):
    folder.mkdir(parents=True)
    ended = psutil.Popen([sys.executable, "-c", ""])
    ended.wait()
    (folder / f"Old.Q8_0-tuned.gguf.{ended.pid}.part").write_bytes(b"half of it")
    running = folder / f"Other.Q8_0-tuned.gguf.{psutil.Process().ppid()}.part"
    running.write_bytes(b"another program's")
    with closing(tuner.tune(tiny, folder, CancelToken())) as events:
        next(events)
    assert left_in(folder) == [running.name]


def test_of_two_good_formats_the_one_that_answers_sooner_is_recommended():
    assert recommended([figures("A", 2.0, 1.0, 0.0), figures("B", 2.6, 1.1, 0.02)]) == "B"
    assert recommended([figures("A", 2.0, 1.5, 0.0), figures("B", 2.6, 1.0, 0.02)]) == "A"


@pytest.mark.parametrize(
    ("prompt", "answer", "loss"),
    [(3.0, 1.3, 0.04), (3.0, 0.8, 0.0), (0.8, 1.5, 0.0), (1.1, 1.1, 0.0)],
    ids=["loses too much", "answers slower", "reads slower", "gains too little"],
)
def test_a_format_is_not_recommended_when_it(prompt, answer, loss):
    assert recommended([figures("A", prompt, answer, loss)]) == ""
