"""How an encrypted file looks, and which key it needs: told from its first bytes, never by trying.

SQLite3 Multiple Ciphers encrypts each page with ChaCha20 and authenticates it with Poly1305. A file begins with 16
bytes of salt, which a key that is random itself does not need; Thimble puts a fingerprint of the key there. So a file
of another key is told from a damaged one, and nothing that only lacks its key is ever taken for damaged.
"""

from __future__ import annotations

import hashlib
import hmac
from enum import Enum
from pathlib import Path

import apsw

KEY_BYTES = 32

CIPHER = "chacha20"
"""ChaCha20-Poly1305 on every page, SQLite3 Multiple Ciphers' default."""

_MAGIC = b"SQLite format 3\x00"
_FINGERPRINT_BYTES = 16
_HEADER_BYTES = 24
# Bytes 20 to 23 of a SQLite header stay readable: room kept free on each page (nonce and tag), and three constants.
# A plain store keeps no room free.
_ENCRYPTED_TAIL = bytes((32, 64, 32, 32))
_FLIPPED_BITS = 24
"""Fingerprints of two keys differ in 64 of 128 bits, give or take 20; one that lost fewer than this is damaged."""


class Form(Enum):
    """What the first bytes of a file say."""

    PLAIN = "plain"
    ENCRYPTED = "encrypted"
    """With the key at hand."""
    OTHER_KEY = "other key"
    """Encrypted, and the key at hand is none or another one."""
    UNKNOWN = "unknown"
    """Empty, damaged, or not a database."""


def use_key(connection: apsw.Connection, key: bytes) -> None:
    """Give a connection its key; nothing may have been read before.

    A key of random bytes needs no derivation, which would take 30 ms for each connection.
    """
    connection.execute(f"PRAGMA cipher = '{CIPHER}'").fetchall()
    connection.execute(f"PRAGMA key = '{_raw(key)}'").fetchall()


def uri(path: Path, key: bytes | None) -> str:
    """Return the name under which `VACUUM INTO` writes a file with a key, or a plain one with `None`."""
    # An empty key has to be said: without one the key of the source would be used.
    return f"{file_uri(path)}?" + (f"cipher={CIPHER}&key={_raw(key)}" if key else "key=")


def file_uri(path: Path) -> str:
    """Return the URI of a file as SQLite reads it, which knows no hosts: a share of Windows gets four slashes."""
    name = path.absolute().as_uri()
    return name if name.startswith("file:///") else f"file:////{name.removeprefix('file://')}"


def derived(key: bytes, purpose: str, size: int = KEY_BYTES) -> bytes:
    """Return up to 64 bytes that follow from the key for one purpose, and tell nothing about it."""
    return hmac.digest(key, f"thimble {purpose}".encode(), hashlib.sha512)[:size]


def fingerprint(key: bytes) -> bytes:
    """Return the 16 bytes that files of a key begin with."""
    return derived(key, "file", _FINGERPRINT_BYTES)


def form_of(path: Path, key: bytes | None = None) -> Form:
    """Return what a file's first bytes say.

    Args:
        path: The file; a missing one is `UNKNOWN`.
        key: The key at hand.

    Raises:
        OSError: It can't be read.
        apsw.Error: The same.
    """
    if not path.is_file():
        return Form.UNKNOWN
    header = _header(path)
    start = header[:_FINGERPRINT_BYTES]
    if start == _MAGIC:
        return Form.PLAIN
    if key is not None and len(start) == _FINGERPRINT_BYTES:
        expected = fingerprint(key)
        different = int.from_bytes(start, "big") ^ int.from_bytes(expected, "big")
        if different.bit_count() < _FLIPPED_BITS:
            return Form.ENCRYPTED
    return Form.OTHER_KEY if header[20:] == _ENCRYPTED_TAIL else Form.UNKNOWN


def _header(path: Path) -> bytes:
    # Through SQLite: closing a file that this process has open elsewhere would drop SQLite's POSIX locks on it, and
    # another program could take the log away while it is in use.
    file = apsw.VFSFile("", str(path.absolute()), [apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_READONLY, 0])
    try:
        return file.xRead(_HEADER_BYTES, 0)
    finally:
        file.xClose()


def _raw(key: bytes) -> str:
    if len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    return f"raw:{key.hex()}{fingerprint(key).hex()}"
