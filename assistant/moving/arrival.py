"""Taking in the file that everything moves in; what is here is never overwritten.

All is unpacked and checked in a folder of its own first, which then gets the name `moving-in`. From there each file is
put in its place; should the program be killed meanwhile, the next start goes on (`settle`).
"""

from __future__ import annotations

import hashlib
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import apsw

from assistant.file_lock import held
from assistant.moving.bundle import Entry, Manifest, read_manifest, unpack
from assistant.moving.contents import CONVERSATIONS, KEY, MODELS, PIECE_BYTES, SETTINGS, MovingError, Report
from assistant.moving.failures import BUSY, DAMAGED, NOT_EMPTY, check_room, writing
from assistant.paths import Paths
from assistant.store.backups import BackupError, backup_folder, verify
from assistant.store.cipher import Form, form_of
from assistant.store.conversion import NotWholeError, alone_with, free_name
from assistant.store.database import connect
from assistant.store.failures import DAMAGE, told_to_user
from assistant.store.keys import is_key_file, sync_folder
from assistant.store.migrations import MIGRATIONS, ForeignFileError, pending
from assistant.store.protection import Protection

UNPACKING = "moving-in.new"

_ORDER = (SETTINGS, KEY, CONVERSATIONS)
"""The conversations last: whatever stands here before them is not taken for whole without them."""


def move_in(file: Path, paths: Paths, *, report: Report = lambda share: None) -> Manifest:
    """Take in everything; the data folder may have settings and models, but no conversations.

    Args:
        file: From `move_out`.
        paths: The data folder. No other program may have its conversations open.
        report: Told how far it is.

    Raises:
        MovingError: The file can't be used, or there are conversations here; nothing was changed.
        StoreError: The conversations in it are of a newer version; nothing was changed.
    """
    manifest = read_manifest(file)
    with writing(paths.data):
        paths.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with held(_lock(paths)) as holding:
            if not holding:
                raise MovingError(BUSY, folder=str(paths.data))
            _put_in_place(paths)
            refuse_conversations(paths)
            _refuse_users(paths)
            check_room(paths.data, manifest.size)
            unpacking = paths.data / UNPACKING
            shutil.rmtree(unpacking, ignore_errors=True)
            try:
                (unpacking / MODELS).mkdir(mode=0o700, parents=True)
                unpack(file, manifest, lambda entry: _created(unpacking, entry), report=report)
                _check_conversations(unpacking, manifest, file)
                sync_folder(unpacking / MODELS)
                sync_folder(unpacking)
                refuse_conversations(paths)  # unpacking may take minutes
                _refuse_users(paths)
                unpacking.rename(paths.arrived)
                sync_folder(paths.data)
            finally:
                shutil.rmtree(unpacking, ignore_errors=True)
            _put_in_place(paths)
    return manifest


def settle(paths: Paths) -> None:
    """Put in place what arrived before the program was killed; call before anything of the folder is opened.

    Raises:
        MovingError: It can't be put there, or another program is doing so.
    """
    if not (paths.arrived).is_dir():
        return
    with writing(paths.data), held(_lock(paths)) as holding:
        if not holding:
            raise MovingError(BUSY, folder=str(paths.data))
        _put_in_place(paths)


def _lock(paths: Paths) -> Path:
    return paths.data / "moving.lock"


def _created(unpacking: Path, entry: Entry) -> IO[bytes]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return open(os.open(unpacking / entry.name, flags, 0o600), "wb")  # noqa: PTH123 - with rights; `unpack` closes it


def refuse_conversations(paths: Paths) -> None:
    """Make sure that there is nothing to lose in a data folder.

    Raises:
        MovingError: There are conversations in it.
        StoreError: That can't be found out.
    """
    with told_to_user(paths.conversations):
        if Protection.of(paths).is_on:
            raise MovingError(NOT_EMPTY, folder=str(paths.data))
        if not os.path.lexists(paths.conversations):
            return
        try:
            connection = connect(paths.conversations, read_only=True)
            try:
                rows = connection.execute("SELECT count(*) FROM conversation").fetchall()
            finally:
                connection.close()
        except (*DAMAGE, apsw.SQLError) as error:
            raise MovingError(NOT_EMPTY, folder=str(paths.data), details=str(error)) from error
        if rows != [(0,)]:
            raise MovingError(NOT_EMPTY, folder=str(paths.data), details=f"{rows[0][0]} conversations")


def _refuse_users(paths: Paths) -> None:
    """Make sure that nobody has the conversations open.

    Raises:
        MovingError: Somebody has.
        StoreError: That can't be found out.
    """
    if not os.path.lexists(paths.conversations):
        return
    with told_to_user(paths.conversations):
        try:
            with alone_with(paths.conversations, None):
                return
        except apsw.BusyError as error:
            raise MovingError(BUSY, folder=str(paths.data), details=str(error)) from error
        except NotWholeError as error:
            raise MovingError(NOT_EMPTY, folder=str(paths.data), details=str(error)) from error


def _check_conversations(unpacking: Path, manifest: Manifest, file: Path) -> None:
    store, key = unpacking / CONVERSATIONS, unpacking / KEY
    if not store.exists():
        return
    form = form_of(store)
    if manifest.protected:
        # They can be opened only with the passphrase; every page is checked then.
        if form is not Form.OTHER_KEY or not is_key_file(key):
            raise MovingError(DAMAGED, file=file.name, details=f"{form}, key file {key.exists()}")
        return
    if form is not Form.PLAIN or key.exists():
        raise MovingError(DAMAGED, file=file.name, details=f"{form}, key file {key.exists()}")
    try:
        verify(store)
        connection = connect(store, read_only=True, immutable=True)
        try:
            pending(connection, MIGRATIONS, path=file.name)
        finally:
            connection.close()
    except (*DAMAGE, apsw.SQLError, BackupError, ForeignFileError, UnicodeDecodeError) as error:
        raise MovingError(DAMAGED, file=file.name, details=str(error)) from error


def _put_in_place(paths: Paths) -> None:
    """Move what arrived to where it belongs; what stands there gets another name. Can be done again after a kill."""
    arrived = paths.arrived
    if not arrived.is_dir():
        return
    _put_models(arrived / MODELS, paths.models)
    for name in _ORDER:
        new = arrived / name
        if not new.is_file():
            continue
        place = paths.data / name
        if name == CONVERSATIONS:
            # What was made of other conversations says nothing about these.
            Protection.of(paths).remove_derived()
            _copy_key(paths)
        if os.path.lexists(place):
            place.rename(free_name(place.with_name(f"{place.stem}.before-move-{_today()}{place.suffix}")))
        new.rename(place)
        sync_folder(paths.data)
    shutil.rmtree(arrived)
    sync_folder(paths.data)


def _put_models(arrived: Path, models: Path) -> None:
    for new in sorted(arrived.iterdir()) if arrived.is_dir() else []:
        models.mkdir(parents=True, exist_ok=True)
        place = models / new.name
        if place.is_file() and place.stat().st_size == new.stat().st_size and _digest(place) == _digest(new):
            new.unlink()
        else:
            new.rename(free_name(place))
    if models.is_dir():
        sync_folder(models)


def _copy_key(paths: Paths) -> None:
    key = paths.data / KEY
    if key.is_file():
        folder = backup_folder(paths.conversations)
        folder.mkdir(mode=0o700, exist_ok=True)
        shutil.copyfile(key, folder / KEY)


def _digest(file: Path) -> bytes:
    digest = hashlib.blake2b()
    with file.open("rb") as source:
        while piece := source.read(PIECE_BYTES):
            digest.update(piece)
    return digest.digest()


def _today() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%d")
