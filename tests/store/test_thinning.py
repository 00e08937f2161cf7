"""Which backups stay, in tables of dates."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.store.backups import Backup
from assistant.store.thinning import DAYS, REPLACED, WEEKS, superseded


@pytest.fixture(autouse=True)
def in_utc(monkeypatch):
    """Days are those of the user's clock; the tables are written in one time zone."""
    monkeypatch.setattr("assistant.store.thinning._local", lambda backup: backup.made_at)


def at(text):
    return datetime.strptime(text, "%Y-%m-%d %H").replace(tzinfo=UTC)


def backup(text, *, size=1, replaced=False):
    made_at = at(text)
    return Backup(Path(f"conversations-{made_at:%Y-%m-%d-%H%M%S}.db"), made_at, size, replaced)


def kept(backups, now, **limits):
    gone = superseded(backups, now=at(now), **limits)
    return [f"{one.made_at:%Y-%m-%d %H}" for one in backups if one not in gone]


def test_a_few_backups_all_stay():
    dates = ["2026-11-23 10", "2026-11-24 10", "2026-11-25 10"]
    assert kept([backup(date) for date in dates], "2026-11-25 11") == dates


def test_of_one_day_the_newest_stays():
    dates = ["2026-11-25 08", "2026-11-25 12", "2026-11-25 18"]
    assert kept([backup(date) for date in dates], "2026-11-25 19") == ["2026-11-25 18"]


def test_of_daily_use_the_last_seven_days_and_the_ends_of_four_earlier_weeks_stay():
    # 2026-11-25 is a Wednesday.
    made = [backup(f"{datetime(2026, 11, 25, tzinfo=UTC) - timedelta(days=age):%Y-%m-%d} 10") for age in range(60)]
    assert kept(made, "2026-11-25 11") == [
        "2026-11-25 10",
        "2026-11-24 10",
        "2026-11-23 10",
        "2026-11-22 10",
        "2026-11-21 10",
        "2026-11-20 10",
        "2026-11-19 10",
        "2026-11-18 10",  # Wednesday of the week that reaches into the seven days
        "2026-11-15 10",  # Sundays
        "2026-11-08 10",
        "2026-11-01 10",
    ]


def test_a_computer_that_was_off_for_a_year_keeps_what_it_had():
    dates = ["2025-10-05 10", "2025-10-12 10", "2025-10-19 10", "2025-10-20 10", "2026-11-25 10"]
    assert kept([backup(date) for date in dates], "2026-11-25 11") == dates


def test_a_clock_set_back_makes_the_new_backup_stay_and_deletes_no_other():
    later = [backup(f"2026-11-{day:02} 10") for day in range(19, 26)]
    new = backup("1970-01-01 00")
    assert superseded([*later, new], now=at("1970-01-01 00")) == []


def test_backups_of_a_clock_that_ran_ahead_push_none_of_the_right_ones_out():
    ahead = [backup(f"2099-01-{day:02} 10") for day in range(1, 12)]
    right = [backup(f"2026-11-{day:02} 10") for day in range(19, 26)]
    gone = superseded([*ahead, *right], now=at("2026-11-25 11"))
    assert not set(gone) & set(right)
    assert len(gone) == len(ahead) - DAYS - 1  # one more stays as the only one of its week


def test_what_a_restored_backup_replaced_stays_beside_the_daily_ones():
    made = [backup("2026-11-25 08", replaced=True), backup("2026-11-25 12"), backup("2026-11-25 18")]
    assert kept(made, "2026-11-25 19") == ["2026-11-25 08", "2026-11-25 18"]


def test_of_what_restored_backups_replaced_the_newest_stay():
    made = [backup(f"2026-11-{day:02} 08", replaced=True) for day in range(1, 12)]
    assert kept(made, "2026-11-25 19") == [f"2026-11-{day:02} 08" for day in range(12 - REPLACED, 12)]


def test_too_many_bytes_cost_the_oldest_first():
    made = [backup(f"2026-11-{day:02} 10", size=100) for day in range(19, 26)]
    expected = [f"2026-11-{day} 10" for day in range(22, 26)]
    assert kept(made, "2026-11-25 11", most_bytes=450) == expected


def test_two_stay_however_large_they_are():
    made = [backup(f"2026-11-{day:02} 10", size=100) for day in range(19, 26)]
    assert kept(made, "2026-11-25 11", most_bytes=1) == ["2026-11-24 10", "2026-11-25 10"]


@pytest.mark.parametrize("seed", range(50))
def test_with_any_dates_the_newest_stays_the_number_is_bounded_and_thinning_again_changes_nothing(seed):
    chance = random.Random(seed)
    now = datetime(2026, 11, 25, 12, tzinfo=UTC)
    hours = chance.choice([24, 24 * 40, 24 * 4000])
    made = [
        Backup(
            Path(f"{number}"), now + timedelta(hours=chance.randrange(-hours, hours)), 1, replaced=chance.random() < 0.1
        )
        for number in range(chance.randrange(1, 80))
    ]
    gone = superseded(made, now=now)
    stay = [one for one in made if one not in gone]
    past = [one for one in made if one.made_at <= now and not one.replaced]
    assert not past or max(past, key=lambda one: one.made_at) in stay
    assert len(stay) <= 2 * (DAYS + WEEKS) + REPLACED
    assert superseded(stay, now=now) == []


def test_used_every_day_for_a_year_there_are_always_backups_of_the_last_week_and_month():
    made = []
    for day in range(365):
        now = datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)
        made.append(Backup(Path(f"{day}"), now, 1, replaced=False))
        gone = superseded(made, now=now)
        made = [one for one in made if one not in gone]
        ages = [(now - one.made_at).days for one in made]
        assert ages[::-1][:7] == list(range(min(7, day + 1)))
        if day >= 35:
            assert any(21 <= age <= 35 for age in ages)
            assert len(made) <= DAYS + WEEKS
