"""What goes along when everything moves: the conversations with their key, the settings, and models by choice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import apsw

from assistant.errors import ThimbleError
from assistant.models.first_look import MODEL_SUFFIXES
from assistant.paths import Paths
from assistant.store.backups import BackupError, copy, verify
from assistant.store.conversion import shred
from assistant.store.database import connect
from assistant.store.failures import DAMAGED, told_to_user
from assistant.store.keys import key_path, refuse_other_key
from assistant.store.recovery import temporary

CONVERSATIONS = "conversations.db"
KEY = "conversations.key"
SETTINGS = "settings.json"
MODELS = "models/"

PIECE_BYTES = 1 << 20

Report = Callable[[float], None]
"""Takes the share that is done, from 0 to 1. What it raises ends the work."""

_MODEL_NAME = re.compile(r"[^\\/:*?\"<>|\x00-\x1f.][^\\/:*?\"<>|\x00-\x1f]{0,200}")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


class MovingError(ThimbleError):
    """Data could not be moved to another computer or folder."""


@dataclass(frozen=True, slots=True)
class Item:
    """One file that goes along.

    Attributes:
        name: Where it belongs below a data folder, with slashes.
        source: Where its bytes are now.
        size: How many.
    """

    name: str
    source: Path
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """All that goes along.

    Attributes:
        items: The files.
        conversations: How many conversations are in them.
        protected: Whether a passphrase is needed to read them.
    """

    items: tuple[Item, ...]
    conversations: int
    protected: bool

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(item.size for item in self.items)


def model_files(paths: Paths) -> list[Path]:
    """Return the model files of the models folder; those that are used in place stay where they are."""
    try:
        return sorted(file for file in paths.models.iterdir() if file.is_file() and allowed(f"{MODELS}{file.name}"))
    except OSError:
        return []


def allowed(name: str) -> bool:
    """Tell whether a name is one that data can have: nothing outside the folder, nothing hidden, nothing special."""
    if name in (CONVERSATIONS, KEY, SETTINGS):
        return True
    if not name.startswith(MODELS):
        return False
    file = name.removeprefix(MODELS)
    return (
        _MODEL_NAME.fullmatch(file) is not None
        and _DEVICE.fullmatch(file) is None
        and file.casefold().endswith(MODEL_SUFFIXES)
    )


@contextmanager
def gathered(paths: Paths, *, key: bytes | None, models: bool) -> Iterator[Contents]:
    """Gather what goes along; others may use the conversations meanwhile, of which a copy is made for the time.

    Args:
        paths: The data folder.
        key: What the conversations are encrypted with; the copy is too.
        models: Whether the model files go along.

    Raises:
        StoreError: The conversations can't be read, or there is no key.
    """
    copied = temporary(paths.conversations)
    try:
        with told_to_user(paths.conversations):
            count = _copy_store(paths.conversations, copied, key)
        sources = [
            (CONVERSATIONS, copied),
            (KEY, key_path(paths.conversations)),
            (SETTINGS, paths.settings),
            *((f"{MODELS}{file.name}", file) for file in (model_files(paths) if models else [])),
        ]
        with told_to_user(paths.data):
            items = tuple(Item(name, file, file.stat().st_size) for name, file in sources if file.is_file())
        yield Contents(items, count, key is not None)
    finally:
        shred(copied)


def _copy_store(path: Path, to: Path, key: bytes | None) -> int:
    refuse_other_key(path, key)
    if not path.exists():
        return 0
    connection = connect(path, key=key, read_only=True)
    try:
        copy(connection, to, key=key)
        verify(to, key=key)
        ((count,),) = connection.execute("SELECT count(*) FROM conversation WHERE deleted_at IS NULL").fetchall()
    except (BackupError, apsw.SQLError) as error:
        raise MovingError(DAMAGED, details=str(error)) from error
    finally:
        connection.close()
    return int(str(count))
