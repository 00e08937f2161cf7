"""The tiny models are real ones: llama.cpp opens them, decodes with them and samples from them."""

from __future__ import annotations

import ctypes
import os
from contextlib import closing, contextmanager

import pytest

from assistant.engine.base import Sampling
from assistant.engine.bindings import load_llama_cpp
from assistant.engine.sampler import Sampler
from assistant.engine.vocabulary import Vocabulary
from tests.engine import tiny_models
from tests.engine.tiny_models import write_lfm2, write_llama, write_mamba

WRITERS = [write_llama, write_lfm2, write_mamba]


@pytest.fixture(scope="module")
def llama():
    library = load_llama_cpp()
    silent = library.llama_log_callback(lambda *_: None)
    library.llama_log_set(silent, None)
    library.llama_backend_init()
    yield library
    library.llama_log_set(ctypes.cast(None, library.llama_log_callback), None)


@contextmanager
def opened(llama, path):
    parameters = llama.llama_model_default_params()
    parameters.n_gpu_layers = 0
    model = llama.llama_model_load_from_file(os.fsencode(path), parameters)
    assert model
    settings = llama.llama_context_default_params()
    settings.n_ctx = 256
    settings.n_threads = settings.n_threads_batch = 1
    context = llama.llama_init_from_model(model, settings)
    assert context
    yield model, context
    llama.llama_free(context)
    llama.llama_model_free(model)


def decode(llama, context, tokens):
    batch = (llama.llama_token * len(tokens))(*tokens)
    return llama.llama_decode(context, llama.llama_batch_get_one(batch, len(tokens)))


def answer(llama, path, length=12):
    with opened(llama, path) as (model, context):
        vocabulary = Vocabulary(llama, llama.llama_model_get_vocab(model))
        assert decode(llama, context, vocabulary.tokenize("Salut, 世界!")) == 0
        tokens = []
        with closing(Sampler(llama, context, vocabulary.size, Sampling(temperature=1.0, seed=7))) as sampler:
            for _ in range(length):
                tokens.append(sampler.choose(-1))
                assert decode(llama, context, tokens[-1:]) == 0
        return tokens


@pytest.mark.parametrize("write", WRITERS)
def test_a_tiny_model_answers(llama, tmp_path, write):
    tokens = answer(llama, write(tmp_path / "tiny.gguf"))
    assert len(set(tokens)) > 1


@pytest.mark.parametrize("write", WRITERS)
def test_the_same_seed_writes_the_same_file(tmp_path, write):
    first = write(tmp_path / "first.gguf", seed=3).read_bytes()
    assert write(tmp_path / "second.gguf", seed=3).read_bytes() == first
    assert write(tmp_path / "third.gguf", seed=4).read_bytes() != first


@pytest.mark.parametrize("write", WRITERS)
def test_length_of_context_and_number_of_layers_are_chosen(llama, tmp_path, write):
    with opened(llama, write(tmp_path / "tiny.gguf", context_length=1024, layers=6)) as (model, _):
        assert llama.llama_model_n_ctx_train(model) == 1024
        assert llama.llama_model_n_layer(model) == 6


@pytest.mark.parametrize("write", WRITERS)
def test_any_text_becomes_tokens_and_comes_back(llama, tmp_path, write):
    with opened(llama, write(tmp_path / "tiny.gguf")) as (model, _):
        vocabulary = Vocabulary(llama, llama.llama_model_get_vocab(model))
        text = "the 猫\n\tнет 🙂"
        tokens = vocabulary.tokenize(text)
        assert b"".join(vocabulary.piece(token) for token in tokens).decode().strip() == text


@pytest.mark.parametrize(("write", "rewinds"), [(write_llama, True), (write_lfm2, False), (write_mamba, False)])
def test_only_full_attention_can_be_rewound(llama, tmp_path, write, rewinds):
    with opened(llama, write(tmp_path / "tiny.gguf")) as (_, context):
        assert decode(llama, context, [1, 5, 6, 7, 8, 9]) == 0
        assert llama.llama_memory_seq_rm(llama.llama_get_memory(context), 0, 3, -1) is rewinds


def test_a_split_model_answers_as_the_whole_one(llama, tmp_path):
    whole = write_llama(tmp_path / "whole.gguf")
    parts = tiny_models.write_split_llama(tmp_path, parts=3)
    assert answer(llama, parts[0]) == answer(llama, whole)
