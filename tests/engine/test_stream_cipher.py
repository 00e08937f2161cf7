from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.engine.stream_cipher import PIECE_BYTES, applied, new_nonce

KEY = bytes(range(32))


@given(st.binary(max_size=3_000))
def test_what_was_encrypted_comes_back(text):
    nonce = new_nonce()
    assert applied(applied(text, KEY, nonce), KEY, nonce) == text


def test_the_beginning_can_be_read_without_the_rest():
    nonce = new_nonce()
    text = bytes(range(256)) * 10_000
    encrypted = applied(text, KEY, nonce)
    for length in (0, 1, 1_000, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1):
        assert applied(encrypted[:length], KEY, nonce) == text[:length]


def test_the_stream_is_shake256_of_key_nonce_and_piece():
    nonce = b"n" * 32
    stream = applied(bytes(PIECE_BYTES + 5), KEY, nonce)
    assert stream[:PIECE_BYTES] == hashlib.shake_256(KEY + nonce + bytes(8)).digest(PIECE_BYTES)
    assert stream[PIECE_BYTES:] == hashlib.shake_256(KEY + nonce + b"\x01" + bytes(7)).digest(5)


def test_another_key_or_nonce_gives_another_stream():
    streams = {applied(bytes(64), key, nonce) for key in (KEY, b"k" * 32) for nonce in (b"n" * 32, b"m" * 32)}
    assert len(streams) == 4


@pytest.mark.parametrize(("key", "nonce"), [(b"", b"n" * 32), (KEY, b""), (KEY + b"x", b"n" * 32)])
def test_keys_of_another_length_are_refused(key, nonce):
    with pytest.raises(ValueError, match="32 bytes"):
        applied(b"text", key, nonce)
