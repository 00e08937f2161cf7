"""What the header of a GGUF file tells, and what is said about files that can't be used."""

from __future__ import annotations

import os
import struct

import pytest

from assistant.errors import ModelError
from assistant.model_files.architectures import Attention
from assistant.model_files.gguf import part_paths, read_header
from tests.engine.tiny_models import (
    Tensor,
    Typed,
    llama,
    write_gguf,
    write_lfm2,
    write_llama,
    write_mamba,
    write_split_llama,
)


def refusal(path):
    with pytest.raises(ModelError) as caught:
        read_header(path)
    return caught.value


def spoilt(path, **changes):
    metadata, tensors = llama()
    metadata |= {key.replace("__", "."): value for key, value in changes.items()}
    return write_gguf(path, {key: value for key, value in metadata.items() if value is not None}, tensors)


@pytest.mark.model
def test_the_built_in_model_is_described(model_file):
    header = read_header(model_file)
    assert (header.architecture, header.file_type, header.licence) == ("llama", "Q4_1", "apache-2.0")
    assert (header.layers, header.embedding, header.context_length) == (30, 576, 8_192)
    assert (header.heads, header.kv_heads, header.key_length, header.value_length) == (9, (3,) * 30, 64, 64)
    assert (header.vocabulary, header.merges, header.feed_forward) == (49_152, 48_900, 1_536)
    assert header.parameters == 134_515_008
    assert header.file_bytes == model_file.stat().st_size > header.weight_bytes
    assert header.chat_template
    assert header.attention is Attention.FULL
    assert header.parts == (model_file,)


def test_a_hybrid_model_has_a_cache_in_some_layers_and_a_state_in_the_others(tmp_path):
    header = read_header(write_lfm2(tmp_path / "tiny.gguf"))
    assert header.attention is Attention.HYBRID
    assert header.kv_heads == (0, 2, 0, 2)
    assert header.state_bytes == 2 * 64 * 2 * 4


def test_a_recurrent_model_has_no_cache(tmp_path):
    header = read_header(write_mamba(tmp_path / "tiny.gguf"))
    assert header.attention is Attention.RECURRENT
    assert header.cache_numbers == 0
    assert header.state_bytes == 2 * (3 * 128 + 16 * 128) * 4


def test_without_a_word_about_it_the_file_type_is_that_of_most_tensors(tmp_path):
    assert read_header(spoilt(tmp_path / "a.gguf", general__file_type=None)).file_type == "F32"
    assert read_header(spoilt(tmp_path / "b.gguf", general__file_type=15)).file_type == "Q4_K_M"
    assert read_header(spoilt(tmp_path / "c.gguf", general__file_type=900)).file_type == ""


def test_names_come_as_one_line(tmp_path):
    path = spoilt(tmp_path / "a.gguf", general__name="Tiny\n\x1b[31m  model\x00")
    assert read_header(path).name == "Tiny [31m model"


def test_a_model_without_a_chat_template_says_so(tmp_path):
    assert not read_header(spoilt(tmp_path / "a.gguf", tokenizer__chat_template=None)).chat_template


def test_values_made_from_keys_take_no_room_in_the_cache(tmp_path):
    path = spoilt(tmp_path / "a.gguf", llama__attention__key_length_mla=8, llama__attention__value_length_mla=8)
    assert read_header(path).cache_numbers == 2 * 2 * 16


def test_a_file_that_is_gone_gets_a_sentence(tmp_path):
    assert "can't be opened" in refusal(tmp_path / "gone.gguf").sentence


