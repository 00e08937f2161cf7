from ui.undo_bar import SHOWN_MS, UndoBar


def make(qtbot, theme):
    bar = UndoBar(theme)
    qtbot.addWidget(bar)
    return bar


def test_it_is_shown_for_ten_seconds(qtbot, theme):
    assert SHOWN_MS == 10_000
    bar = make(qtbot, theme)
    bar.offer("Gone.", lambda: None)
    assert bar.isVisible()
    bar._timer.timeout.emit()
    assert not bar.isVisible()


def test_after_its_time_nothing_can_be_taken_back(qtbot, theme):
    undone = []
    bar = make(qtbot, theme)
    bar.offer("Gone.", lambda: undone.append(1))
    bar._timer.timeout.emit()
    assert not bar.undo()
    assert undone == []


def test_undo_takes_back_what_was_offered_last_and_only_once(qtbot, theme):
    undone = []
    bar = make(qtbot, theme)
    bar.offer("One is gone.", lambda: undone.append(1))
    bar.offer("Two is gone.", lambda: undone.append(2))
    assert bar.undo()
    assert not bar.undo()
    assert undone == [2]


def test_what_was_not_taken_back_expires_once_and_what_was_does_not(qtbot, theme):
    bar = make(qtbot, theme)
    expired = []
    bar.expired.connect(lambda: expired.append(1))
    bar.offer("One is gone.", lambda: None)
    bar.offer("Two is gone.", lambda: None)
    assert len(expired) == 1
    bar.undo()
    assert len(expired) == 1
    bar.offer("Three is gone.", lambda: None)
    bar._timer.timeout.emit()
    assert len(expired) == 2
