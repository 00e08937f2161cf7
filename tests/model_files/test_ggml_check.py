"""What is checked in model files from before GGUF before a library sees them."""

from __future__ import annotations

import random
import struct
from contextlib import suppress

import pytest

from assistant.errors import ModelError
from assistant.model_files.ggml_check import check_ggml
from assistant.model_files.ggml_layouts import F16, LAYOUTS
from tests.engine.tiny_ggml import (
    LAYERS,
    gpt_words,
    llama_words,
    model_bytes,
    mpt_words,
    numbers_of,
    random_fill,
    write_model,
)

KINDS = sorted(LAYOUTS)


def refusal(path, kind):
    with pytest.raises(ModelError) as raised:
        check_ggml(path, kind)
    assert path.name in raised.value.sentence
    return raised.value


def written(path, data):
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_a_sound_file_of_each_kind_passes(tmp_path, kind):
    path = write_model(tmp_path / "model.bin", kind)
    file = check_ggml(path, kind)
    assert file.kind == kind
    assert file.numbers["layers"] == LAYERS
    assert len(file.words) == file.numbers["vocabulary"]
    assert file.weight_bytes == 4 * file.parameters
    assert 0 < path.stat().st_size - file.weight_bytes < 10_000


def test_the_type_of_most_weights_is_told(tmp_path):
    file = check_ggml(write_model(tmp_path / "model.bin", "gpt2", numbers=numbers_of("gpt2", type=F16)), "gpt2")
    assert file.type_name == "F16"


def test_a_head_that_shares_the_embeddings_may_be_left_out(tmp_path):
    path = write_model(tmp_path / "model.bin", "gpt2", leave_out={"model/lm_head"})
    assert check_ggml(path, "gpt2").parameters > 0


@pytest.mark.parametrize("kind", KINDS)
def test_each_missing_tensor_is_found(tmp_path, kind):
    names = [name for name, shape in LAYOUTS[kind].tensors(complete(kind)) if not shape.optional]
    for name in random.Random(3).sample(names, 4):
        path = written(tmp_path / "model.bin", model_bytes(kind, zeros, leave_out={name}))
        assert name in refusal(path, kind).details


def complete(kind):
    return numbers_of(kind) | ({"ff": 96, "gqa": 1} if kind == "llama" else {})


def zeros(_, rows):
    return [0.0] * (rows[0] * (rows[1] if len(rows) == 2 else 1))


@pytest.mark.parametrize("kind", KINDS)
def test_every_truncation_is_refused(tmp_path, kind):
    data = model_bytes(kind, zeros)
    rng = random.Random(5)
    lengths = {0, 3, 4, 5, len(data) - 1, *(rng.randrange(len(data)) for _ in range(30))}
    for length in lengths:
        refusal(written(tmp_path / "model.bin", data[:length]), kind)


def test_bytes_after_the_last_tensor_are_refused(tmp_path):
    data = model_bytes("gpt2", zeros)
    for more in (b"\0", bytes(11), bytes(64)):
        refusal(written(tmp_path / "model.bin", data + more), "gpt2")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [-(2**31), -1, 0, 2**31 - 1, 2**24 + 1])
def test_absurd_numbers_at_the_beginning_are_refused(tmp_path, kind, value):
    # These are not counts: the library only compares or adds them.
    free = {"alibi_bits", "clip_bits", "parallel", "merges"}
    for name in [name for name in LAYOUTS[kind].fields if name not in free]:
        if name == "type" and (kind in ("llama", "falcon") or value == 0):
            continue
        data = bytearray(model_bytes(kind, zeros))
        start = 8 if kind in ("llama", "falcon") else 4
        struct.pack_into("<i", data, start + 4 * LAYOUTS[kind].fields.index(name), value)
        refusal(written(tmp_path / "model.bin", bytes(data)), kind)


def test_a_tensor_of_another_type_than_the_header_says_is_refused(tmp_path):
    path = written(tmp_path / "model.bin", model_bytes("gptj", zeros, type_of=F16))
    assert "type F16" in refusal(path, "gptj").details


def test_a_tensor_that_is_there_twice_is_refused(tmp_path):
    data = model_bytes("gpt2", zeros)
    start = data.index(b"model/ln_f/g") - 16
    record = data[start : start + 16 + len(b"model/ln_f/g") + 4 * 32]
    assert "repeated" in refusal(written(tmp_path / "model.bin", data + record), "gpt2").details


def test_quantized_blocks_of_an_older_version_are_called_too_old(tmp_path):
    data = model_bytes("gpt2", random_fill(1), numbers=numbers_of("gpt2", type=2), type_of=F16, type_version=1)
    assert "too old" in refusal(written(tmp_path / "model.bin", data), "gpt2").sentence


@pytest.mark.parametrize(("version", "file_type"), [(1, 2), (2, 2), (2, 7), (1, 9)])
def test_llama_files_with_old_quantizations_are_called_too_old(tmp_path, version, file_type):
    data = bytearray(model_bytes("llama", zeros))
    struct.pack_into("<i", data, 4, version)
    struct.pack_into("<i", data, 8 + 4 * LAYOUTS["llama"].fields.index("type"), file_type)
    assert "too old" in refusal(written(tmp_path / "model.bin", bytes(data)), "llama").sentence


def test_a_llama_file_without_a_version_is_called_too_old(tmp_path):
    data = struct.pack("<I", 0x67676D6C) + model_bytes("llama", zeros)[8:]
    assert "too old" in refusal(written(tmp_path / "model.bin", data), "llama").sentence


def test_a_vocabulary_the_library_would_stumble_over_is_refused(tmp_path):
    words = llama_words()
    words[words.index(b"a")] = b"aaaa"
    path = written(tmp_path / "llama.bin", model_bytes("llama", zeros, words=words))
    assert "0x61" in refusal(path, "llama").details
    words = mpt_words()
    words[70] = b"\xff\xfe"
    path = written(tmp_path / "mpt.bin", model_bytes("mpt", zeros, words=words))
    assert "UTF-8" in refusal(path, "mpt").details


def test_words_of_mpt_are_read_as_bytes(tmp_path):
    file = check_ggml(write_model(tmp_path / "model.bin", "mpt"), "mpt")
    assert file.words[1:257] == tuple(bytes([byte]) for byte in range(256))


def test_a_word_of_absurd_length_is_refused(tmp_path):
    words = gpt_words()
    words[9] = b"x" * 2_000
    refusal(written(tmp_path / "model.bin", model_bytes("gpt2", zeros, words=words)), "gpt2")


def test_a_folder_and_a_file_that_is_gone_are_sentences(tmp_path):
    assert "can't be opened" in refusal(tmp_path, "gpt2").sentence
    assert "can't be opened" in refusal(tmp_path / "gone.bin", "gpt2").sentence


@pytest.mark.parametrize("kind", KINDS)
def test_flipped_bytes_never_end_in_anything_but_a_sentence(tmp_path, kind):
    data = model_bytes(kind, zeros)
    rng = random.Random(11)
    path = tmp_path / "model.bin"
    passed = 0
    for _ in range(60):
        damaged = bytearray(data)
        # The weights are most of the file, and any byte is a fine weight: aim at the rest.
        damaged[rng.randrange(min(len(data), 5_000))] ^= rng.randrange(1, 256)
        path.write_bytes(damaged)
        with suppress(ModelError):
            check_ggml(path, kind)
            passed += 1
    assert passed < 60
