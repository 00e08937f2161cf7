from __future__ import annotations

from PySide6.QtWidgets import QLabel, QMainWindow

from assistant.app import build
from assistant.store import Role
from ui.backups.repair_screen import RepairScreen


def test_while_conversations_are_repaired_the_window_says_how_far_it_is(qtbot, tmp_path):
    app = build(tmp_path)
    one = app.store.create_conversation(title="Bread")
    for number in range(500):
        app.store.add_message(one.id, parent_id=None, role=Role.USER, text=f"{number} " * 500)
    app.close()
    with (tmp_path / "conversations.db").open("r+b") as file:
        file.write(bytes(4096))
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    screen, said = RepairScreen(window), []

    def report(share):
        screen(share)
        said.append(window.centralWidget().text())

    app = build(tmp_path, report=report)
    app.close()
    assert said[0].endswith("is being saved… 0 %")
    assert len(set(said)) > 1
    assert isinstance(window.centralWidget(), QLabel)


def test_without_damage_nothing_is_shown(qtbot, tmp_path):
    build(tmp_path).close()
    window = QMainWindow()
    qtbot.addWidget(window)
    build(tmp_path, report=RepairScreen(window)).close()
    assert window.centralWidget() is None
