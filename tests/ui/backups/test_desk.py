from __future__ import annotations

import time

import pytest

from assistant.errors import CancelledError
from assistant.store import Role, Store
from assistant.store.backups import backups, listed
from assistant.store.checking import is_marked
from assistant.store.reserve import Reserve
from assistant.store.safekeeping import FOLDER_NAME
from ui.backups import desk as module
from ui.backups.desk import BackupDesk


@pytest.fixture
def at_work():
    return []


@pytest.fixture
def desk(qtbot, app, at_work):
    made = BackupDesk(app, lambda: bool(at_work))
    yield made
    made.shut_down()


def done(qtbot, desk):
    qtbot.waitUntil(lambda: desk._helper.idle)


def test_a_look_makes_the_backup_of_the_day_and_the_reserve_once(desk, app, qtbot):
    for _ in range(2):
        desk.look_after()
        done(qtbot, desk)
    assert len(backups(app.paths.conversations)) == 1
    assert Reserve(app.paths.conversations).path.exists()


def test_nothing_is_looked_after_while_an_answer_is_written(desk, app, at_work, qtbot):
    at_work.append("an answer")
    desk.look_after()
    assert desk._helper.idle
    at_work.clear()
    desk.look_after()
    done(qtbot, desk)
    assert len(backups(app.paths.conversations)) == 1


def test_a_look_is_given_up_for_an_answer_and_done_later(desk, app, qtbot, monkeypatch):
    def slow(*_, cancelled, **__):
        while not cancelled():
            time.sleep(0.005)
        raise CancelledError

    monkeypatch.setattr(module, "keep_safe", slow)
    desk.look_after()
    desk.make_way()
    done(qtbot, desk)
    assert backups(app.paths.conversations) == []
    monkeypatch.undo()
    desk.look_after()
    done(qtbot, desk)
    assert len(backups(app.paths.conversations)) == 1


def test_the_thorough_look_is_written_down_and_not_repeated_the_same_day(desk, app, qtbot, monkeypatch):
    looks = []
    real = module.check_thoroughly
    monkeypatch.setattr(module, "check_thoroughly", lambda *args, **more: looks.append(1) or real(*args, **more))
    for _ in range(2):
        desk.look_after()
        done(qtbot, desk)
    assert looks == [1]
    assert abs(float(app.store.get_state("checked-thoroughly")) - time.time()) < 60
    app.store.set_state("checked-thoroughly", str(time.time() + 40 * 86_400))
    desk.look_after()
    done(qtbot, desk)
    assert looks == [1, 1]


def test_damage_found_in_idle_time_is_told_once_and_the_next_start_repairs_it(desk, app, qtbot):
    one = app.store.create_conversation(title="Bread")
    for number in range(60):
        app.store.add_message(one.id, parent_id=None, role=Role.USER, text=f"{number} " * 200)
    app.store._database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    ((root,),) = app.store._database.query("SELECT rootpage FROM sqlite_schema WHERE name = 'message_tree'")
    with app.paths.conversations.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(bytes(4096))
    told = []
    desk.notice.connect(told.append)
    for _ in range(2):
        desk.look_after()
        done(qtbot, desk)
    assert len(told) == 1
    assert "is damaged; close Thimble and start it again to repair it" in told[0]
    assert is_marked(app.paths.conversations)
    app.store.close()
    with Store.open(app.paths.conversations) as store:
        assert "was damaged and kept as" in store.notices[0].sentence
        assert len(store.conversations()) == 1
    assert not is_marked(app.paths.conversations)


def test_backing_up_now_goes_to_both_places(desk, app, qtbot, tmp_path):
    desk.choose_folder(str(tmp_path))
    with qtbot.waitSignal(desk.backed_up) as made:
        desk.back_up_now()
    own, there = made.args[0]
    assert own in backups(app.paths.conversations)
    assert there.parent == tmp_path / FOLDER_NAME


def test_a_second_place_that_is_not_there_is_told_when_asked_for_and_quiet_otherwise(desk, qtbot, tmp_path):
    desk.choose_folder(str(tmp_path / "gone"))
    told = []
    desk.notice.connect(told.append)
    desk.look_after()
    done(qtbot, desk)
    assert told == []
    with qtbot.waitSignal(desk.failed) as failed:
        desk.back_up_now()
    assert "is not there, so no backup was made in it" in failed.args[0]


def test_restoring_is_refused_while_an_answer_is_written(desk, app, at_work):
    backup = app.store.back_up()
    at_work.append("an answer")
    desk.restore(backup)
    assert desk._helper.idle
    assert [one for one in listed(app.paths.conversations) if one.replaced] == []


def test_a_backup_that_can_not_be_restored_is_told_and_the_window_goes_on(desk, app, qtbot):
    backup = app.store.back_up()
    backup.write_bytes(b"nothing" * 1_000)
    app.store.create_conversation(title="Bread")
    with qtbot.waitSignals([desk.restored, desk.failed]):
        desk.restore(backup)
    assert [one.title for one in app.store.conversations()] == ["Bread"]
