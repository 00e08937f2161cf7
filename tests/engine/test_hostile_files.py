"""Damaged and hostile model files: each ends in a sentence or in a model that works, and this process lives on.

Every file takes the way that the program takes: its header is read, and what passes is loaded by a real engine process,
which answers a few tokens. The engine process may die of a file; its client must say so and start another.
"""

from __future__ import annotations

import os
import random
import struct
import sys

import pytest

from assistant.engine.base import Generation, LoadOptions, Sampling, Turn
from assistant.engine.client import EngineClient
from assistant.errors import ModelError, ThimbleError
from assistant.events import Finished, ModelReady
from assistant.jobs import CancelToken
from assistant.model_files.gguf import read_header
from tests.engine.tiny_models import Typed, llama, packed, write_gguf, write_llama

OPTIONS = LoadOptions(context_length=256, threads=1)
QUESTION = Generation(turns=(Turn("user", "the sea"),), sampling=Sampling(temperature=0.0), max_tokens=3)


@pytest.fixture(scope="module")
def engine():
    before = os.environ.get("GGML_NO_BACKTRACE")
    # ggml calls a debugger when it gives up, which takes a second each time.
    os.environ["GGML_NO_BACKTRACE"] = "1"
    client = EngineClient()
    yield client
    client.close()
    if before is None:
        del os.environ["GGML_NO_BACKTRACE"]


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    return write_llama(tmp_path_factory.mktemp("sound") / "tiny.gguf").read_bytes()


@pytest.fixture
def put(engine, tmp_path):
    """Returns a function that puts the bytes of a file to the program and returns "works" or the sentence."""
    numbers = iter(range(1_000_000))

    def put_to_it(content):
        # Each file has its own name: the program remembers which files it failed with.
        path = tmp_path / f"{next(numbers)}.gguf"
        path.write_bytes(content)
        result = outcome(engine, path)
        path.unlink()
        return result

    return put_to_it


def outcome(engine, path):
    sentence = ""
    try:
        read_header(path)
        assert isinstance(list(engine.load(path, OPTIONS, CancelToken()))[-1], ModelReady)
        assert isinstance(list(engine.generate(QUESTION, CancelToken()))[-1], Finished)
    except ThimbleError as error:
        sentence = error.sentence
    assert not sentence or (sentence.endswith(".") and "\n" not in sentence)
    return sentence or "works"


def flipped(content, end, generator):
    damaged = bytearray(content)
    damaged[generator.randrange(end)] ^= generator.randrange(1, 256)
    return bytes(damaged)


def header_length(content):
    # The file ends with the weights.
    return len(content) - sum(len(tensor.data) for tensor in llama()[1])


def test_the_sound_file_works(put, sound):
    assert put(sound) == "works"


def test_no_truncation_is_taken_for_a_whole_file(put, sound):
    generator = random.Random(1)
    # What may be missing without harm is the padding behind the last tensor.
    lengths = [*range(0, 32, 2), *(generator.randrange(header_length(sound)) for _ in range(100))]
    lengths += [generator.randrange(len(sound) - 32) for _ in range(84)]
    assert "works" not in {put(sound[:length]) for length in lengths}


def test_flipped_bytes_in_the_header_end_in_a_sentence_or_a_working_model(put, sound):
    generator = random.Random(2)
    results = [put(flipped(sound, header_length(sound), generator)) for _ in range(100)]
    assert 0 < results.count("works") < len(results)


def test_flipped_bytes_in_the_weights_end_in_a_working_model(put, sound):
    generator = random.Random(3)
    start = header_length(sound)
    for _ in range(20):
        damaged = flipped(sound[start:], len(sound) - start, generator)
        assert put(sound[:start] + damaged) == "works"


@pytest.mark.soak
def test_five_hundred_flipped_bytes_of_a_small_file(put, sound):
    generator = random.Random(4)
    results = [put(flipped(sound, (header_length(sound), len(sound))[index % 2], generator)) for index in range(500)]
    assert 0 < results.count("works") < len(results)


