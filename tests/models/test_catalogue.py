from __future__ import annotations

import tomllib

import pytest

from assistant.models.catalogue import Role, catalogue, read_catalogue
from assistant.models.library import BUILT_IN_ID
from assistant.paths import resources_folder

ENTRY = {
    "id": "a",
    "name": "A",
    "repo": "owner/repo",
    "revision": "main",
    "file": "A.gguf",
    "bytes": 5,
    "sha256": "0" * 64,
    "licence": "MIT",
    "tier": "tiny",
    "roles": ["chat"],
    "attention": "full",
}


def written(tmp_path, *entries):
    lines = []
    for entry in entries:
        lines.append("[[model]]")
        lines += [f"{key} = {str(value).lower() if value is True else repr(value)}" for key, value in entry.items()]
    file = tmp_path / "catalogue.toml"
    file.write_text("\n".join(lines))
    return file


def test_the_catalogue_that_ships_is_read_whole():
    raw = tomllib.loads((resources_folder() / "catalogue" / "language-models.toml").read_text("utf-8"))
    assert [entry.id for entry in catalogue()] == [model["id"] for model in raw["model"]]
    assert len(catalogue().entries) >= 13


def test_every_entry_but_the_built_in_one_has_an_encrypted_address():
    for entry in catalogue():
        if entry.built_in:
            assert (entry.id, entry.url, entry.host) == (BUILT_IN_ID, "", "")
        else:
            assert entry.url == f"https://huggingface.co/{entry.repo}/resolve/{entry.revision}/{entry.file}"
            assert entry.host == "huggingface.co"


def test_the_hash_of_the_built_in_model_is_the_one_that_set_up_checks():
    import builtin_model

    entry = catalogue().find(BUILT_IN_ID)
    assert (entry.sha256, entry.bytes, entry.file) == (
        builtin_model.SHA256,
        builtin_model.SIZE,
        builtin_model.FILE.name,
    )


def test_a_translation_model_says_how_it_wants_to_be_asked():
    entry = catalogue().find("hy-mt2-1.8b-q4_k_m")
    assert entry.roles == (Role.TRANSLATE,)
    assert not entry.prompt.system
    asked = entry.prompt.user.format(language="German", text="Good morning.")
    assert asked.startswith("Translate the following text into German.")
    assert asked.endswith("any additional explanation:\n\nGood morning.")
    assert (entry.prompt.sampling.temperature, entry.prompt.sampling.top_k) == (0.7, 20)


def test_entries_are_found_whatever_the_case():
    assert catalogue().find("LFM2.5-230M-QAD-Q4_0").name == "LFM2.5 230M"
    assert catalogue().find("nothing") is None


def test_a_file_is_known_by_its_hash_before_its_name(tmp_path):
    known = read_catalogue(written(tmp_path, ENTRY, ENTRY | {"id": "b", "file": "B.gguf", "sha256": "1" * 64}))
    assert known.of_file("renamed.gguf", 1, sha256="1" * 64).id == "b"
    assert known.of_file("a.GGUF", 5).id == "a"
    assert known.of_file("a.gguf", 6) is None
    assert known.of_file("a.gguf", 5, sha256="2" * 64) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"bytes": 0},
        {"sha256": "ABC"},
        {"file": "../A.gguf"},
        {"file": "A.bin"},
        {"repo": "owner/repo/more"},
        {"revision": "../x"},
        {"roles": []},
        {"roles": ["poetry"]},
        {"attention": "some"},
        {"colour": "red"},
        {"built_in": True},
        {"repo": ""},
    ],
)
def test_a_wrong_entry_is_refused(tmp_path, wrong):
    with pytest.raises(ValueError):
        read_catalogue(written(tmp_path, ENTRY | wrong))


@pytest.mark.parametrize("twice", [{"id": "b"}, {"file": "B.gguf"}])
def test_two_entries_of_one_name_are_refused(tmp_path, twice):
    with pytest.raises(ValueError, match="same id or file"):
        read_catalogue(written(tmp_path, ENTRY, ENTRY | twice))
