"""Keys and values of conversations on disk, so that a conversation opened again need not be read again.

The engine process makes the content of a file and reads it back; it may not write, so the program's process does that.
A file is only ever read by llama.cpp when its keyed hash is right: llama.cpp trusts a state (CVE-2026-43629).

Format, little-endian: `THIMKV01`, 32 bytes BLAKE2b of all that follows, keyed with the folder's secret; a 32-bit length
and that much MessagePack (`_Head`); one 32-bit number for each token; the state as llama.cpp gives it. Where the
conversations are protected by a passphrase: `THIMKV02`, the hash, a nonce, and the same from the length on, encrypted
(`stream_cipher`).
"""

from __future__ import annotations

import array
import contextlib
import hashlib
import hmac
import logging
import os
import re
import secrets
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from assistant.engine.stream_cipher import NONCE_BYTES, applied, new_nonce

MAX_FILE_BYTES = 200_000_000
"""Larger states are not kept: they take longer to write than most conversations to read."""

MAX_FILES = 24
MAX_FOLDER_BYTES = 512_000_000
LEAST_FREE_BYTES = 1_000_000_000
"""Nothing is written to a disk with less room than this behind the file."""

_MAGIC = b"THIMKV01"
_MAGIC_ENCRYPTED = b"THIMKV02"
_HASH_BYTES = 32
_BODY = len(_MAGIC) + _HASH_BYTES
_LENGTH = struct.Struct("<I")
_MAX_HEAD_BYTES = 10_000
_SUFFIX = ".state"
_NAME = re.compile(r"[0-9a-f]{16}-[0-9a-f]{16}\.state")

_log = logging.getLogger(__name__)


class _Head(msgspec.Struct, frozen=True):
    """What a file begins with: which model and whose state it is, and the number of its tokens."""

    model: str
    owner: str
    tokens: int


@dataclass(frozen=True, slots=True)
class SavedState:
    """A state as it lies on disk.

    Attributes:
        path: The file.
        owner: Whose conversation it is.
        tokens: What the state was made of.
    """

    path: Path
    owner: str
    tokens: list[int]


def model_key(path: Path, engine: str) -> str:
    """Return what tells a model and an engine apart from all others whose states would not fit.

    Args:
        path: The model file; its size, time of change and beginning count, not where it is.
        engine: Version and settings of the engine.

    Raises:
        OSError: The file can't be read.
    """
    digest = hashlib.blake2b(engine.encode(), digest_size=8)
    stat = path.stat()
    digest.update(f"{stat.st_size} {stat.st_mtime_ns}".encode())
    with path.open("rb") as file:
        digest.update(file.read(65_536))
    return digest.hexdigest()


def file_name(model: str, owner: str) -> str:
    """Return the name of the file for an owner's state with a model."""
    return f"{model}-{_owner_key(owner)}{_SUFFIX}"


@dataclass(frozen=True, slots=True)
class StateKey:
    """What the files of a folder are checked with, and encrypted if that is wanted.

    Attributes:
        secret: 32 bytes; empty when nothing is to be kept.
        encrypted: Whether nobody may read the files without it.
    """

    secret: bytes = field(default=b"", repr=False)
    encrypted: bool = False

    def hash_of(self, body: bytes | memoryview) -> bytes:
        """Return the keyed hash that a file begins with."""
        key = self._derived(b"hash") if self.encrypted else self.secret
        return hashlib.blake2b(body, digest_size=_HASH_BYTES, key=key).digest()

    def sealed(self, plain: bytes) -> bytes:
        """Return what is written of a text."""
        if not self.encrypted:
            return plain
        nonce = new_nonce()
        return nonce + applied(plain, self._derived(b"cipher"), nonce)

    def opened(self, body: bytes | memoryview) -> bytes | memoryview:
        """Return the text again, or its beginning from the beginning of what was written."""
        if not self.encrypted:
            return body
        if len(body) < NONCE_BYTES:
            return b""
        return applied(body[NONCE_BYTES:], self._derived(b"cipher"), bytes(body[:NONCE_BYTES]))

    @property
    def magic(self) -> bytes:
        """What files begin with."""
        return _MAGIC_ENCRYPTED if self.encrypted else _MAGIC

    def _derived(self, purpose: bytes) -> bytes:
        return hashlib.blake2b(b"thimble state " + purpose, digest_size=32, key=self.secret).digest()


def pack(model: str, owner: str, tokens: list[int], state: bytes, *, key: StateKey) -> bytes:
    """Return the content of a file."""
    head = msgspec.msgpack.encode(_Head(model, owner, len(tokens)))
    body = key.sealed(b"".join((_LENGTH.pack(len(head)), head, _token_bytes(tokens), state)))
    return b"".join((key.magic, key.hash_of(body), body))


def read_tokens(path: Path, model: str, *, key: StateKey) -> SavedState | None:
    """Return whose state a file holds and of which tokens, unchecked; None when it is of no use."""
    try:
        with path.open("rb") as file:
            if file.read(len(key.magic)) != key.magic:
                return None
            file.seek(_BODY)
            beginning = file.read(NONCE_BYTES + _LENGTH.size + _MAX_HEAD_BYTES)
            head = _read_head(key.opened(beginning))
            if head is None or head[0].model != model:
                return None
            found, start = head
            rest = file.read(max(0, start + found.tokens * 4 + NONCE_BYTES - len(beginning)))
            data = bytes(key.opened(beginning + rest)[start : start + found.tokens * 4])
    except OSError:
        return None
    if len(data) != found.tokens * 4:
        return None
    return SavedState(path, found.owner, _tokens_of(data))


