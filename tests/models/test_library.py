from __future__ import annotations

import msgspec
import pytest

from assistant.errors import ModelError
from assistant.models import library
from assistant.models.catalogue import Catalogue, catalogue
from assistant.models.headers import HeaderCache
from assistant.models.library import BUILT_IN_ID, Kind, Library
from tests.engine.tiny_ggml import write_model
from tests.engine.tiny_models import write_llama, write_split_llama


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


def own(found):
    return [one for one in found if not one.model.built_in]


def test_what_a_file_says_about_itself_is_listed(folder):
    write_llama(folder / "Tiny.gguf", context_length=768, general__license="mit")
    (tiny,) = own(Library(folder).installed())
    assert (tiny.architecture, tiny.context_length, tiny.licence, tiny.problem) == ("llama", 768, "mit", None)
    assert tiny.parameters == tiny.header.parameters > 0
    assert tiny.file_type == tiny.header.file_type


def test_broken_files_are_listed_with_their_sentence(folder):
    for name, content in (("a.gguf", b""), ("b.gguf", b"GGUF" + bytes(9)), ("c.bin", b"Dear diary,")):
        (folder / name).write_bytes(content)
    found = own(Library(folder).installed())
    assert [one.model.path.name for one in found] == ["a.gguf", "b.gguf", "c.bin"]
    for one in found:
        assert one.model.path.name in one.problem.sentence
        assert one.header is None


def test_a_quick_list_opens_no_file_that_is_new(folder):
    write_llama(folder / "Tiny.gguf")
    library = Library(folder, headers=HeaderCache(folder / "headers.json"))
    (tiny,) = own(library.installed(cached_only=True))
    assert (tiny.header, tiny.problem) == (None, None)
    library.installed()
    (tiny,) = own(library.installed(cached_only=True))
    assert tiny.architecture == "llama"


def test_a_split_model_is_one_model(folder):
    parts = write_split_llama(folder, name="Big")
    (model,) = (one for one in Library(folder).models() if not one.built_in)
    assert (model.id, model.name, model.path, model.files) == ("big", "Big", parts[0], tuple(parts))
    assert model.size == sum(part.stat().st_size for part in parts)


def test_a_split_model_with_a_missing_part_is_listed_with_its_sentence(folder):
    parts = write_split_llama(folder)
    parts[0].unlink()
    (found,) = own(Library(folder).installed())
    assert parts[0].name in found.problem.sentence


def test_a_part_given_as_a_model_stands_for_the_whole(folder, tmp_path):
    parts = write_split_llama(tmp_path)
    model = Library(folder).from_file(parts[1])
    assert (model.path, model.files, model.in_place) == (parts[0], tuple(parts), True)


def test_a_split_model_used_in_place_is_one_model_with_all_its_parts(folder, tmp_path):
    parts = write_split_llama(tmp_path)
    (model,) = (one for one in Library(folder, map(str, parts[:2])).models() if not one.built_in)
    assert (model.files, model.in_place) == (tuple(parts), True)


def test_parts_of_two_models_are_not_mixed(folder):
    write_split_llama(folder, name="a", parts=2)
    write_split_llama(folder, name="a", parts=3)
    write_split_llama(folder, name="b", parts=2)
    assert [len(one.files) for one in Library(folder).models() if not one.built_in] == [2, 3, 2]


@pytest.fixture
def known_file(folder, monkeypatch):
    """A tiny model that stands in the catalogue."""
    path = write_llama(folder / "Known.gguf")
    entry = msgspec.structs.replace(
        catalogue().find("granite-4.0-350m-q4_k_m"), file="Known.gguf", bytes=path.stat().st_size, sha256="ab" * 32
    )
    monkeypatch.setattr(library, "catalogue", lambda: Catalogue((entry,)))
    return path


def test_a_file_of_the_catalogue_has_its_name_licence_and_roles(folder, known_file):
    (found,) = own(Library(folder).installed())
    assert found.model.name == "Granite 4.0 350M"
    assert (found.licence, found.roles) == ("Apache-2.0", ("chat", "summarize"))
    assert found.model.id == "known"


def test_an_installed_model_is_found_by_its_name_in_the_catalogue(folder, known_file):
    assert Library(folder).find("granite-4.0-350m-q4_k_m").path == known_file


def test_a_renamed_file_is_known_by_the_hash_it_was_fetched_with(folder, known_file):
    renamed = known_file.rename(folder / "Other.gguf")
    headers = HeaderCache(folder / "headers.json")
    assert own(Library(folder, headers=headers).installed())[0].entry is None
    headers.remember_sha256(renamed, "ab" * 32)
    assert own(Library(folder, headers=headers).installed())[0].entry.name == "Granite 4.0 350M"


@pytest.mark.model
def test_the_built_in_model_is_known_to_the_catalogue(folder):
    found = Library(folder).installed()[0]
    assert (found.entry.id, found.licence, found.file_type) == (BUILT_IN_ID, "Apache-2.0", "Q4_1")


def test_a_model_from_before_gguf_is_listed_with_its_kind(folder):
    write_model(folder / "old.bin", "gptneox")
    (model,) = (one for one in Library(folder).models() if not one.built_in)
    assert (model.id, model.kind) == ("old", Kind.GGML)
    (found,) = own(Library(folder).installed())
    assert (found.architecture, found.problem, found.header) == ("gptneox", None, None)


def test_a_damaged_model_from_before_gguf_is_listed_with_its_sentence(folder):
    whole = write_model(folder / "old.bin", "gpt2").read_bytes()
    (folder / "old.bin").write_bytes(whole[:-100])
    (found,) = own(Library(folder).installed())
    assert "old.bin" in found.problem.sentence