def test_a_folder_gets_a_sentence(tmp_path):
    assert "is a folder" in refusal(tmp_path).sentence


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.gguf")
    assert "not a model file" in refusal(tmp_path / "pipe.gguf").sentence


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"GG", "incomplete"),
        (b"GGUF\3\0", "incomplete"),
        (b"PK\3\4" + bytes(60), "not a model file"),
        (b"GGUF" + struct.pack(">IQQ", 3, 1, 1), "big-endian"),
        (b"GGUF" + struct.pack("<IQQ", 1, 1, 1), "version 1 "),
        (b"GGUF" + struct.pack("<IQQ", 4, 1, 1), "version 4 "),
        (b"GGUF" + struct.pack("<IQQ", 3, 1 << 40, 1), "damaged"),
        (b"GGUF" + struct.pack("<IQQ", 3, 1, 1 << 62), "damaged"),
        (b"GGUF" + struct.pack("<IQQQ", 3, 1, 1, 1 << 63), "damaged"),
    ],
)
def test_a_file_that_is_none_says_why(tmp_path, content, words):
    path = tmp_path / "strange.gguf"
    path.write_bytes(content)
    assert words in refusal(path).sentence


def test_every_beginning_of_a_file_is_found_incomplete(tmp_path):
    content = write_llama(tmp_path / "whole.gguf", layers=1, embedding=8).read_bytes()
    path = tmp_path / "part.gguf"
    for length in range(1, len(content) - 32, 7):
        path.write_bytes(content[:length])
        assert "incomplete" in refusal(path).sentence


def test_an_unknown_kind_of_model_is_named(tmp_path):
    assert "(llama9000)" in refusal(spoilt(tmp_path / "a.gguf", general__architecture="llama9000")).sentence


@pytest.mark.parametrize("architecture", ["clip", "bert", "t5"])
def test_a_model_for_something_else_is_named(tmp_path, architecture):
    error = refusal(spoilt(tmp_path / "a.gguf", general__architecture=architecture))
    assert f"something else ({architecture})" in error.sentence


ABSURD = {
    "general__architecture": [None, 7],
    "general__alignment": [0, 3, 1 << 30, Typed("u64", 32), "32"],
    "llama__block_count": [None, 0, 513, 1 << 31, 1, "2", 2.0],
    "llama__context_length": [None, 0, 1 << 31],
    "llama__embedding_length": [None, 0, 63, 1 << 31],
    "llama__feed_forward_length": [1 << 31, Typed("i32", [128]), Typed("i32", [128, -1])],
    "llama__attention__head_count": [None, 0, 1 << 31, Typed("i32", [4, 4, 4])],
    "llama__attention__head_count_kv": [3, 8, 1 << 31],
    "llama__attention__key_length": [1 << 31],
    "llama__rope__dimension_count": [17, 15, 1 << 31],
    "llama__rope__scaling__type": ["backwards"],
    "llama__expert_count": [1, 1 << 31],
    "llama__expert_used_count": [1],
    "llama__nextn_predict_layers": [3],
    "llama__wkv__head_size": [1 << 31],
    "tokenizer__ggml__model": [None, "none"],
    "tokenizer__ggml__tokens": [None, "many", ["a", "b"], Typed("i32", [1] * 279)],
    "tokenizer__ggml__scores": [[0.0], 1.0, Typed("u8", [0] * 279)],
    "tokenizer__ggml__token_type": [Typed("i32", [1]), Typed("u32", [1] * 279)],
    "tokenizer__ggml__merges": [Typed("i32", [1, 2])],
}


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in ABSURD.items() for value in values])
def test_an_absurd_value_is_damage(tmp_path, key, value):
    error = refusal(spoilt(tmp_path / "a.gguf", **{key: value}))
    assert "damaged" in error.sentence
    assert error.details


def with_tensor(path, **changes):
    metadata, tensors = llama()
    named = {"name": "blk.0.ffn_up.weight", "shape": (64, 128), "data": bytes(64 * 128 * 4), "kind": 0} | changes
    return write_gguf(path, metadata, [*tensors[:-1], Tensor(**named), tensors[-1]])