def read_state(saved: SavedState, *, key: StateKey) -> bytes | None:
    """Return the state in a file, if nobody changed it since it was written; else None."""
    try:
        if saved.path.stat().st_size > MAX_FILE_BYTES + _MAX_HEAD_BYTES + 4 * len(saved.tokens) + 1_000:
            return None
        content = saved.path.read_bytes()
    except OSError:
        return None
    magic = len(key.magic)
    body = memoryview(content)[_BODY:]
    if content[:magic] != key.magic or not hmac.compare_digest(content[magic:_BODY], key.hash_of(body)):
        return None
    plain = key.opened(body)
    head = _read_head(plain)
    tokens = _token_bytes(saved.tokens)
    if head is None or plain[head[1] : head[1] + len(tokens)] != tokens:
        return None  # another file was put in its place meanwhile
    return bytes(plain[head[1] + len(tokens) :])


class StateFolder:
    """The files, from the side that writes them.

    Attributes:
        path: The folder; made when the first file is written.
    """

    def __init__(self, path: Path, *, secret: bytes = b"") -> None:
        """Use `path`; nothing is read or made yet.

        Args:
            path: The folder.
            secret: 32 bytes that files are encrypted with; without it they can be read by whoever has them.
        """
        self.path = path
        self._secret = secret

    def key(self) -> StateKey:
        """Return the key of the files, and make the folder; without a secret when nothing can be kept."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            _log.warning("the folder of saved states can't be made: %s", type(error).__name__)
            return StateKey()
        return StateKey(self._secret, encrypted=True) if self._secret else StateKey(self._plain_secret())

    def _plain_secret(self) -> bytes:
        file = self.path / "secret"
        try:
            known = file.read_bytes()
            if len(known) == _HASH_BYTES:
                return known
        except FileNotFoundError:
            known = b""
        except OSError as error:
            _log.warning("the key of saved states can't be read: %s", type(error).__name__)
            return b""
        fresh = secrets.token_bytes(_HASH_BYTES)
        try:
            _write(file, fresh)
        except OSError as error:
            _log.warning("the key of saved states can't be kept: %s", type(error).__name__)
            return b""
        return fresh

    def write(self, name: str, content: bytes) -> bool:
        """Keep a file, older ones making room for it; False when it was not kept."""
        if not _NAME.fullmatch(name) or len(content) > MAX_FILE_BYTES:
            return False
        try:
            self._make_room(len(content), keep=name)
            if _free_bytes(self.path) - len(content) < LEAST_FREE_BYTES:
                return False
            _write(self.path / name, content)
        except OSError as error:
            _log.warning("a state was not saved: %s", type(error).__name__)
            return False
        return True

    def forget(self, owner: str) -> None:
        """Remove what is kept of an owner."""
        key = _owner_key(owner)
        for file in list(self._files()):
            if file.name.endswith(f"-{key}{_SUFFIX}"):
                _remove(file)

    def clear(self) -> None:
        """Remove all files."""
        for file in list(self._files()):
            _remove(file)

    def _files(self) -> Iterator[Path]:
        with contextlib.suppress(OSError):
            yield from (file for file in self.path.iterdir() if _NAME.fullmatch(file.name))

    def _make_room(self, size: int, *, keep: str) -> None:
        known = []
        for file in self._files():
            with contextlib.suppress(OSError):
                stat = file.stat()
                known.append((stat.st_mtime_ns, stat.st_size, file))
        known = [entry for entry in sorted(known, key=lambda entry: entry[0]) if entry[2].name != keep]
        total = size + sum(entry[1] for entry in known)
        while known and (total > MAX_FOLDER_BYTES or len(known) >= MAX_FILES):
            _, oldest_size, oldest = known.pop(0)
            _remove(oldest)
            total -= oldest_size


def state_files(folder: Path) -> list[Path]:
    """Return the files in a folder that may hold a state."""
    try:
        return [Path(entry.path) for entry in os.scandir(folder) if _NAME.fullmatch(entry.name)]
    except OSError:
        return []


def _read_head(body: bytes | memoryview) -> tuple[_Head, int] | None:
    """Return a file's head and where its tokens begin, from the length on."""
    if len(body) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack_from(body)
    start = _LENGTH.size
    if length > _MAX_HEAD_BYTES:
        return None
    try:
        head = msgspec.msgpack.decode(body[start : start + length], type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return (head, start + length) if 0 < head.tokens <= MAX_FILE_BYTES // 4 else None


def _owner_key(owner: str) -> str:
    return hashlib.blake2b(owner.encode(), digest_size=8).hexdigest()


def _token_bytes(tokens: list[int]) -> bytes:
    numbers = array.array("i", tokens)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _tokens_of(data: bytes) -> list[int]:
    numbers = array.array("i")
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tolist()


def _free_bytes(folder: Path) -> int:
    import shutil

    return shutil.disk_usage(folder).free


def _write(path: Path, content: bytes) -> None:
    """Put a file in place whole or not at all, readable by its owner alone."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:  # noqa: PTH123 - with rights
            file.write(content)
        temporary.replace(path)
    except OSError:
        _remove(temporary)
        raise


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
