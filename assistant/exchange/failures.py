"""What can go wrong with a file of conversations, as sentences for the user."""

from __future__ import annotations

import errno

from assistant.errors import QT_TRANSLATE_NOOP, ThimbleError

NO_ROOM = QT_TRANSLATE_NOOP(
    "errors", "There is not enough room for {file}. Free some space or choose another place; nothing was written."
)
CANT_WRITE = QT_TRANSLATE_NOOP(
    "errors", "{file} can't be written. Choose another place, or allow writing there; nothing was written."
)
CANT_READ = QT_TRANSLATE_NOOP(
    "errors", "{file} can't be opened. Check that it is still there and that you may read it."
)
NEWER = QT_TRANSLATE_NOOP(
    "errors", "{file} was exported by a newer Thimble. Install the newest version to import it; nothing was changed."
)
OWN_FILE = QT_TRANSLATE_NOOP(
    "errors", "{file} is where Thimble keeps your conversations. Choose another name; nothing was written."
)
NOTHING_TO_EXPORT = QT_TRANSLATE_NOOP(
    "errors", "There are no conversations to export here. Begin one, or choose other ones."
)

_NO_SPACE = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class ExchangeError(ThimbleError):
    """Conversations could not be exported or imported."""


def cant_write(file: str, error: OSError) -> ExchangeError:
    """Return the sentence for a file that can't be written."""
    template = NO_ROOM if error.errno in _NO_SPACE else CANT_WRITE
    return ExchangeError(template, file=file, details=str(error))


def cant_read(file: str, error: OSError) -> ExchangeError:
    """Return the sentence for a file that can't be read."""
    return ExchangeError(CANT_READ, file=file, details=str(error))