@pytest.mark.parametrize(
    "changes",
    [
        {},  # twice
        {"name": "x" * 64},
        {"name": "blk.2.ffn_up.weight"},
        {"name": "extra", "kind": 4},
        {"name": "extra", "kind": 26},
        {"name": "extra", "kind": 12},
        {"name": "extra", "shape": (33, 2), "kind": 8},
        {"name": "extra", "shape": (64,), "kind": 8, "data": bytes(68)},
        {"name": "extra", "shape": (64, 0)},
        {"name": "extra", "shape": (2, 2, 2, 2, 2)},
        {"name": "extra", "shape": (1 << 62, 1 << 62)},
        {"name": "extra", "data": bytes(32)},
    ],
)
def test_an_impossible_tensor_is_damage(tmp_path, changes):
    assert "damaged" in refusal(with_tensor(tmp_path / "a.gguf", **changes)).sentence


def test_one_more_tensor_alone_is_no_damage(tmp_path):
    assert read_header(with_tensor(tmp_path / "a.gguf", name="blk.1.extra.weight")).parameters == 91_904 + 64 * 128


def test_a_model_without_its_table_of_tokens_is_damaged(tmp_path):
    metadata, tensors = llama()
    assert "token_embd" in refusal(write_gguf(tmp_path / "a.gguf", metadata, tensors[1:])).details


def test_a_key_that_is_there_twice_is_damage(tmp_path):
    content = write_llama(tmp_path / "a.gguf").read_bytes()
    path = tmp_path / "b.gguf"
    path.write_bytes(
        content.replace(b"general.license", b"general.nam\0\0\0\0").replace(b"general.name", b"general.nam\0")
    )
    assert read_header(path).name == ""
    path.write_bytes(content.replace(b"tokenizer.ggml.bos_token_id", b"tokenizer.ggml.eos_token_id"))
    assert "twice" in refusal(path).details


@pytest.mark.parametrize("given", [0, 1, 2])
def test_any_part_of_a_split_model_finds_them_all(tmp_path, given):
    parts = write_split_llama(tmp_path)
    header = read_header(parts[given])
    whole = read_header(write_llama(tmp_path / "whole.gguf"))
    assert header.parts == tuple(parts)
    assert (header.parameters, header.weight_bytes) == (whole.parameters, whole.weight_bytes)
    assert header.file_bytes == sum(part.stat().st_size for part in parts)
    assert header.name == whole.name


@pytest.mark.parametrize("given", [0, 2])
def test_a_missing_part_is_named(tmp_path, given):
    parts = write_split_llama(tmp_path)
    parts[1].unlink()
    assert "tiny-00002-of-00003.gguf is not beside it" in refusal(parts[given]).sentence


def test_a_part_with_another_name_is_told_to_get_its_own_again(tmp_path):
    parts = write_split_llama(tmp_path)
    assert "-00001-of-00003.gguf" in refusal(parts[0].rename(tmp_path / "renamed.gguf")).sentence


def test_a_damaged_part_is_named(tmp_path):
    parts = write_split_llama(tmp_path)
    parts[2].write_bytes(parts[2].read_bytes()[:-64])
    assert parts[2].name in refusal(parts[0]).sentence


def test_parts_in_the_wrong_order_are_damage(tmp_path):
    parts = write_split_llama(tmp_path)
    swapped = parts[1].read_bytes()
    parts[1].write_bytes(parts[2].read_bytes())
    parts[2].write_bytes(swapped)
    assert "damaged" in refusal(parts[0]).sentence


def test_only_names_of_parts_are_taken_for_them(tmp_path):
    assert part_paths(tmp_path / "a-00002-of-00002.gguf") == (
        tmp_path / "a-00001-of-00002.gguf",
        tmp_path / "a-00002-of-00002.gguf",
    )
    for name in ("a.gguf", "a-00003-of-00002.gguf", "a-00000-of-00002.gguf", "a-1-of-2.gguf", "-00001-of-00002.gguf"):
        assert part_paths(tmp_path / name) == (tmp_path / name,)
