from __future__ import annotations

import os
import threading
from datetime import UTC, datetime, timedelta

import apsw
import pytest

from assistant.errors import CancelledError, StoreError
from assistant.store import Role, Store
from assistant.store import backups as module
from assistant.store.backups import BackupError, back_up, back_up_file, backup_folder, backups, listed, verify
from assistant.store.database import connect
from assistant.store.safekeeping import FOLDER_NAME, chosen_folder, is_due, keep_safe, make_backup

KEY = bytes(range(32))


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def key(request):
    return request.param


def fill(store, count=50, title="Bread"):
    one = store.create_conversation(title=title)
    parent_id = None
    for number in range(count):
        parent_id = store.add_message(one.id, parent_id=parent_id, role=Role.USER, text=f"{number} " * 300).id
    return one.id


def titles(path, key=None):
    with Store.open(path, read_only=True, key=key) as kept:
        return [one.title for one in kept.conversations()]


def test_a_backup_made_on_another_thread_is_whole_while_the_window_goes_on_writing(path, key):
    made = []
    with Store.open(path, key=key) as store:
        fill(store)
        thread = threading.Thread(target=lambda: made.append(back_up_file(path, key=key)))
        thread.start()
        while thread.is_alive():
            fill(store, 1, "meanwhile")
        thread.join()
        assert "Bread" in titles(made[0], key)
        verify(made[0], key=key)


def test_a_backup_is_one_moment_although_the_store_is_written_between_its_pieces(path, monkeypatch):
    monkeypatch.setattr(module, "_STEP_PAGES", 1)
    with Store.open(path) as store:
        fill(store)

        def meanwhile():
            if len(store.conversations()) < 20:
                fill(store, 1, "meanwhile")
            return False

        made = back_up_file(path, cancelled=meanwhile)
        assert len(store.conversations()) == 20
    assert titles(made) == ["Bread"]


def test_a_backup_that_is_given_up_leaves_nothing(path):
    with Store.open(path) as store:
        fill(store)
        with pytest.raises(CancelledError):
            back_up_file(path, cancelled=lambda: True)
        assert list(backup_folder(path).iterdir()) == []


def test_a_copy_with_a_row_missing_is_no_backup(path):
    with Store.open(path) as store:
        fill(store)
        made = store.back_up()
        counts = module.row_counts(store._database.connection)
    verify(made, counts=counts)
    with pytest.raises(BackupError, match="rows"):
        verify(made, counts={**counts, "message": counts["message"] + 1})


def test_a_copy_with_a_flipped_bit_is_no_backup(path, key):
    with Store.open(path, key=key) as store:
        fill(store)
        made = store.back_up()
        root = store._database.query("SELECT rootpage FROM sqlite_schema WHERE name = 'message_tree'")[0][0]
    content = bytearray(made.read_bytes())
    content[(root - 1) * 4096 + 5] ^= 4
    made.write_bytes(content)
    with pytest.raises((BackupError, apsw.CorruptError)):
        verify(made, key=key)


def test_a_disk_that_fills_up_while_backing_up_leaves_no_half_backup_and_the_store_works(path, faults):
    sentences = []
    with Store.open(path) as store:
        fill(store)
        while not sentences or sentences[-1]:
            faults.writes_left = len(sentences)
            try:
                make_backup(path)
                sentences.append("")
            except StoreError as error:
                sentences.append(error.sentence)
                faults.writes_left = None
                assert list(backup_folder(path).iterdir()) == []
        faults.writes_left = None
        assert len(sentences) > 20
        assert all("There is no room for a backup in" in sentence for sentence in sentences[:-1])
        fill(store, 1, "after")
        assert titles(make_backup(path)) == ["after", "Bread"]


def test_what_a_killed_program_left_is_removed_after_an_hour_and_not_before(store, path):
    fill(store)
    made = store.back_up()
    fresh, old = (made.with_name(made.name.replace("Z", f"{digit}Z") + ".partial") for digit in "12")
    journal = old.with_name(old.name + "-journal")
    for file in (fresh, old, journal):
        file.write_bytes(b"half")
    for file in (old, journal):
        os.utime(file, (1_000, 1_000))
    store.back_up()
    assert fresh.exists()
    assert not old.exists()
    assert not journal.exists()


