"""Which rows the list of conversations has: folders, groups by age, the archive, and the filter by title."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum, auto

import msgspec

from assistant.store.records import Conversation, Folder


class Group(Enum):
    """A kind of heading in the list."""

    PINNED = auto()
    FOLDER = auto()
    TODAY = auto()
    YESTERDAY = auto()
    LAST_WEEK = auto()
    EARLIER = auto()
    ARCHIVE = auto()
    BIN = auto()
    """The last row, which opens the bin."""


FOLDING = frozenset({Group.FOLDER, Group.ARCHIVE})
"""Headings that can be closed. The archive is closed at first, folders are open."""


class Row(msgspec.Struct, frozen=True, gc=False):
    """One row: a heading, or a conversation.

    Attributes:
        group: The heading's kind, or that of the heading above.
        conversation: The conversation; `None` for a heading.
        folder: The folder that the row is the heading of, or lies in.
        count: Of a heading, how many conversations belong to it.
        closed: Whether those of a heading are hidden.
    """

    group: Group
    conversation: Conversation | None = None
    folder: Folder | None = None
    count: int = 0
    closed: bool = False

    @property
    def key(self) -> str:
        """What a heading is remembered by from one start to the next."""
        return f"folder {self.folder.id}" if self.folder is not None else self.group.name.lower()


def fold(text: str) -> str:
    """Return `text` without case and diacritics, for finding it as people type it."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def local_today() -> date:
    """Return the date it is for the user."""
    return datetime.now(UTC).astimezone().date()


class Days:
    """When the days began that matter for the groups; made once for thousands of conversations."""

    def __init__(self, today: date) -> None:
        """Take the date it is for the user."""
        self._today = _midnight(today)
        self._yesterday = _midnight(today - timedelta(days=1))
        self._week = _midnight(today - timedelta(days=7))
        self._end = datetime.max.replace(tzinfo=UTC).timestamp()

    def group(self, used: float) -> Group:
        """Return the group of a Unix time in seconds; a time in the future counts as today."""
        if not used <= self._end:
            return Group.EARLIER
        if used >= self._today:
            return Group.TODAY
        if used >= self._yesterday:
            return Group.YESTERDAY
        return Group.LAST_WEEK if used >= self._week else Group.EARLIER


def group_of(conversation: Conversation, today: date) -> Group:
    """Return the heading a conversation outside all folders belongs under."""
    return Group.PINNED if conversation.pinned else Days(today).group(conversation.updated_at)


def make_rows(
    conversations: Iterable[Conversation],
    today: date,
    *,
    folders: Sequence[Folder] = (),
    toggled: frozenset[str] = frozenset(),
    binned: int = 0,
    searching: bool = False,
) -> list[Row]:
    """Return the rows, a heading before each group: pinned, folders by name, days, archive, bin.

    Args:
        conversations: Pinned ones first, then the latest used first; archived ones anywhere among them.
        today: The date it is for the user.
        folders: All folders, also empty ones.
        toggled: Keys of the headings that are not as they are at first, open or closed.
        binned: How many conversations are in the bin.
        searching: Whether `conversations` are hits: then all headings are open and those without hits left out.
    """
    days = Days(today)
    known = {folder.id: folder for folder in folders}
    pinned: list[Conversation] = []
    archived: list[Conversation] = []
    in_folders: dict[int, list[Conversation]] = {}
    by_day: dict[Group, list[Conversation]] = {}
    for conversation in conversations:
        if conversation.archived:
            archived.append(conversation)
        elif conversation.pinned:
            pinned.append(conversation)
        elif conversation.folder_id in known:
            in_folders.setdefault(conversation.folder_id, []).append(conversation)
        else:
            by_day.setdefault(days.group(conversation.updated_at), []).append(conversation)

    rows: list[Row] = []

    def add(heading: Group, members: list[Conversation], folder: Folder | None = None) -> None:
        row = Row(heading, folder=folder, count=len(members))
        closed = not searching and heading in FOLDING and (row.key in toggled) == (heading is Group.FOLDER)
        rows.append(msgspec.structs.replace(row, closed=closed))
        if not closed:
            rows.extend(Row(heading, one, folder) for one in members)

    if pinned:
        add(Group.PINNED, pinned)
    for folder in sorted(folders, key=lambda one: (fold(one.name), one.id)):
        members = in_folders.get(folder.id, [])
        if members or not searching:
            add(Group.FOLDER, members, folder)
    for group in (Group.TODAY, Group.YESTERDAY, Group.LAST_WEEK, Group.EARLIER):
        if group in by_day:
            add(group, by_day[group])
    if archived:
        add(Group.ARCHIVE, archived)
    if binned and not searching:
        rows.append(Row(Group.BIN, count=binned))
    return rows


def _midnight(day: date) -> float:
    return datetime.combine(day, time()).astimezone().timestamp()
