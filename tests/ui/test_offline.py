import sys
import types

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from ui.offline import OfflinePopover, Proof, loaded_network_libraries, look

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


@pytest.fixture
def window(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def popover(window):
    return OfflinePopover(window)


def test_a_loaded_network_library_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "aiohttp", types.ModuleType("aiohttp"))
    assert "aiohttp" in loaded_network_libraries()


def test_a_socket_of_this_process_is_counted():
    import socket

    before = look().window_sockets
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        assert look().window_sockets == before + 1


def test_the_popover_shows_what_was_counted(popover, qtbot):
    popover.open_above(QRect(20, 400, 100, 30))
    qtbot.waitUntil(lambda: "Network sockets of this window: " in popover.facts.text(), timeout=60_000)


def test_esc_closes_the_popover(popover, qtbot):
    popover.open_above(QRect(20, 400, 100, 30))
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    qtbot.waitUntil(lambda: "Checked just now" in popover.facts.text(), timeout=60_000)


def test_what_can_t_be_counted_is_not_claimed(popover):
    text = popover.describe(Proof((), None, None, 1, socket_module=False))
    assert "Network sockets of this window: this system does not tell" in text
    assert "0" not in text


def test_loaded_libraries_are_not_hidden(popover):
    text = popover.describe(Proof(("ssl",), 0, 0, 0, socket_module=True))
    assert "Network libraries loaded: ssl" in text
