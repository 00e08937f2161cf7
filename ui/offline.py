"""The offline badge's popover: what leaves the computer (nothing), and how to see that for oneself."""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import SPACE

NETWORK_MODULES = (
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "ssl",
    "http.client",
    "urllib.request",
    "ftplib",
    "smtplib",
    "requests",
    "httpx",
    "aiohttp",
    "websockets",
)
"""What a Python program opens connections with, besides the bare `socket` module, which counting sockets needs."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found a moment ago.

    Attributes:
        libraries: Network libraries loaded in the window's process.
        window_sockets: Internet sockets of the window's process; None when the system doesn't tell.
        child_sockets: The same for the processes it started, the engine among them.
        children: How many processes it started.
        socket_module: Whether Python's bare `socket` module is loaded.
    """

    libraries: tuple[str, ...]
    window_sockets: int | None
    child_sockets: int | None
    children: int
    socket_module: bool


def loaded_network_libraries() -> tuple[str, ...]:
    """Return which of `NETWORK_MODULES` this process has loaded."""
    return tuple(name for name in NETWORK_MODULES if name in sys.modules)


def look() -> Proof:
    """Count this process's internet sockets and those of its children; takes some milliseconds."""
    libraries = loaded_network_libraries()
    import psutil  # only when asked for: nothing at the start of the window needs it

    def sockets(process: psutil.Process) -> int:
        return len(process.net_connections(kind="inet"))

    try:
        own = psutil.Process()
        children = own.children(recursive=True)
        window_sockets = sockets(own)
    except (psutil.Error, OSError):
        return Proof(libraries, None, None, 0, "socket" in sys.modules)
    in_children: int | None = 0
    running = 0
    for child in children:
        try:
            found = sockets(child)
        except psutil.NoSuchProcess:
            continue
        except (psutil.Error, OSError):
            in_children = None
            running += 1
            continue
        running += 1
        if in_children is not None:
            in_children += found
    return Proof(libraries, window_sockets, in_children, running, "socket" in sys.modules)


class OfflinePopover(QFrame):
    """Says that nothing leaves the computer, and shows what was counted just now."""

    _found = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden; call `open_at`."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "raised")
        self.setAccessibleName(self.tr("What leaves this computer"))
        self.setFixedWidth(320)
        title = QLabel(self.tr("Nothing leaves this computer"), self)
        title.setProperty("role", "title")
        text = QLabel(
            self.tr(
                "The model runs here, on this computer's processor. What you type and what it answers stay in your "
                "data folder. Thimble opens no connection by itself and works with the network unplugged."
            ),
            self,
        )
        self.facts = QLabel(self.tr("Counting connections…"), self)
        for label in (text, self.facts):
            label.setWordWrap(True)
        for label in (title, text, self.facts):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.setProperty("role", "muted")
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(title)
        layout.addWidget(text)
        layout.addWidget(self.facts)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._close, self._column = close, layout
        self._found.connect(self._show)

    def open_above(self, place: QRect) -> None:
        """Show the popover above a place on the screen (in global coordinates), and count anew."""
        self.facts.setText(self.tr("Counting connections…"))
        threading.Thread(target=lambda: self._found.emit(look()), name="count sockets", daemon=True).start()
        self._anchor = place
        self._place()
        self.show()
        self._close.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def describe(self, proof: Proof) -> str:
        """Return what was found, in the user's language: only what is true."""
        unknown = self.tr("this system does not tell")
        libraries = ", ".join(proof.libraries)
        if not libraries and proof.socket_module:
            libraries = self.tr("none, except Python's socket module, which this count needs")
        lines = [
            self.tr("Network libraries loaded: {list}").format(list=libraries or self.tr("none")),
            self.tr("Network sockets of this window: {count}").format(
                count=unknown if proof.window_sockets is None else proof.window_sockets
            ),
        ]
        if proof.children:
            lines.append(
                self.tr("Network sockets of the model's process: {count}").format(
                    count=unknown if proof.child_sockets is None else proof.child_sockets
                )
            )
        return "\n".join([self.tr("Checked just now:"), *lines])

    def _show(self, proof: Proof) -> None:
        self.facts.setText(self.describe(proof))
        self._place()

    def _place(self) -> None:
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        screen = (self.parentWidget() or self).screen().availableGeometry()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self._anchor.right() - self.width() if mirrored else self._anchor.left()
        x = min(x, screen.right() - self.width() - SPACE)
        y = max(screen.top() + SPACE, self._anchor.top() - self.height())
        self.move(max(screen.left() + SPACE, x), y)
