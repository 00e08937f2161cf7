from __future__ import annotations

import re

import pytest

from assistant.engine.formats import format_of, formats_for, patterns, small_tensors

SHAPES = {
    "token_embd.weight": (576, 49_152),
    "output_norm.weight": (576,),
    **{
        f"blk.{block}.{part}.weight": (1_536 if part == "ffn_down" else 576, 576)
        for block in range(30)
        for part in ("attn_q", "attn_output", "ffn_up", "ffn_down")
    },
    **{f"blk.{block}.attn_norm.weight": (576,) for block in range(30)},
}


@pytest.mark.parametrize("file_type", ["Q4_0", "IQ4_NL"])
def test_a_file_in_the_fast_format_has_nothing_to_gain(file_type):
    assert formats_for(file_type, bytes_per_weight=0.57) == ()


def test_a_file_in_q8_0_is_not_converted_to_what_it_is():
    assert [one.name for one in formats_for("Q8_0", bytes_per_weight=1.06)] == ["Q4_Q8_S", "Q4_Q8_L"]


def test_what_would_be_nearly_twice_as_large_is_not_tried():
    names = [one.name for one in formats_for("Q4_K_M", bytes_per_weight=0.6)]
    assert "Q8_0" not in names
    assert names


def test_a_file_in_half_precision_is_tried_in_every_format():
    assert [one.name for one in formats_for("F16", bytes_per_weight=2.0)] == ["Q8_0", "Q4_Q8_S", "Q4_Q8_L"]


def test_a_mix_keeps_the_embedding_the_ends_and_the_sensitive_weights():
    small = small_tensors(format_of("Q4_Q8_S"), SHAPES, 30)
    assert {name.split(".")[2] for name in small} == {"attn_q", "ffn_up", "ffn_down"}
    assert {int(name.split(".")[1]) for name in small} == set(range(2, 28))


def test_the_larger_mix_keeps_more():
    small, large = (set(small_tensors(format_of(name), SHAPES, 30)) for name in ("Q4_Q8_S", "Q4_Q8_L"))
    assert large < small


def test_q8_0_has_no_smaller_weights():
    assert small_tensors(format_of("Q8_0"), SHAPES, 30) == []


def test_rows_that_are_no_whole_number_of_blocks_are_left_alone():
    shapes = {"blk.1.attn_q.weight": (40, 64), "blk.1.attn_k.weight": (64, 64)}
    assert small_tensors(format_of("Q4_Q8_S"), shapes, 3) == ["blk.1.attn_k.weight"]


def test_patterns_match_exactly_the_tensors_they_were_made_from():
    wanted = {"blk.1.attn_q.weight", "blk.1.ffn_up.weight", "blk.11.attn_q.weight", "blk.2.ffn_down.weight"}
    found = patterns(wanted)
    assert {name for name in SHAPES if any(re.search(pattern, name) for pattern in found)} == wanted


def test_blocks_of_the_same_parts_share_a_pattern():
    assert len(patterns(small_tensors(format_of("Q4_Q8_S"), SHAPES, 30))) == 1
