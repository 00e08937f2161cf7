"""Encrypting one file, or making it plain again, so that a kill at any moment leaves the old or the new one.

A file NAME is written anew as NAME.converting, which is called NAME.converted once it is whole and on the disk. Then
NAME becomes NAME.replaced, NAME.converted becomes NAME, and NAME.replaced is overwritten and removed. `settle` ends
what a kill has interrupted. A file that is to go is called NAME.shredding first.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedRandom
from pathlib import Path

import apsw

from assistant.store.backups import make_private
from assistant.store.cipher import Form, form_of, uri
from assistant.store.database import connect
from assistant.store.failures import DAMAGE
from assistant.store.keys import sync_folder

SEALED = ".sealed"
"""Ends the name of an encrypted file that holds the bytes of a file that is no whole database."""
CONVERTING, CONVERTED, REPLACED, SHREDDING = ".converting", ".converted", ".replaced", ".shredding"

_PIECE_BYTES = 1 << 20
_STEPS_BETWEEN_REPORTS = 20_000

Report = Callable[[float], None]
"""Takes the share that is done, from 0 to 1."""


class NotWholeError(Exception):
    """A file is no whole database and can't be converted as one."""


def settle(path: Path) -> None:
    """End what a kill has interrupted while `path` was converted; call before anything else is done with it.

    Raises:
        OSError: A file can't be renamed or removed.
    """
    converting, converted, replaced = (_beside(path, mark) for mark in (CONVERTING, CONVERTED, REPLACED))
    for name in (converting, Path(f"{converting}-journal")):
        shred(name)
    if not os.path.lexists(path):
        if os.path.lexists(converted):
            converted.rename(path)
        elif os.path.lexists(replaced):
            replaced.rename(path)
        sync_folder(path.parent)
    # The file has its name again: what was made of it too early is made once more.
    shred(converted)
    shred(replaced)


def convert(path: Path, *, old: bytes | None, new: bytes | None, report: Report = lambda share: None) -> None:
    """Write a database anew with another key; nothing changes when it has that form already.

    Args:
        path: The file. Nobody else may have it open.
        old: What it is encrypted with; `None` for a plain one.
        new: What it shall be encrypted with.
        report: Told how far it is.

    Raises:
        NotWholeError: It is damaged or no database; nothing was changed.
        apsw.BusyError: Another program has it open; nothing was changed.
        apsw.Error: It can't be read or written; nothing was changed.
        OSError: The same.
    """
    settle(path)
    if form_of(path, new) is (Form.PLAIN if new is None else Form.ENCRYPTED):
        return
    converting, converted = _beside(path, CONVERTING), _beside(path, CONVERTED)
    log = _beside(path, "-wal")
    had_log = log.exists() and log.stat().st_size > 0
    try:
        with alone_with(path, old) as connection:
            _write_anew(connection, converting, key=new, report=report)
            converting.rename(converted)
            if os.name == "posix":
                # Renamed while the lock is held; Windows can't rename what is open.
                _put_in_place(path)
        if os.name != "posix":
            _put_in_place(path)
    except (*DAMAGE, NotWholeError, apsw.SQLError, UnicodeDecodeError) as error:
        if not had_log:  # what looking at it has made
            shred(_beside(path, "-shm"))
            shred(_beside(path, "-wal"))
        raise NotWholeError(f"{path.name}: {error}") from error
    finally:
        for name in (converting, Path(f"{converting}-journal"), converted):
            shred(name)
    shred(_beside(path, REPLACED))


def seal(path: Path, *, key: bytes) -> None:
    """Put the bytes of any file into an encrypted one, then overwrite and remove it.

    Raises:
        apsw.Error: It can't be written; the file stays.
        OSError: The same, or it can't be read.
    """
    sealed, building = _sealed_name(path, key), _beside(path, CONVERTING)
    shred(building)
    if not os.path.lexists(sealed):
        try:
            make_private(building)
            target = connect(building, key=key)
            try:
                _pour(path, target)
            finally:
                target.close()
            if _digest(path) != _sealed_digest(building, key):
                raise apsw.BusyError(f"{path.name} changed meanwhile")
            _sync(building)
            building.rename(sealed)
            sync_folder(path.parent)
        finally:
            shred(building)
    shred(path)


def unseal(sealed: Path, *, key: bytes) -> None:
    """Make the file again that `seal` has put away, and remove the sealed one.

    Raises:
        NotWholeError: The sealed file is damaged; it stays.
        apsw.Error: It can't be read; it stays.
        OSError: The file can't be written; the sealed one stays.
    """
    path = sealed.with_name(sealed.name.removesuffix(SEALED))
    building = _beside(path, CONVERTING)
    shred(building)
    try:
        digest = _sealed_digest(sealed, key)
        if not (os.path.lexists(path) and _digest(path) == digest):
            make_private(building)
            with building.open("wb") as file:
                for piece in _pieces(sealed, key):
                    file.write(piece)
            _sync(building)
            building.rename(free_name(path))
            sync_folder(path.parent)
    except DAMAGE as error:
        raise NotWholeError(f"{sealed.name}: {error}") from error
    finally:
        shred(building)
    sealed.unlink()


