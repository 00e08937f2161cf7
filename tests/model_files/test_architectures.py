"""The kinds of models, against the llama.cpp that is installed."""

from __future__ import annotations

import os
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from assistant.model_files.architectures import (
    ANSWERING,
    OTHER_PURPOSES,
    Attention,
    LayerFacts,
    attention_of,
    kinds_of_layers,
)
from assistant.model_files.gguf import read_header
from tests.engine.tiny_models import write_lfm2, write_llama, write_mamba


def test_every_known_kind_is_known_to_the_library():
    folder = Path(find_spec("llama_cpp").submodule_search_locations[0]) / "lib"
    library = next(path for path in folder.iterdir() if re.fullmatch(r"(lib)?llama\.(so|dylib|dll)", path.name))
    texts = library.read_bytes()
    # Linkers let one text be the end of another.
    assert {name for name in ANSWERING | OTHER_PURPOSES if name.encode() + b"\0" not in texts} == set()


def test_a_kind_answers_or_has_another_purpose():
    assert not ANSWERING & OTHER_PURPOSES
    assert len(ANSWERING) > 100


@pytest.mark.parametrize("write", [write_llama, write_lfm2, write_mamba])
def test_the_library_agrees_on_how_a_model_remembers(llama_cpp, tmp_path, write):
    path = write(tmp_path / "tiny.gguf")
    model = llama_cpp.llama_model_load_from_file(os.fsencode(path), llama_cpp.llama_model_default_params())
    said = (llama_cpp.llama_model_is_hybrid(model), llama_cpp.llama_model_is_recurrent(model))
    llama_cpp.llama_model_free(model)
    attention = read_header(path).attention
    assert (attention is Attention.HYBRID, attention is Attention.RECURRENT) == said


def kinds(architecture, *, kv_heads=(1, 0, 1, 0), feed_forward=(8, 8, 8, 8), interval=0, marked=(), extra=0):
    facts = LayerFacts(
        kv_heads=kv_heads, feed_forward=feed_forward, interval=interval, marked=marked, extra_layers=extra
    )
    return "".join(
        {(True, False): "c", (False, True): "s", (True, True): "b", (False, False): "-"}[kind]
        for kind in kinds_of_layers(architecture, facts)
    )


@pytest.mark.parametrize(
    ("architecture", "facts", "expected"),
    [
        ("llama", {}, "c-c-"),
        ("mamba", {}, "ssss"),
        ("falcon-h1", {}, "bbbb"),
        ("lfm2", {}, "cscs"),
        ("granitehybrid", {}, "cscs"),
        ("nemotron_h", {"feed_forward": (0, 8, 0, 0)}, "c-cs"),
        ("qwen35", {"kv_heads": (1,) * 8, "feed_forward": (8,) * 8}, "sssc" * 2),
        ("qwen35", {"kv_heads": (1,) * 4, "interval": 2}, "scsc"),
        ("qwen35", {"kv_heads": (1,) * 4, "marked": (True, False, False, True), "extra": 1}, "scc-"),
        ("minimax-01", {"kv_heads": (1,) * 8, "feed_forward": (8,) * 8}, "sssssssc"),
    ],
)
def test_layers_have_a_cache_or_a_state(architecture, facts, expected):
    assert kinds(architecture, **facts) == expected


@pytest.mark.parametrize(
    ("architecture", "attention"),
    [
        ("qwen3", Attention.FULL),
        ("gemma3", Attention.FULL),
        ("qwen3next", Attention.HYBRID),
        ("jamba", Attention.HYBRID),
        ("rwkv7", Attention.RECURRENT),
        ("mamba2", Attention.RECURRENT),
    ],
)
def test_kinds_remember_in_one_of_three_ways(architecture, attention):
    assert attention_of(architecture) is attention
