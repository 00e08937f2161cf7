"""One download at a time, also with a window and a terminal at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from assistant.errors import QT_TRANSLATE_NOOP, TransferError
from assistant.file_lock import held
from assistant.models.part_file import unwritable

_LOCK_FILE = ".download.lock"


@contextmanager
def download_lock(folder: Path) -> Iterator[None]:
    """Hold the folder's lock. The system frees it when its holder ends, however it ends.

    Raises:
        TransferError: Another download holds it, or the folder can't be written.
    """
    path = folder / _LOCK_FILE
    with ExitStack() as stack:
        try:
            holding = stack.enter_context(held(path))
        except OSError as error:
            raise unwritable(path, error) from error
        if not holding:
            raise TransferError(
                QT_TRANSLATE_NOOP("errors", "Another model is being fetched. Wait until it is here, or stop it first.")
            )
        yield
