"""The key of an encrypted store, kept in a small file beside it and wrapped under the user's passphrase.

The key is 32 random bytes. scrypt (RFC 7914, 64 MB) makes 64 bytes of the passphrase and a fresh salt: the first half
covers the key (XOR), the second authenticates what is kept (HMAC-SHA256). Each pair of halves is used once, so a new
passphrase only means a new key file; no conversation is written again.

Format: JSON, `_KeyFile`. A copy lies among the backups: a backup without its key is worth nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import unicodedata
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from assistant.errors import QT_TRANSLATE_NOOP, StoreError
from assistant.store.backups import backup_folder
from assistant.store.cipher import KEY_BYTES, Form, derived, form_of
from assistant.store.pages import opens_any

LEAST_CHARACTERS = 8
"""Of a new passphrase."""

LOCKED = QT_TRANSLATE_NOOP(
    "errors", "Your conversations are protected by a passphrase; it is needed to open them, nothing was changed."
)
WRONG_PASSPHRASE = QT_TRANSLATE_NOOP("errors", "This is not the passphrase of your conversations; type it again.")
OTHER_KEY = QT_TRANSLATE_NOOP(
    "errors",
    "{path} is encrypted with another key than the one in {key}; put the key file that belongs to it there, nothing "
    "was changed.",
)
NO_KEY = QT_TRANSLATE_NOOP(
    "errors",
    "Your conversations are encrypted, but their key file {key} is missing; put it back from a backup or another "
    "copy, nothing was changed.",
)
BROKEN_KEY = QT_TRANSLATE_NOOP(
    "errors",
    "The key file {key} can't be read, and without it your conversations can't be opened; put it back from a backup or "
    "another copy, nothing was changed.",
)
HALF_DONE = QT_TRANSLATE_NOOP(
    "errors",
    "The encryption of your conversations was interrupted; start Thimble once more and type your passphrase to finish "
    "it.",
)
TOO_SHORT = QT_TRANSLATE_NOOP(
    "errors", "This passphrase is too short; take at least {count} characters, best several words."
)

_FORMAT = "thimble key 1"
_COST = 1 << 16
_SALT_BYTES = 32
_MAX_FILE_BYTES = 10_000
_MAX_KDF_BYTES = 1 << 30


class LockedError(StoreError):
    """The passphrase is needed first."""


class WrongPassphraseError(StoreError):
    """A passphrase does not open the key."""


class KeyState(StrEnum):
    """What is going on with the files of a key."""

    ON = "on"
    TURNING_ON = "turning on"
    TURNING_OFF = "turning off"


_Hex32 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class _KeyFile(msgspec.Struct, frozen=True, kw_only=True):
    """The content of a key file.

    Attributes:
        n: scrypt's cost, a power of two.
        r: scrypt's block size.
        p: scrypt's parallelism.
        salt: scrypt's salt.
        wrapped: The key, covered.
        tag: Authenticates what stands above, under the passphrase.
        state: What is going on.
        state_tag: Authenticates the state, under the key: nobody else can have the files decrypted.
    """

    format: str = _FORMAT
    n: Annotated[int, Meta(ge=2, le=1 << 22)] = _COST
    r: Annotated[int, Meta(ge=1, le=64)] = 8
    p: Annotated[int, Meta(ge=1, le=16)] = 1
    salt: _Hex32
    wrapped: _Hex32
    tag: _Hex32
    state: KeyState
    state_tag: _Hex32


def key_path(store: Path) -> Path:
    """Return where the key of a store is kept."""
    return store.with_suffix(".key")


def copy_path(store: Path) -> Path:
    """Return where the copy of the key lies."""
    return backup_folder(store) / key_path(store).name


def is_key_file(path: Path) -> bool:
    """Tell whether a file holds a wrapped key.

    Raises:
        OSError: It can't be read.
    """
    return _read(path) is not None


def new_key() -> bytes:
    """Return a fresh key."""
    return secrets.token_bytes(KEY_BYTES)


def check_new_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too short to protect anything.

    Raises:
        StoreError: It is.
    """
    if len(normal(passphrase)) < LEAST_CHARACTERS:
        raise StoreError(TOO_SHORT, count=LEAST_CHARACTERS)


def normal(passphrase: str) -> str:
    """Return a passphrase in the one form that all keyboards and systems agree on (Unicode NFKC)."""
    return unicodedata.normalize("NFKC", passphrase)


def is_protected(store: Path) -> bool:
    """Tell whether a passphrase is needed before a store can be opened."""
    return os.path.lexists(key_path(store)) or os.path.lexists(copy_path(store)) or form_of(store) is Form.OTHER_KEY


def unlock(store: Path, passphrase: str) -> tuple[bytes, KeyState]:
    """Return the key of a store and what is going on with it. Takes some 0.2 seconds, right or wrong.

    Raises:
        WrongPassphraseError: It is another one.
        StoreError: There is no key file, or it can't be used.
        OSError: It can't be read.
    """
    kept = _read_either(store)
    halves = _halves(passphrase, kept)
    if not hmac.compare_digest(bytes.fromhex(kept.tag), _tag(kept, halves[KEY_BYTES:])):
        raise WrongPassphraseError(WRONG_PASSPHRASE)
    key = _xor(bytes.fromhex(kept.wrapped), halves[:KEY_BYTES])
    if not hmac.compare_digest(bytes.fromhex(kept.state_tag), _state_tag(kept.state, key)):
        raise StoreError(BROKEN_KEY, key=key_path(store).name, details="state")
    return key, kept.state


