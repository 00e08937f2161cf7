"""How much memory a model takes: against what llama.cpp really takes, and what follows from it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.model_files.gguf import read_header
from assistant.model_files.memory import fitting_context, memory_need
from assistant.paths import program_folder
from tests.engine.tiny_models import write_lfm2, write_llama, write_mamba

CHILD = Path(__file__).with_name("measured_child.py")


def growth(model, context_length, prompt):
    run = subprocess.run(
        [sys.executable, CHILD, model, str(context_length), str(prompt)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(program_folder())},
    )
    return int(run.stdout)


@pytest.mark.model
@pytest.mark.parametrize("context_length", [512, 2_048, 8_192])
def test_the_need_of_the_built_in_model_is_what_it_takes_and_at_most_three_tenths_more(model_file, context_length):
    need = memory_need(read_header(model_file), context_length).total
    assert 1.0 <= need / growth(model_file, context_length, 512) <= 1.3


@pytest.mark.soak
@pytest.mark.model
def test_the_need_covers_a_full_context(model_file):
    assert 1.0 <= memory_need(read_header(model_file), 8_192).total / growth(model_file, 8_192, 8_192) <= 1.3


@pytest.mark.soak
@pytest.mark.parametrize("write", [write_llama, write_lfm2, write_mamba])
def test_the_need_of_every_kind_of_model_is_what_it_takes(tmp_path, write):
    path = write(tmp_path / "large.gguf", embedding=1_024, layers=4, context_length=4_096)
    assert 1.0 <= memory_need(read_header(path), 2_048).total / growth(path, 2_048, 0) <= 1.5


@pytest.mark.parametrize("write", [write_llama, write_lfm2, write_mamba])
def test_cache_and_state_are_as_large_as_llama_cpp_says(llama_cpp, tmp_path, write):
    path = write(tmp_path / "tiny.gguf", layers=32)
    header = read_header(path)
    tokens = 200
    said = state_bytes(llama_cpp, path, tokens)
    told = header.cache_numbers * 2 * tokens + header.state_bytes
    # What is saved has also some numbers for each layer and each token.
    assert 0 <= said - told <= 32 * 64 + tokens * 32


def state_bytes(llama, path, count):
    model = llama.llama_model_load_from_file(os.fsencode(path), llama.llama_model_default_params())
    parameters = llama.llama_context_default_params()
    parameters.n_ctx = 256
    parameters.n_threads = parameters.n_threads_batch = 1
    context = llama.llama_init_from_model(model, parameters)
    tokens = (llama.llama_token * count)(*range(3, 3 + count))
    assert llama.llama_decode(context, llama.llama_batch_get_one(tokens, count)) == 0
    size = llama.llama_state_seq_get_size(context, 0)
    llama.llama_free(context)
    llama.llama_model_free(model)
    return size


@pytest.fixture
def header(tmp_path):
    return read_header(write_llama(tmp_path / "tiny.gguf", layers=16, context_length=65_536))


def test_the_cache_grows_with_the_context_in_whole_steps(header):
    assert memory_need(header, 1_024).kv == 2 * memory_need(header, 512).kv
    assert memory_need(header, 513) == memory_need(header, 768)


def test_a_sliding_window_saves_nothing(tmp_path):
    plain = read_header(write_llama(tmp_path / "plain.gguf"))
    path = write_llama(tmp_path / "window.gguf", llama__attention__sliding_window=128)
    assert read_header(path).sliding_window == 128
    assert memory_need(read_header(path), 4_096) == memory_need(plain, 4_096)


def test_each_sequence_has_a_recurrent_state_of_its_own(tmp_path):
    header = read_header(write_mamba(tmp_path / "tiny.gguf"))
    assert memory_need(header, 512, sequences=8).kv == 8 * memory_need(header, 512).kv > 0
    assert memory_need(header, 512).kv == memory_need(header, 4_096).kv


def test_what_is_wanted_is_given_where_it_fits(header):
    assert fitting_context(header, 5_000, memory_need(header, 5_000).total) == 5_000


def test_no_more_is_given_than_the_model_was_trained_for(header):
    assert fitting_context(header, 1 << 20, 1 << 40) == 65_536


@pytest.mark.parametrize("length", [512, 768, 12_800, 40_960])
def test_the_largest_context_that_fits_is_found(header, length):
    available = memory_need(header, length).total
    assert fitting_context(header, 65_536, available) == length
    assert fitting_context(header, 65_536, available - 1) == (length - 256 if length > 512 else 0)


def test_nothing_fits_into_too_little(header):
    assert fitting_context(header, 8_192, memory_need(header, 512).total - 1) == 0
    assert fitting_context(header, 8_192, 0) == 0
    assert fitting_context(header, 8_192, -1) == 0


def test_a_model_trained_for_less_than_the_smallest_context_gets_what_it_was_trained_for(tmp_path):
    header = read_header(write_llama(tmp_path / "tiny.gguf", context_length=100))
    assert fitting_context(header, 8_192, 1 << 40) == 100
    assert fitting_context(header, 8_192, 1_000_000) == 0
