from __future__ import annotations

import os
import shutil

import pytest

from assistant.errors import ModelError
from assistant.events import Comparison, FormatFigures
from assistant.models.tuned import discard, forget, forget_gone, keep, remember_nothing, tuned_file, tuned_record


@pytest.fixture
def model(tmp_path):
    file = tmp_path / "Model.Q4_1.gguf"
    file.write_bytes(bytes(range(256)) * 2_000)
    return file


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "tuned").mkdir()
    return tmp_path / "tuned"


def figures(name):
    return FormatFigures(
        format=name, bytes=7, prompt_tokens_per_second=2.0, answer_tokens_per_second=1.0, perplexity=20.0
    )


def compared(model, folder, name="Q8_0", content=b"faster"):
    stem = model.name.removesuffix(".Q4_1.gguf")
    part = folder / f"{stem}.{name}-tuned.gguf.{os.getpid()}.part"
    part.write_bytes(content)
    return Comparison(
        source=str(model),
        original=figures("Q4_1"),
        candidates=(figures(name),),
        recommended=name,
        file=str(part),
    )


def nothing(model):
    return Comparison(source=str(model), original=figures("Q4_1"), candidates=(figures("Q8_0"),))


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_kept_form_is_named_after_what_it_is(model, folder):
    kept = keep(compared(model, folder), folder)
    assert kept == folder / "Model.Q8_0-tuned.gguf"
    assert kept.read_bytes() == b"faster"
    assert names(folder) == ["Model.Q8_0-tuned.gguf", "Model.Q8_0-tuned.gguf.json"]


def test_a_kept_form_stands_in_for_its_original(model, folder):
    assert tuned_file(model, folder) is None
    kept = keep(compared(model, folder), folder)
    assert tuned_file(model, folder) == kept


def test_a_record_tells_what_was_measured(model, folder):
    keep(compared(model, folder), folder)
    record = tuned_record(model, folder)
    assert (record.original.format, record.tuned.format) == ("Q4_1", "Q8_0")
    assert record.source.path == str(model)


def test_a_discarded_form_is_gone(model, folder):
    discard(compared(model, folder))
    assert names(folder) == []
    assert tuned_file(model, folder) is None


def test_a_form_no_longer_counts_when_the_original_was_changed(model, folder):
    keep(compared(model, folder), folder)
    os.utime(model, ns=(1, 1))
    assert tuned_file(model, folder) is None


def test_a_form_no_longer_counts_when_the_original_was_replaced_by_a_larger_file(model, folder):
    keep(compared(model, folder), folder)
    before = model.stat()
    model.write_bytes(model.read_bytes() + b"more")
    os.utime(model, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert tuned_file(model, folder) is None


def test_a_form_no_longer_counts_when_its_original_is_gone(model, folder):
    keep(compared(model, folder), folder)
    model.unlink()
    assert tuned_file(model, folder) is None


def test_an_original_is_known_again_in_another_folder(model, folder, tmp_path):
    # A one-file program unpacks its built-in model into a new folder at each start.
    kept = keep(compared(model, folder), folder)
    (tmp_path / "unpacked").mkdir()
    elsewhere = shutil.move(model, tmp_path / "unpacked" / model.name)
    os.utime(elsewhere, ns=(1, 1))
    assert tuned_file(elsewhere, folder) == kept


def test_another_file_of_the_same_name_and_size_is_not_taken_for_the_original(model, folder, tmp_path):
    keep(compared(model, folder), folder)
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / model.name
    other.write_bytes(model.read_bytes()[::-1])
    assert tuned_file(other, folder) is None


@pytest.mark.parametrize("spoil", ["cut", "gone"])
def test_a_damaged_form_does_not_count(model, folder, spoil):
    kept = keep(compared(model, folder), folder)
    if spoil == "cut":
        kept.write_bytes(b"fas")
    else:
        kept.unlink()
    assert tuned_file(model, folder) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"source": {}}', b"x" * 100_000, b"[" * 50_000])
def test_a_record_that_makes_no_sense_is_passed_over(model, folder, content):
    (folder / "Broken-tuned.gguf.json").write_bytes(content)
    assert tuned_file(model, folder) is None
    kept = keep(compared(model, folder), folder)
    assert tuned_file(model, folder) == kept


def test_a_record_cannot_point_outside_its_folder(model, folder, tmp_path):
    keep(compared(model, folder), folder)
    (tmp_path / "elsewhere.gguf").write_bytes(b"faster")
    record = folder / "Model.Q8_0-tuned.gguf.json"
    record.write_text(record.read_text().replace('"Model.Q8_0-tuned.gguf"', '"../elsewhere.gguf"'))
    assert "elsewhere" in record.read_text()
    assert tuned_file(model, folder) is None


def test_a_newer_form_takes_the_place_of_an_older_one(model, folder):
    keep(compared(model, folder), folder)
    newer = keep(compared(model, folder, "Q4_Q8_S", b"faster still"), folder)
    assert tuned_file(model, folder) == newer
    assert names(folder) == ["Model.Q4_Q8_S-tuned.gguf", "Model.Q4_Q8_S-tuned.gguf.json"]


def test_models_of_the_same_name_have_forms_of_their_own(model, folder, tmp_path):
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / model.name
    other.write_bytes(b"another model")
    first = keep(compared(model, folder), folder)
    second = keep(compared(other, folder, content=b"another form"), folder)
    assert first != second
    assert (tuned_file(model, folder), tuned_file(other, folder)) == (first, second)
    assert first.read_bytes() == b"faster"


def test_that_nothing_can_be_gained_is_remembered(model, folder):
    remember_nothing(nothing(model), folder)
    assert tuned_record(model, folder).file == ""
    assert tuned_file(model, folder) is None


def test_a_form_kept_later_takes_the_place_of_that_memory(model, folder):
    remember_nothing(nothing(model), folder)
    kept = keep(compared(model, folder), folder)
    assert tuned_file(model, folder) == kept


def test_giving_a_form_up_removes_it_and_what_is_known(model, folder):
    keep(compared(model, folder), folder)
    forget(model, folder)
    assert names(folder) == []
    assert tuned_record(model, folder) is None


def test_keeping_nothing_is_a_sentence(model, folder):
    with pytest.raises(ModelError, match=r"no faster form of Model\.Q4_1\.gguf to keep"):
        keep(nothing(model), folder)


def test_a_form_that_is_gone_cannot_be_kept(model, folder):
    comparison = compared(model, folder)
    discard(comparison)
    with pytest.raises(ModelError, match="can't be kept"):
        keep(comparison, folder)
    assert names(folder) == []


def test_a_folder_that_is_not_there_holds_nothing(model, tmp_path):
    assert tuned_file(model, tmp_path / "missing") is None


def test_the_form_of_a_removed_model_goes_with_it(tmp_path, model, folder):
    keep(compared(model, folder), folder)
    forget_gone(folder, tmp_path)
    assert tuned_file(model, folder) is not None
    model.unlink()
    forget_gone(folder, tmp_path)
    assert names(folder) == []


def test_the_form_of_a_model_on_a_stick_that_is_away_stays(tmp_path, model, folder):
    keep(compared(model, folder), folder)
    model.unlink()
    forget_gone(folder, tmp_path / "models")
    assert names(folder) == ["Model.Q8_0-tuned.gguf", "Model.Q8_0-tuned.gguf.json"]
