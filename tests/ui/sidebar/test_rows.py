from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from assistant.store import Conversation, Folder, Kind
from ui.sidebar.rows import Group, fold, group_of, make_rows

TODAY = date(2026, 3, 31)


def conversation(number=1, *, days_ago=0, pinned=False):
    used = (datetime(2026, 3, 31, 12) - timedelta(days=days_ago)).timestamp()  # noqa: DTZ001 - the user's own time
    return Conversation(
        id=number,
        title=f"title {number}",
        titled_by_user=False,
        pinned=pinned,
        system_text="",
        draft="",
        context_start=None,
        created_at=used,
        updated_at=used,
        folder_id=None,
        archived=False,
        kind=Kind.CHAT,
        uid=str(number),
    )


@pytest.mark.parametrize(
    ("days_ago", "group"),
    [
        (-3, Group.TODAY),
        (0, Group.TODAY),
        (1, Group.YESTERDAY),
        (2, Group.LAST_WEEK),
        (7, Group.LAST_WEEK),
        (8, Group.EARLIER),
        (4000, Group.EARLIER),
    ],
)
def test_a_conversation_is_grouped_by_the_day_it_was_used_last(days_ago, group):
    assert group_of(conversation(days_ago=days_ago), TODAY) is group


def test_a_pinned_conversation_is_under_pinned_however_old():
    assert group_of(conversation(days_ago=400, pinned=True), TODAY) is Group.PINNED


def test_a_time_no_calendar_has_counts_as_earlier():
    assert group_of(replace(conversation(), updated_at=1e300), TODAY) is Group.EARLIER


def test_each_group_has_one_heading_before_it():
    rows = make_rows(
        [conversation(1, pinned=True), conversation(2), conversation(3), conversation(4, days_ago=1)], TODAY
    )
    assert [row.conversation.id if row.conversation else row.group for row in rows] == [
        Group.PINNED, 1, Group.TODAY, 2, 3, Group.YESTERDAY, 4,
    ]  # fmt: skip


def test_no_conversations_have_no_headings():
    assert make_rows([], TODAY) == []


@pytest.mark.parametrize(
    ("typed", "title"), [("uber", "Überraschung"), ("STRASSE", "Straße"), ("cafe", "Café"), ("ﬁn", "final")]
)
def test_case_and_accents_don_t_matter(typed, title):
    assert fold(typed) in fold(title)


def shape(rows):
    """Headings by their kind or folder's name, with "+" when they are closed; conversations by their number."""
    return [
        row.conversation.id
        if row.conversation
        else (row.folder.name if row.folder else row.group) + "+" * row.closed
        if row.folder
        else (row.group, row.closed)
        for row in rows
    ]


WORK, HOME, EMPTY = Folder(1, "work", 0.0), Folder(2, "Home", 0.0), Folder(3, "Änderungen", 0.0)


def lying(number, *, folder=None, archived=False, **rest):
    return replace(conversation(number, **rest), folder_id=folder, archived=archived)


EVERYTHING = [
    lying(1, pinned=True, folder=1),
    lying(2, folder=1),
    lying(3),
    lying(4, folder=2, days_ago=9),
    lying(5, archived=True, folder=1),
    lying(6, archived=True, pinned=True),
]


def test_pinned_come_first_then_folders_by_name_then_days_then_archive_and_bin():
    rows = make_rows(EVERYTHING, TODAY, folders=[WORK, HOME, EMPTY], binned=2)
    assert shape(rows) == [
        (Group.PINNED, False), 1, "Änderungen", "Home", 4, "work", 2, (Group.TODAY, False), 3,
        (Group.ARCHIVE, True), (Group.BIN, False),
    ]  # fmt: skip
    assert [row.count for row in rows if row.conversation is None] == [1, 0, 1, 1, 1, 2, 2]


def test_closed_folders_and_an_open_archive_are_as_they_were_left():
    rows = make_rows(EVERYTHING, TODAY, folders=[WORK, HOME], toggled=frozenset({"folder 1", "archive"}))
    assert shape(rows) == [
        (Group.PINNED, False), 1, "Home", 4, "work+", (Group.TODAY, False), 3, (Group.ARCHIVE, False), 5, 6,
    ]  # fmt: skip


def test_while_searching_all_is_open_and_what_has_no_hit_is_left_out():
    rows = make_rows(
        EVERYTHING[3:5], TODAY, folders=[WORK, HOME], toggled=frozenset({"folder 2"}), binned=4, searching=True
    )
    assert shape(rows) == ["Home", 4, (Group.ARCHIVE, False), 5]


def test_a_conversation_in_a_folder_nobody_knows_is_listed_by_its_day():
    assert shape(make_rows([lying(1, folder=77)], TODAY)) == [(Group.TODAY, False), 1]