def wrap(store: Path, key: bytes, passphrase: str, *, state: KeyState) -> None:
    """Keep a key under a passphrase, beside the store and among the backups.

    Raises:
        OSError: It can't be written; what was kept before still holds.
    """
    blank = "0" * 64
    kept = _KeyFile(
        n=_COST, salt=secrets.token_bytes(_SALT_BYTES).hex(), wrapped=blank, tag=blank, state=state, state_tag=blank
    )
    halves = _halves(passphrase, kept)
    kept = msgspec.structs.replace(kept, wrapped=_xor(key, halves[:KEY_BYTES]).hex())
    kept = msgspec.structs.replace(kept, tag=_tag(kept, halves[KEY_BYTES:]).hex())
    _write_both(store, _with_state(kept, key, state))


def set_state(store: Path, key: bytes, state: KeyState) -> None:
    """Write down what is going on with the files of a key.

    Raises:
        StoreError: The key file can't be used.
        OSError: It can't be written.
    """
    _write_both(store, _with_state(_read_either(store), key, state))


def copy_is_current(store: Path) -> bool:
    """Tell whether the copy among the backups is the same as the key file.

    Raises:
        OSError: They can't be read.
    """
    kept = _read(key_path(store))
    return kept is not None and _read(copy_path(store)) == kept


def renew_copy(store: Path) -> None:
    """Make the copy among the backups the same as the key file, or the other way round when that one is gone.

    Raises:
        StoreError: Neither can be used.
        OSError: It can't be written.
    """
    kept = _read_either(store)
    for path in (key_path(store), copy_path(store)):
        if _read(path) != kept:
            _write(path, kept)


def copy_key(store: Path, folder: Path) -> None:
    """Put a copy of the key beside backups elsewhere, where there is one: without it they are worth nothing.

    Raises:
        OSError: It can't be written.
    """
    kept = _read(key_path(store))
    if kept is not None and _read(folder / key_path(store).name) != kept:
        _write(folder / key_path(store).name, kept)


def remove_key(store: Path) -> None:
    """Remove the key file and its copy.

    Raises:
        OSError: They can't be removed.
    """
    copy_path(store).unlink(missing_ok=True)
    key_path(store).unlink(missing_ok=True)
    sync_folder(store.parent)


def refuse_other_key(path: Path, key: bytes | None) -> None:
    """Refuse to open a file that needs another key than the one at hand, before it is taken for damaged.

    Args:
        path: The store.
        key: The key at hand, if any.

    Raises:
        LockedError: It is encrypted, or being encrypted, and there is no key.
        StoreError: It is encrypted with another key, its key file is missing, or it is not encrypted yet.
        OSError: It can't be read.
    """
    form = form_of(path, key)
    if key is None:
        if os.path.lexists(key_path(path)):
            raise LockedError(LOCKED)
        if form is Form.OTHER_KEY:
            if os.path.lexists(copy_path(path)):
                raise LockedError(LOCKED)
            raise StoreError(NO_KEY, key=key_path(path).name)
    elif form is Form.OTHER_KEY and not opens_any(path, key):
        raise StoreError(OTHER_KEY, path=path.name, key=key_path(path).name)
    elif form is Form.PLAIN:
        raise StoreError(HALF_DONE)


def sync_folder(folder: Path) -> None:
    """Make renamed and removed names in a folder last through a power cut, where the system can say so."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _halves(passphrase: str, kept: _KeyFile) -> bytes:
    memory = 128 * kept.r * (kept.n + kept.p + 2)
    if memory > _MAX_KDF_BYTES or kept.n & (kept.n - 1):
        raise StoreError(BROKEN_KEY, key="key", details=f"scrypt n={kept.n} r={kept.r} p={kept.p}")
    return hashlib.scrypt(
        normal(passphrase).encode("utf-8", "surrogatepass"),
        salt=bytes.fromhex(kept.salt),
        n=kept.n,
        r=kept.r,
        p=kept.p,
        maxmem=memory + (1 << 20),
        dklen=2 * KEY_BYTES,
    )


def _tag(kept: _KeyFile, key: bytes) -> bytes:
    text = f"{kept.format} {kept.n} {kept.r} {kept.p} {kept.salt} {kept.wrapped}"
    return hmac.digest(key, text.encode(), hashlib.sha256)


def _state_tag(state: KeyState, key: bytes) -> bytes:
    return derived(key, f"state {state.value}")


def _with_state(kept: _KeyFile, key: bytes, state: KeyState) -> _KeyFile:
    return msgspec.structs.replace(kept, state=state, state_tag=_state_tag(state, key).hex())


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def _read(path: Path) -> _KeyFile | None:
    """Return the content of a key file; None for one that is missing or is none."""
    try:
        with path.open("rb") as file:
            kept = msgspec.json.decode(file.read(_MAX_FILE_BYTES), type=_KeyFile)
    except (FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    return kept if kept.format == _FORMAT else None


def _read_either(store: Path) -> _KeyFile:
    kept = _read(key_path(store)) or _read(copy_path(store))
    if kept is None:
        known = os.path.lexists(key_path(store)) or os.path.lexists(copy_path(store))
        raise StoreError(BROKEN_KEY if known else NO_KEY, key=key_path(store).name)
    return kept


def _write_both(store: Path, kept: _KeyFile) -> None:
    _write(key_path(store), kept)
    _write(copy_path(store), kept)


def _write(path: Path, kept: _KeyFile) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123 - rights
            file.write(msgspec.json.format(msgspec.json.encode(kept), indent=2) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