@contextmanager
def _overwritten(path: Path) -> Iterator[None]:
    """Overwrite a file that is removed within the block, where a removed file can still be written to."""
    if os.name != "posix" or not os.path.lexists(path):
        yield
        return
    with path.open("r+b") as file:
        yield
        if not os.path.lexists(path):
            _overwrite(file)


def _overwrite(file: BufferedRandom) -> None:
    left = os.fstat(file.fileno()).st_size
    zeros = bytes(min(left, _PIECE_BYTES))
    while left > 0:
        left -= file.write(zeros[: min(left, _PIECE_BYTES)])
    file.flush()
    os.fsync(file.fileno())


def shred(path: Path) -> None:
    """Overwrite a file and remove it; a missing one is fine.

    A disk may keep the old bytes all the same: flash memory writes elsewhere, and file systems may copy.

    Raises:
        OSError: It can't be removed.
    """
    # Under another name: what is half overwritten when the program is killed must not be taken for the file.
    doomed = path if path.name.endswith(SHREDDING) else _beside(path, SHREDDING)
    for name in dict.fromkeys((doomed, path)):
        with suppress(FileNotFoundError):
            if name != doomed:
                name.rename(doomed)
            if not doomed.is_symlink():
                with suppress(PermissionError), doomed.open("r+b") as file:
                    _overwrite(file)
            doomed.unlink()


@contextmanager
def alone_with(path: Path, key: bytes | None) -> Iterator[apsw.Connection]:
    """Open a file so that nobody else can, with its log written into it.

    Raises:
        NotWholeError: It is damaged; nothing was changed.
        apsw.Error: It can't be opened, `BusyError` when somebody else has it open.
    """
    connection = connect(path, key=key)
    try:
        # Should it turn out not to be whole, closing it must not touch it or remove its log.
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        _check(connection, path)
        with _overwritten(_beside(path, "-wal")):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
            mode = connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        if mode != [("delete",)]:
            raise apsw.BusyError("somebody else has the file open")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        yield connection
    finally:
        connection.close()


def _write_anew(connection: apsw.Connection, to: Path, *, key: bytes | None, report: Report) -> None:
    total = connection.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()
    size = max(1, total[0] if total else 1)

    def progress() -> bool:
        with suppress(OSError):
            report(min(1.0, to.stat().st_size / size))
        return False

    make_private(to)
    connection.set_progress_handler(progress, _STEPS_BETWEEN_REPORTS)
    try:
        connection.execute("VACUUM INTO ?", (uri(to, key),))
    finally:
        connection.set_progress_handler(None)
    copy = connect(to, key=key, read_only=True, immutable=True)
    try:
        _check(copy, to)
        if _counts(copy) != _counts(connection):
            raise NotWholeError(f"{to.name}: {_counts(copy)} instead of {_counts(connection)}")
    finally:
        copy.close()
    _sync(to)


def _check(connection: apsw.Connection, path: Path) -> None:
    findings = connection.execute("PRAGMA integrity_check(1)").fetchall()
    if findings != [("ok",)]:
        raise NotWholeError(f"{path.name}: {findings}")


def _counts(connection: apsw.Connection) -> dict[str, object]:
    names = [str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    counts: dict[str, object] = {}
    for name in names:
        quoted = name.replace('"', '""')
        ((count,),) = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchall()  # noqa: S608 - quoted
        counts[name] = count
    return counts


def _put_in_place(path: Path) -> None:
    path.rename(_beside(path, REPLACED))
    _beside(path, CONVERTED).rename(path)
    sync_folder(path.parent)


def _sealed_name(path: Path, key: bytes) -> Path:
    """Return the name of the sealed file: one that does not exist, or one that holds the same bytes already."""
    number = 1
    sealed = _beside(path, SEALED)
    while os.path.lexists(sealed):
        with suppress(*DAMAGE, apsw.SQLError):
            if _digest(path) == _sealed_digest(sealed, key):
                return sealed
        number += 1
        sealed = path.with_name(f"{path.name}-{number}{SEALED}")
    return sealed


def free_name(path: Path) -> Path:
    """Return a name of no file: the one given, or one with a number."""
    number, free = 1, path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _pour(path: Path, target: apsw.Connection) -> None:
    target.execute("PRAGMA synchronous = OFF; CREATE TABLE piece (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
    with target, path.open("rb") as file:
        while piece := file.read(_PIECE_BYTES):
            target.execute("INSERT INTO piece (bytes) VALUES (?)", (piece,))


def _pieces(sealed: Path, key: bytes) -> Iterator[bytes]:
    connection = connect(sealed, key=key, read_only=True)
    try:
        for (piece,) in connection.execute("SELECT bytes FROM piece ORDER BY number"):
            yield piece
    finally:
        connection.close()


def _digest(path: Path) -> bytes:
    digest = hashlib.blake2b()
    with path.open("rb") as file:
        while piece := file.read(_PIECE_BYTES):
            digest.update(piece)
    return digest.digest()


def _sealed_digest(sealed: Path, key: bytes) -> bytes:
    digest = hashlib.blake2b()
    for piece in _pieces(sealed, key):
        digest.update(piece)
    return digest.digest()


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _beside(path: Path, mark: str) -> Path:
    return path.with_name(path.name + mark)
