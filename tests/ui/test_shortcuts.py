from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from ui.shortcut_sheet import ShortcutSheet
from ui.shortcuts import COMMANDS, Place, command, make_actions, tip


def test_no_two_commands_share_a_key():
    keys = Counter(QKeySequence(key).toString() for entry in COMMANDS for key in entry.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_knows():
    assert all(not QKeySequence(key).isEmpty() for entry in COMMANDS for key in entry.keys)


def test_an_action_runs_its_handler(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    done = []
    ids = [entry.id for entry in COMMANDS if entry.place is Place.WINDOW]
    actions = make_actions(window, {name: (lambda name=name: done.append(name)) for name in ids})
    for action in actions.values():
        action.trigger()
    assert done == ids


def test_a_tooltip_shows_the_keys(qapp):
    assert tip("New chat", "new") == "New chat (Ctrl+N)"


def test_a_tooltip_without_keys_is_only_the_text(qapp):
    assert tip("Offline", "offline") == "Offline"


def test_the_sheet_shows_every_command_that_has_keys(qtbot, theme):
    sheet = ShortcutSheet()
    qtbot.addWidget(sheet)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    assert {entry.label for entry in COMMANDS if entry.keys} <= shown
    assert command("palette").key_text in shown
