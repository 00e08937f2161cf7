from __future__ import annotations

import json

import pytest

from assistant.paths import Paths
from assistant.store import Store
from assistant.store.protection import Protection
from assistant.terminal.unlocking import VARIABLE
from tests.engine.tiny_models import write_llama

PASSPHRASE = "correct horse battery"


@pytest.fixture
def paths(data):
    paths = Paths(data, "option")
    with Store.open(paths.conversations) as store:
        store.create_conversation(title="Lighthouses")
    paths.models.mkdir()
    write_llama(paths.models / "Tiny.gguf")
    return paths


def titles(thimble, folder, **env):
    result = thimble("history", "list", "--json", "--data-dir", str(folder), env=env)
    return [one["title"] for one in json.loads(result.stdout)]


def test_out_and_in_bring_everything_over(thimble, paths, tmp_path):
    file, there = tmp_path / "all.zip", tmp_path / "there"
    out = thimble("move", "out", str(file), "--models")
    assert (out.returncode, out.stderr) == (0, "")
    assert out.stdout.startswith(f"Everything is in {file}: 1 conversation, the settings and 1 model file, ")
    arrived = thimble("move", "in", str(file), "--data-dir", str(there))
    assert (arrived.returncode, arrived.stderr) == (0, "")
    assert titles(thimble, there) == ["Lighthouses"]
    assert (there / "models" / "Tiny.gguf").exists()


def test_protected_conversations_need_the_passphrase_to_go_out_and_none_to_come_in(thimble, paths, tmp_path):
    Protection.of(paths).turn_on(PASSPHRASE)
    file, there = tmp_path / "all.zip", tmp_path / "there"
    out = thimble("move", "out", str(file), env={VARIABLE: PASSPHRASE})
    assert "stay encrypted" in out.stdout
    assert b"Lighthouses" not in file.read_bytes()
    assert "protected" in thimble("move", "in", str(file), "--data-dir", str(there)).stdout
    assert titles(thimble, there, **{VARIABLE: PASSPHRASE}) == ["Lighthouses"]


def test_facts_are_given_as_json(thimble, paths, tmp_path):
    file = tmp_path / "all.zip"
    facts = json.loads(thimble("move", "out", str(file), "--json").stdout)
    assert facts["file"] == str(file)
    assert (facts["conversations"], facts["models"], facts["protected"]) == (1, 0, False)
    assert facts["bytes"] < file.stat().st_size


def test_a_refusal_is_one_sentence(thimble, paths, tmp_path):
    file = tmp_path / "all.zip"
    thimble("move", "out", str(file))
    for command in (("out", str(file)), ("in", str(file)), ("in", str(tmp_path / "none.zip"))):
        result = thimble("move", *command)
        assert (result.returncode, result.stdout) == (1, "")
        assert len(result.stderr.splitlines()) == 1
