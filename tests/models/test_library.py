from __future__ import annotations

import pytest

from assistant.errors import ModelError
from assistant.models import library
from assistant.models.library import BUILT_IN_ID, Library


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "models").mkdir()
    return tmp_path / "models"


def gguf(path):
    path.write_bytes(b"GGUF" + bytes(20))
    return path


@pytest.mark.model
def test_the_built_in_model_comes_first_and_is_the_default(folder):
    gguf(folder / "Aardvark.gguf")
    found = Library(folder)
    assert [model.id for model in found.models()] == [BUILT_IN_ID, "aardvark"]
    assert found.find("").built_in


def test_models_are_found_by_id_whatever_the_case(folder):
    gguf(folder / "My Model.gguf")
    assert Library(folder).find("MY model").name == "My Model"


def test_models_are_found_by_path(folder, tmp_path):
    assert Library(folder).find(str(gguf(tmp_path / "elsewhere.gguf"))).name == "elsewhere"


def test_two_files_of_one_name_have_two_ids(folder, tmp_path):
    gguf(folder / "a.gguf")
    other = gguf(tmp_path / "a.gguf")
    ids = [model.id for model in Library(folder, [str(other)]).models() if not model.built_in]
    assert ids == ["a", "a-2"]


def test_a_file_used_in_place_that_is_gone_is_not_listed(folder, tmp_path):
    assert [m for m in Library(folder, [str(tmp_path / "gone.gguf")]).models() if not m.built_in] == []


def test_a_missing_models_folder_is_an_empty_one(tmp_path):
    assert all(model.built_in for model in Library(tmp_path / "none").models())


def test_an_unknown_name_is_a_sentence_that_lists_the_known_ones(folder):
    gguf(folder / "one.gguf")
    with pytest.raises(ModelError, match=r"no model “two”.*one"):
        Library(folder).find("two")


def test_a_broken_installation_is_a_sentence(folder, monkeypatch):
    monkeypatch.setattr(library, "built_in_file", lambda: None)
    with pytest.raises(ModelError, match="Install Thimble again"):
        Library(folder).find("")


@pytest.mark.parametrize("content", [b"", b"GG", b"PK\x03\x04"])
def test_a_file_that_is_no_model_is_refused_with_a_sentence(tmp_path, content):
    file = tmp_path / "x.gguf"
    file.write_bytes(content)
    with pytest.raises(ModelError, match="not a model file"):
        Library(tmp_path).from_file(file)


def test_a_folder_given_as_a_model_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(ModelError):
        Library(tmp_path).from_file(tmp_path)