@pytest.mark.soak
@pytest.mark.model
def test_all_truncations_and_flips_of_the_built_in_file(put, model_file):
    content = model_file.read_bytes()
    generator = random.Random(5)
    end = len(content) - read_header(model_file).weight_bytes
    assert "works" not in {put(content[: generator.randrange(2 * end)]) for _ in range(200)}
    for _ in range(500):
        put(flipped(content, end, generator))


@pytest.mark.parametrize("number", [0, 1 << 31, (1 << 32) - 1])
@pytest.mark.parametrize(
    "key",
    [
        "llama.block_count",
        "llama.context_length",
        "llama.embedding_length",
        "llama.attention.head_count",
        "llama.attention.head_count_kv",
        "llama.rope.dimension_count",
        "general.alignment",
    ],
)
def test_absurd_numbers_in_the_header_get_a_sentence(engine, tmp_path, key, number):
    metadata, tensors = llama()
    path = write_gguf(tmp_path / f"{key}-{number}.gguf", metadata | {key: number}, tensors)
    assert outcome(engine, path) != "works"


@pytest.mark.parametrize(
    ("position", "what"),
    [(4, "version"), (8, "tensors"), (16, "metadata"), (24, "length of a key"), (24 + 8 + 20, "type of a value")],
)
def test_absurd_counts_do_no_harm(put, sound, position, what):
    damaged = bytearray(sound)
    damaged[position : position + 4] = b"\xfe\xff\xff\x7f"
    assert put(bytes(damaged)) != "works", what


def test_an_array_longer_than_the_file_does_no_harm(put, sound):
    scores = packed(Typed("f32", [0.0]))[:8]
    at = sound.index(b"tokenizer.ggml.scores") + len(b"tokenizer.ggml.scores")
    assert sound[at : at + 8] == scores
    assert put(sound[: at + 8] + struct.pack("<Q", 1 << 29) + sound[at + 16 :]) != "works"


def test_a_file_that_ends_the_engine_gets_a_sentence_and_the_next_one_works(engine, put, sound, tmp_path):
    # llama.cpp gives up on a vocabulary that has a token twice, and the header is read without its words.
    metadata, tensors = llama()
    metadata["tokenizer.ggml.tokens"] = [*metadata["tokenizer.ggml.tokens"][:-1], "<s>"]
    assert "engine stopped" in outcome(engine, write_gguf(tmp_path / "twice.gguf", metadata, tensors))
    assert put(sound) == "works"


def test_an_empty_file_gets_a_sentence(put):
    assert "empty" in put(b"")


def test_a_folder_gets_a_sentence(engine, tmp_path):
    folder = tmp_path / "folder.gguf"
    folder.mkdir()
    assert "folder" in outcome(engine, folder)
    with pytest.raises(ModelError):
        list(engine.load(folder, OPTIONS, CancelToken()))


def test_a_file_that_is_removed_while_it_is_loaded_does_no_harm(engine, tmp_path, sound):
    path = tmp_path / "removed.gguf"
    path.write_bytes(sound)
    loading = engine.load(path, OPTIONS, CancelToken())
    next(loading)
    path.unlink()
    with pytest.raises(ModelError):
        list(loading)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not shorten a file that is mapped into memory")
def test_a_file_that_is_cut_off_while_it_is_used_gets_a_sentence(engine, tmp_path, sound):
    path = tmp_path / "cut.gguf"
    path.write_bytes(sound)
    list(engine.load(path, OPTIONS, CancelToken()))
    os.truncate(path, 4_096)
    with pytest.raises(ThimbleError):
        list(engine.generate(QUESTION, CancelToken()))
    path.unlink()
    path = tmp_path / "whole.gguf"
    path.write_bytes(sound)
    assert outcome(engine, path) == "works"
