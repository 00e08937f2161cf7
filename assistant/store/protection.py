"""Protecting all that tells of conversations with a passphrase: set, change and remove it.

What is kept of conversations is the store, its backups, files set aside, and what can be made again (saved states of
models, the search index), which is only removed. The key file comes before the first encrypted file and goes after the
last one; in between its state says what is being done, so that after a kill the next start finishes it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from assistant.errors import QT_TRANSLATE_NOOP, StoreError
from assistant.file_lock import held
from assistant.paths import Paths
from assistant.settings import SettingsFile
from assistant.store.backups import backup_folder
from assistant.store.cipher import Form, form_of
from assistant.store.conversion import (
    CONVERTED,
    CONVERTING,
    REPLACED,
    SEALED,
    SHREDDING,
    NotWholeError,
    convert,
    free_name,
    seal,
    settle,
    shred,
    unseal,
)
from assistant.store.failures import BUSY, DAMAGED, FULL, told_to_user
from assistant.store.keys import (
    KeyState,
    check_new_passphrase,
    copy_is_current,
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
from assistant.store.safekeeping import chosen_folder

ALREADY = QT_TRANSLATE_NOOP("errors", "Your conversations are protected already; change the passphrase instead.")
STAYED = QT_TRANSLATE_NOOP(
    "errors",
    "These damaged files stay encrypted because nothing in them could be read: {files}. Their key is kept as {key}.",
)

_SPARE_BYTES = 20_000_000
_COMPANIONS = ("-wal", "-shm", "-journal")
_MARKS = (CONVERTING, CONVERTED, REPLACED)
_UNFINISHED = (".new", ".partial", "-shm", f"{CONVERTING}-journal")
"""Ends the names of what a kill has left over; nothing is in them that is not elsewhere."""
_SET_ASIDE = ".damaged-"

Report = Callable[[float], None]
"""Takes the share that is done, from 0 to 1."""


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
        more_folders: Folders beside the usual one that hold backups of the store.
        notices: What the user should know about what was done.
    """

    store: Path
    derived: tuple[Path, ...] = ()
    more_folders: tuple[Path, ...] = ()
    notices: list[StoreError] = field(default_factory=list)

    @classmethod
    def of(cls, paths: Paths) -> Protection:
        """Return the protection of a data folder."""
        search = paths.data / "search.db"
        chosen = chosen_folder(SettingsFile(paths.settings).current.backup_folder)
        return cls(
            paths.conversations,
            (paths.states, search, *(Path(f"{search}{one}") for one in _COMPANIONS)),
            (chosen,) if chosen is not None and chosen.is_dir() else (),
        )

    @property
    def is_on(self) -> bool:
        """Whether a passphrase is needed.

        Raises:
            StoreError: That can't be read.
        """
        with told_to_user(self.store):
            return is_protected(self.store)

    def unlock(self, passphrase: str) -> Unlocked:
        """Return the key. Takes some 0.2 seconds, right or wrong.

        Raises:
            WrongPassphraseError: It is another passphrase.
            StoreError: There is no key file, or it can't be used.
        """
        with told_to_user(key_path(self.store)):
            key, state = unlock(self.store, passphrase)
            waiting = state is not KeyState.ON or not copy_is_current(self.store) or bool(self._to_encrypt(key))
            return Unlocked(key, state, waiting)

    def finish(self, unlocked: Unlocked, *, report: Report = lambda share: None) -> bytes | None:
        """End what was interrupted, and encrypt what came in plain since; nothing when nothing is waiting.

        Args:
            unlocked: From `unlock`.
            report: Told how far it is.

        Returns:
            What the store is encrypted with from now on.

        Raises:
            StoreError: Something can't be read or written; it is done at the next start.
        """
        if not unlocked.waiting:
            return unlocked.key
        with self._alone():
            if unlocked.state is KeyState.TURNING_OFF:
                self._make_plain(unlocked.key, report)
                return None
            renew_copy(self.store)
            # What came in plain while it is on says nothing about what was made of the store since.
            turning = unlocked.state is not KeyState.ON or form_of(self.store, unlocked.key) is Form.PLAIN
            self._encrypt(unlocked.key, report, with_derived=turning)
            if unlocked.state is not KeyState.ON:
                set_state(self.store, unlocked.key, KeyState.ON)
            return unlocked.key

    def turn_on(self, passphrase: str, *, report: Report = lambda share: None) -> bytes:
        """Encrypt everything under a new passphrase and return the key.

        Raises:
            StoreError: The passphrase is too short, there is one already, or something can't be read or written. When
                the passphrase is needed then all the same (`is_on`), the next start goes on.
        """
        check_new_passphrase(passphrase)
        if self.is_on:
            raise StoreError(ALREADY)
        key = new_key()
        with self._alone():
            self._settle()
            self._check_room()
            try:
                wrap(self.store, key, passphrase, state=KeyState.TURNING_ON)
                self._encrypt(key, report, with_derived=True)
                set_state(self.store, key, KeyState.ON)
            except BaseException:
                # Nothing was encrypted yet: it is as it was. Otherwise the next start goes on.
                if not self._any_encrypted(key):
                    remove_key(self.store)
                raise
        return key

    def change(self, old: str, new: str) -> None:
        """Put another passphrase in the place of one; nothing but the key file is written.

        Raises:
            WrongPassphraseError: `old` is not the passphrase.
            StoreError: The new one is too short, or the key file can't be written.
        """
        check_new_passphrase(new)
        with told_to_user(key_path(self.store)):
            key, state = unlock(self.store, old)
            wrap(self.store, key, new, state=state)

    def turn_off(self, passphrase: str, *, report: Report = lambda share: None) -> None:
        """Make everything plain again.

        Raises:
            WrongPassphraseError: It is not the passphrase.
            StoreError: Something can't be read or written; once the store itself is plain, the next start goes on.
        """
        with self._alone():
            key, _ = unlock(self.store, passphrase)
            self._settle()
            self._check_room()
            set_state(self.store, key, KeyState.TURNING_OFF)
            try:
                self._make_plain(key, report)
            except BaseException:
                if form_of(self.store, key) is Form.ENCRYPTED:
                    set_state(self.store, key, KeyState.ON)
                raise

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other programs from ending as interrupted what is just going on."""
        with told_to_user(self.store), held(self.store.with_suffix(".converting.lock")) as holding:
            if not holding:
                raise StoreError(BUSY)
            yield

    def _encrypt(self, key: bytes, report: Report, *, with_derived: bool) -> None:
        self._settle()
        for file, report_file in _reported(self._to_encrypt(key), report):
            if not file.exists():
                continue  # the log of a file that was just converted
            if file == self.store:
                # The largest part by far, and the one that another program may hold: first.
                self._convert_store(old=None, new=key, report=report_file)
            elif file.name.endswith(_UNFINISHED):
                shred(file)
            elif _SET_ASIDE in file.name or form_of(file) is not Form.PLAIN:
                seal(file, key=key)
            else:
                try:
                    convert(file, old=None, new=key, report=report_file)
                except NotWholeError:
                    seal(file, key=key)
        if with_derived:
            self.remove_derived()
        report(1.0)

    def _make_plain(self, key: bytes, report: Report) -> None:
        self._settle()
        stayed = []
        for file, report_file in _reported(self._to_make_plain(key), report):
            try:
                if file == self.store:
                    self._convert_store(old=key, new=None, report=report_file)
                elif file.name.endswith(_UNFINISHED):
                    shred(file)
                elif file.name.endswith(SEALED):
                    unseal(file, key=key)
                elif form_of(file, key) is Form.ENCRYPTED:
                    convert(file, old=key, new=None, report=report_file)
                elif form_of(file, key) is Form.UNKNOWN and _size(file) and _SET_ASIDE in file.name:
                    stayed.append(file.name)
            except NotWholeError:
                stayed.append(file.name)
        self.remove_derived()
        if stayed:
            # The files are still to be read with it, and nothing goes on with it any more.
            set_state(self.store, key, KeyState.ON)
            kept = free_name(key_path(self.store).with_suffix(".kept.key"))
            copy_path(self.store).unlink(missing_ok=True)
            key_path(self.store).rename(kept)
            self.notices.append(StoreError(STAYED, files=", ".join(stayed), key=kept.name))
        else:
            remove_key(self.store)
        report(1.0)

    def _convert_store(self, *, old: bytes | None, new: bytes | None, report: Report) -> None:
        try:
            convert(self.store, old=old, new=new, report=report)
        except NotWholeError as error:
            raise StoreError(DAMAGED, details=str(error)) from error

    def _settle(self) -> None:
        """End the conversions that a kill has interrupted."""
        for file in [one for folder in self._folders() for one in _listed(folder)]:
            if not file.name.startswith(self.store.stem):
                continue
            if file.name.endswith(SHREDDING):
                shred(file)
            for mark in _MARKS:
                if file.name.endswith(mark):
                    settle(file.with_name(file.name.removesuffix(mark)))

    def _folders(self) -> tuple[Path, ...]:
        return (self.store.parent, backup_folder(self.store), *self.more_folders)

    def _files(self) -> list[Path]:
        """Return every file of conversations but the store itself, and but the key."""
        known = {self.store.name, *(f"{self.store.name}{one}" for one in _COMPANIONS)}
        return [
            file
            for folder in self._folders()
            for file in _listed(folder)
            if file.name.startswith(self.store.stem)
            and self.store.suffix in file.name
            and not (folder == self.store.parent and file.name in known)
        ]

    def _to_make_plain(self, key: bytes) -> list[Path]:
        return [*([self.store] if form_of(self.store, key) is Form.ENCRYPTED else []), *self._files()]

    def _to_encrypt(self, key: bytes) -> list[Path]:
        """Return the files of conversations that can be read without the key, the store first."""
        store = [self.store] if form_of(self.store, key) is Form.PLAIN else []
        return store + [
            file
            for file in self._files()
            if file.name.endswith((*_MARKS, SHREDDING))
            or (
                file.stat().st_size
                and not file.name.endswith(SEALED)
                and form_of(file, key) not in (Form.ENCRYPTED, Form.OTHER_KEY)
                and not _is_log_of_encrypted(file, key)
            )
        ]

    def _any_encrypted(self, key: bytes) -> bool:
        return any(
            file.name.endswith(SEALED) or form_of(file, key) is Form.ENCRYPTED for file in [self.store, *self._files()]
        )

    def remove_derived(self) -> None:
        """Overwrite and remove what tells of conversations and can be made again.

        Raises:
            OSError: It can't be removed.
        """
        for path in self.derived:
            for file in _listed(path) if path.is_dir() else [path]:
                shred(file)  # and what is left of an earlier time

    def _check_room(self) -> None:
        largest = max((_size(file) for file in [self.store, *self._files()]), default=0)
        if shutil.disk_usage(self.store.parent).free < largest + _SPARE_BYTES:
            raise StoreError(FULL)


def _reported(files: list[Path], report: Report) -> Iterator[tuple[Path, Report]]:
    """Yield each file with what takes how far it is, and tell how large a share of all bytes that makes."""
    sizes = [_size(file) for file in files]
    done, total = 0, max(1, sum(sizes))
    for file, size in zip(files, sizes, strict=True):
        report(done / total)
        yield file, partial(_report_part, report, done / total, size / total)
        done += size


def _report_part(report: Report, before: float, part: float, share: float) -> None:
    report(before + part * share)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


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
