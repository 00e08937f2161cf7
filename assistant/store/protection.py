"""Protecting everything that tells of conversations with a passphrase: set, change and remove it.

What is kept of conversations is the store, its backups, files set aside, and what can be made again (saved states of
models, the search index), which is only removed. The key file comes before the first encrypted file and goes after the
last one; in between its state says what is being done, so that after a kill the next start finishes it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from assistant.errors import QT_TRANSLATE_NOOP, StoreError
from assistant.paths import Paths
from assistant.store.backups import backup_folder
from assistant.store.cipher import Form, form_of
from assistant.store.conversion import (
    CONVERTED,
    CONVERTING,
    REPLACED,
    SEALED,
    NotWholeError,
    convert,
    seal,
    settle,
    shred,
    unseal,
)
from assistant.store.failures import DAMAGED, FULL, told_to_user
from assistant.store.keys import (
    KeyState,
    check_new_passphrase,
    copy_path,
    is_protected,
    key_path,
    new_key,
    remove_key,
    renew_copy,
    set_state,
    unlock,
    wrap,
)

ALREADY = QT_TRANSLATE_NOOP("errors", "Your conversations are protected already; change the passphrase instead.")
STAYED = QT_TRANSLATE_NOOP(
    "errors",
    "These damaged files stay encrypted because nothing in them could be read: {files}. Their key is kept as {key}.",
)

_SPARE_BYTES = 20_000_000
_COMPANIONS = ("-wal", "-shm", "-journal")
_UNFINISHED = (".new", ".partial")
"""Ends the names of copies that a kill has cut off; nothing is in them that is not elsewhere."""

Report = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What the right passphrase gives.

    Attributes:
        key: What the store is encrypted with.
        state: What is going on with its files.
        waiting: Whether `Protection.finish` has something to do.
    """

    key: bytes = field(repr=False)
    state: KeyState
    waiting: bool


