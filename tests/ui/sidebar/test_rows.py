from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from assistant.store import Conversation, Kind
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
