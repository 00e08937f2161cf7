"""Encrypts what the engine process gives away to be kept on disk, with nothing but Python's own hashes.

The stream is SHAKE256 (FIPS 202), which yields output of any length that nobody can tell from chance without the key:
one call for each piece, over the key, a fresh nonce and the number of the piece. It hides; that nothing was changed is
checked by a keyed hash over the result (encrypt, then authenticate). 190 MB/s, where reading a conversation again makes
states at 15 MB/s; a library with a cipher would have to be opened in the locked-down process.
"""

from __future__ import annotations

import hashlib
import secrets

NONCE_BYTES = 32
PIECE_BYTES = 1 << 20

_KEY_BYTES = 32


def new_nonce() -> bytes:
    """Return a nonce; each is used for one text only."""
    return secrets.token_bytes(NONCE_BYTES)


def applied(text: bytes | memoryview, key: bytes, nonce: bytes) -> bytes:
    """Encrypt a text, or decrypt the beginning of an encrypted one or all of it.

    Args:
        text: Any number of bytes.
        key: 32 bytes, used for nothing else.
        nonce: From `new_nonce`.
    """
    if len(key) != _KEY_BYTES or len(nonce) != NONCE_BYTES:
        raise ValueError("key and nonce have 32 bytes each")
    view = memoryview(text)
    return b"".join(
        _crossed(view[start : start + PIECE_BYTES], key, nonce, start // PIECE_BYTES)
        for start in range(0, len(view), PIECE_BYTES)
    )


def _crossed(piece: memoryview, key: bytes, nonce: bytes, number: int) -> bytes:
    stream = hashlib.shake_256(key + nonce + number.to_bytes(8, "little")).digest(len(piece))
    # Numbers of any length: the one XOR of long texts that Python does in C.
    return (int.from_bytes(stream, "little") ^ int.from_bytes(piece, "little")).to_bytes(len(piece), "little")