@dataclass(slots=True)
class Protection:
    """The passphrase of one data folder.

    Attributes:
        store: The file with the conversations. It must be closed in all programs while files are converted.
        derived: Files, and folders of files, that tell of conversations and can be made again.
        notices: What the user should know about what was done.
    """

    store: Path
    derived: tuple[Path, ...] = ()
    notices: list[StoreError] = field(default_factory=list)

    @classmethod
    def of(cls, paths: Paths) -> Protection:
        """Return the protection of a data folder."""
        search = paths.data / "search.db"
        return cls(paths.conversations, (paths.states, search, *(Path(f"{search}{one}") for one in _COMPANIONS)))

    @property
    def is_on(self) -> bool:
        """Whether a passphrase is needed."""
        return is_protected(self.store)

    def unlock(self, passphrase: str) -> Unlocked:
        """Return the key. Takes some 0.2 seconds, right or wrong.

        Raises:
            WrongPassphraseError: It is another passphrase.
            StoreError: There is no key file, or it can't be used.
        """
        with told_to_user(key_path(self.store)):
            key, state = unlock(self.store, passphrase)
            waiting = state is not KeyState.ON or bool(self._not_encrypted(key)) or not copy_path(self.store).exists()
            return Unlocked(key, state, waiting)

    def finish(self, unlocked: Unlocked, *, report: Report = lambda share: None) -> bytes | None:
        """End what was interrupted, and encrypt what came in plain since; nothing when nothing is waiting.

        Args:
            unlocked: From `unlock`.
            report: Told how far it is, from 0 to 1.

        Returns:
            What the store is encrypted with from now on.

        Raises:
            StoreError: Something can't be read or written; it is done at the next start.
        """
        if not unlocked.waiting:
            return unlocked.key
        with told_to_user(self.store):
            if unlocked.state is KeyState.TURNING_OFF:
                self._make_plain(unlocked.key, report)
                return None
            renew_copy(self.store)
            self._encrypt(unlocked.key, report)
            if unlocked.state is not KeyState.ON:
                set_state(self.store, unlocked.key, KeyState.ON)
            return unlocked.key

    def turn_on(self, passphrase: str, *, report: Report = lambda share: None) -> bytes:
        """Encrypt everything under a new passphrase and return the key.

        Raises:
            StoreError: The passphrase is too short, there is one already, or something can't be read or written.
        """
        check_new_passphrase(passphrase)
        if self.is_on:
            raise StoreError(ALREADY)
        key = new_key()
        with told_to_user(self.store):
            self._check_room()
            try:
                wrap(self.store, key, passphrase, state=KeyState.TURNING_ON)
                self._encrypt(key, report)
                set_state(self.store, key, KeyState.ON)
            except BaseException:
                # Nothing was encrypted yet: it is as it was. Otherwise the next start goes on.
                if not self._any_encrypted(key):
                    remove_key(self.store)
                raise
        return key

    def change(self, old: str, new: str) -> bytes:
        """Put another passphrase in the place of one; nothing but the key file is written.

        Raises:
            WrongPassphraseError: `old` is not the passphrase.
            StoreError: The new one is too short, or the key file can't be written.
        """
        check_new_passphrase(new)
        with told_to_user(key_path(self.store)):
            key, state = unlock(self.store, old)
            wrap(self.store, key, new, state=state)
        return key

    def turn_off(self, passphrase: str, *, report: Report = lambda share: None) -> None:
        """Make everything plain again.

        Raises:
            WrongPassphraseError: It is not the passphrase.
            StoreError: Something can't be read or written; the next start goes on.
        """
        with told_to_user(self.store):
            key, _ = unlock(self.store, passphrase)
            self._check_room()
            set_state(self.store, key, KeyState.TURNING_OFF)
            try:
                self._make_plain(key, report)
            except BaseException:
                if form_of(self.store, key) is Form.ENCRYPTED:
                    set_state(self.store, key, KeyState.ON)
                raise

    def _encrypt(self, key: bytes, report: Report) -> None:
        self._settle()
        # The largest part by far, and the one that another program may hold: first.
        if self.store.exists():
            try:
                convert(self.store, old=None, new=key, report=lambda share: report(share * 0.8))
            except NotWholeError as error:
                raise StoreError(DAMAGED, details=str(error)) from error
        for file in self._not_encrypted(key):
            if file.name.endswith(_UNFINISHED):
                shred(file)
                continue
            try:
                if form_of(file) is not Form.PLAIN:
                    raise NotWholeError(file.name)
                convert(file, old=None, new=key)
            except NotWholeError:
                seal(file, key=key)
        self._shred_derived()
        report(1.0)

    def _make_plain(self, key: bytes, report: Report) -> None:
        self._settle()
        stayed = []
        if form_of(self.store, key) is Form.ENCRYPTED:
            try:
                convert(self.store, old=key, new=None, report=lambda share: report(share * 0.8))
            except NotWholeError as error:
                raise StoreError(DAMAGED, details=str(error)) from error
        for file in self._files():
            if file.name.endswith(SEALED):
                try:
                    unseal(file, key=key)
                except NotWholeError:
                    stayed.append(file.name)
        for file in self._files():
            try:
                if file.name.endswith(_UNFINISHED):
                    shred(file)
                elif form_of(file, key) is Form.ENCRYPTED:
                    convert(file, old=key, new=None)
                elif form_of(file, key) is Form.UNKNOWN and file.stat().st_size and ".damaged-" in file.name:
                    stayed.append(file.name)
            except NotWholeError:
                stayed.append(file.name)
        self._shred_derived()
        if stayed:
            kept = _free(key_path(self.store).with_name(f"{key_path(self.store).name}.kept"))
            # Its state is checked with the key, and the files are still to be read with it.
            set_state(self.store, key, KeyState.ON)
            copy_path(self.store).unlink(missing_ok=True)
            key_path(self.store).rename(kept)
            self.notices.append(StoreError(STAYED, files=", ".join(stayed), key=kept.name))
        else:
            remove_key(self.store)
        report(1.0)

    def _settle(self) -> None:
        """End the conversions that a kill has interrupted."""
        folders = (self.store.parent, backup_folder(self.store))
        for file in [one for folder in folders for one in _listed(folder)]:
            for mark in (CONVERTING, CONVERTED, REPLACED):
                if file.name.endswith(mark):
                    settle(file.with_name(file.name.removesuffix(mark)))

    def _files(self) -> list[Path]:
        """Return every file of conversations but the store itself, and but the key."""
        known = {self.store.name, *(f"{self.store.name}{one}" for one in _COMPANIONS)}
        key = key_path(self.store).name
        return [
            file
            for folder in (self.store.parent, backup_folder(self.store))
            for file in _listed(folder)
            if file.name.startswith(self.store.stem)
            and self.store.suffix in file.name
            and not file.name.startswith(key)
            and not (folder == self.store.parent and file.name in known)
        ]

    def _any_encrypted(self, key: bytes) -> bool:
        return any(
            file.name.endswith(SEALED) or form_of(file, key) is Form.ENCRYPTED for file in [self.store, *self._files()]
        )

    def _not_encrypted(self, key: bytes) -> list[Path]:
        """Return the files of conversations that can be read without the key."""
        return [
            file
            for file in self._files()
            if file.stat().st_size
            and not file.name.endswith(SEALED)
            and form_of(file, key) not in (Form.ENCRYPTED, Form.OTHER_KEY)
            and not _is_log_of_encrypted(file, key)
        ] + ([self.store] if form_of(self.store, key) is Form.PLAIN else [])

    def _shred_derived(self) -> None:
        for path in self.derived:
            for file in _listed(path) if path.is_dir() else [path]:
                shred(file)

    def _check_room(self) -> None:
        import shutil

        largest = max((file.stat().st_size for file in [self.store, *self._files()] if file.exists()), default=0)
        if shutil.disk_usage(self.store.parent).free < largest + _SPARE_BYTES:
            raise StoreError(FULL)


def _is_log_of_encrypted(file: Path, key: bytes) -> bool:
    """Tell whether a file is the log beside an encrypted one: its pages are encrypted too."""
    for companion in _COMPANIONS:
        if file.name.endswith(companion):
            owner = file.with_name(file.name.removesuffix(companion))
            return form_of(owner, key) is Form.ENCRYPTED
    return False


def _listed(folder: Path) -> Iterable[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(Path(entry.path) for entry in entries if entry.is_file(follow_symlinks=False))
    except OSError:
        return []


def _free(path: Path) -> Path:
    number = 1
    free = path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free
