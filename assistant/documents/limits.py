"""How much a document may hold. Whatever a file claims, nothing is read or kept beyond these."""

from __future__ import annotations

from assistant.documents.errors import TOO_LARGE, TOO_LONG, BadDocumentError

MOST_CHARACTERS = 20_000_000
"""Of all text together: six times the longest novels."""

MOST_BLOCKS = 1_000_000
MOST_FILE_BYTES = 400_000_000
MOST_TEXT_BYTES = 64_000_000
"""Of a plain text file, or of anything that is read as a whole."""

MOST_BLOCK_CHARACTERS = 20_000
"""A longer paragraph becomes several: a place should be found at a glance."""

MOST_FILES = 1_000
MOST_FOLDER_DEPTH = 8
"""Of a folder that is read as one document."""

MOST_MEMBER_BYTES = 200_000_000
"""Of one member of a zip file, unpacked."""

MOST_UNPACKED_BYTES = 400_000_000
"""Of all members that are read."""

MOST_MEMBERS = 20_000
MOST_DEPTH = 1_000
"""Of elements within each other."""

ADDRESS_SPACE_BYTES = 512 * 1024 * 1024
MOST_RESIDENT_BYTES = 600_000_000
CPU_SECONDS = 30
WALL_SECONDS = 120


class Budget:
    """Counts what a document has given so far."""

    def __init__(self) -> None:
        self._characters = 0
        self._blocks = 0
        self._unpacked = 0

    @property
    def characters(self) -> int:
        """Of text so far."""
        return self._characters

    def text(self, characters: int) -> None:
        """Count a block.

        Raises:
            BadDocumentError: There are too many, or they are too long together.
        """
        self._characters += characters
        self._blocks += 1
        if self._characters > MOST_CHARACTERS or self._blocks > MOST_BLOCKS:
            raise BadDocumentError(TOO_LONG, limit=MOST_CHARACTERS // 1_000_000)

    def unpacked(self, size: int) -> None:
        """Count unpacked bytes.

        Raises:
            BadDocumentError: They are too many.
        """
        self._unpacked += size
        if self._unpacked > MOST_UNPACKED_BYTES:
            raise BadDocumentError(TOO_LARGE)