def test_files_of_the_user_among_the_backups_are_no_backups(store, path):
    made = store.back_up()
    for name in ("conversations-old.db", "conversations-2026-13-45-999999.000000Z.db", "notes.txt"):
        made.with_name(name).write_text("mine")
    assert [one.path for one in listed(path)] == [made]


def test_a_backup_tells_when_it_was_made_and_how_large_it_is(store, path):
    before = datetime.now(UTC)
    made = store.back_up()
    (one,) = listed(path)
    assert before <= one.made_at <= datetime.now(UTC)
    assert one.size == made.stat().st_size
    assert not one.replaced


def test_the_first_use_of_a_day_makes_a_backup_and_the_next_does_not(store, path):
    fill(store)
    assert len(keep_safe(path).made) == 1
    assert keep_safe(path).made == []
    assert len(backups(path)) == 1


@pytest.mark.parametrize("days", [1, -1, 400, -400], ids=["tomorrow", "clock set back", "next year", "far back"])
def test_on_any_other_day_a_backup_is_due(store, path, days):
    keep_safe(path)
    assert is_due(path, backup_folder(path), now=datetime.now(UTC) + timedelta(days=days))


def test_what_a_restored_backup_replaced_does_not_count_as_the_backup_of_the_day(store, path):
    back_up(store._database.connection, path, replaced=True)
    assert is_due(path, backup_folder(path))


def test_superseded_backups_are_removed_when_a_new_one_is_made(store, path):
    earlier = store.back_up()
    new = make_backup(path)
    assert not earlier.exists()
    assert backups(path) == [new]


def test_a_memory_stick_gets_its_own_backup_each_day(store, path, tmp_path):
    fill(store)
    stick = tmp_path / "stick"
    stick.mkdir()
    chosen = chosen_folder(str(stick))
    outcome = keep_safe(path, chosen=chosen)
    assert outcome.problems == []
    assert [made.parent for made in outcome.made] == [backup_folder(path), stick / FOLDER_NAME]
    assert titles(outcome.made[1]) == ["Bread"]
    assert keep_safe(path, chosen=chosen).made == []


def test_a_memory_stick_that_is_not_there_is_one_calm_sentence_and_the_own_backup_is_made(store, path, tmp_path):
    outcome = keep_safe(path, chosen=chosen_folder(str(tmp_path / "stick")))
    assert len(outcome.made) == 1
    (problem,) = outcome.problems
    assert "is not there, so no backup was made in it; connect the drive" in problem.sentence
    assert not (tmp_path / "stick").exists()


def test_choosing_the_folder_of_earlier_backups_uses_it_as_it_is(tmp_path):
    assert chosen_folder(str(tmp_path / FOLDER_NAME)) == tmp_path / FOLDER_NAME
    assert chosen_folder("") is None


def test_a_full_disk_is_told_before_anything_is_written(store, path, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 10})())
    with pytest.raises(StoreError, match=r"no room for a backup in .*; free 1 MB there"):
        make_backup(path)
    assert list(backup_folder(path).iterdir()) == []


def test_automatic_backups_leave_some_room_on_the_disk(store, path, monkeypatch):
    size = path.stat().st_size
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": size + 1_000_000})())
    assert "no room" in keep_safe(path).problems[0].sentence
    assert make_backup(path).exists()


@pytest.mark.skipif(os.name != "posix", reason="rights of folders as on POSIX")
def test_a_folder_that_can_not_be_written_to_is_one_sentence(outsider_folder):
    path = outsider_folder / "conversations.db"
    with Store.open(path) as store:
        fill(store)
        backup_folder(path).mkdir(mode=0o500)
        with pytest.raises(StoreError, match="No backup could be made in"):
            make_backup(path)
        backup_folder(path).chmod(0o700)


@pytest.mark.skipif(os.name != "posix", reason="rights of files as on POSIX")
def test_a_backup_is_for_its_owner_alone(store):
    assert store.back_up().stat().st_mode & 0o077 == 0


def test_backups_keep_the_key_of_the_store(path):
    with Store.open(path, key=KEY) as store:
        fill(store)
        made = store.back_up()
    assert b"Bread" not in made.read_bytes()
    connection = connect(made, key=KEY, read_only=True)
    assert connection.execute("SELECT title FROM conversation").fetchall() == [("Bread",)]
    connection.close()
