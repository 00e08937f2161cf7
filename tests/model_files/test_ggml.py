"""Which kind of model a file from before GGUF holds."""

from __future__ import annotations

import os

import pytest

from assistant.model_files.ggml import ggml_kind
from assistant.model_files.ggml_layouts import LAYOUTS
from tests.engine.tiny_ggml import VOCABULARIES, gpt_words, write_model
from tests.engine.tiny_models import write_llama

TWINS = {"starcoder": (b"<fim_prefix>", "gpt2"), "dolly": (b"### End", "gptneox")}


@pytest.mark.parametrize("kind", [kind for kind in LAYOUTS if kind not in TWINS])
def test_a_file_is_told_by_what_stands_in_it(tmp_path, kind):
    path = tmp_path / "model.bin"
    write_model(path, kind)
    assert ggml_kind(path) == kind


@pytest.mark.parametrize("kind", TWINS)
def test_kinds_of_the_same_layout_are_told_by_their_words(tmp_path, kind):
    word, twin = TWINS[kind]
    path = tmp_path / "model.bin"
    write_model(path, kind)
    assert ggml_kind(path) == twin
    words = VOCABULARIES.get(kind, gpt_words)()
    write_model(path, kind, words=[*words[:-1], word])
    assert ggml_kind(path) == kind


def test_other_files_are_none(tmp_path):
    path = tmp_path / "other"
    assert ggml_kind(path) is None
    assert ggml_kind(tmp_path) is None
    assert ggml_kind(write_llama(path)) is None
    for content in (b"", b"lmg", b"PK\3\4" + bytes(100)):
        path.write_bytes(content)
        assert ggml_kind(path) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert ggml_kind(tmp_path / "pipe") is None
