"""Every command with its keys: the one table behind menus, tooltips, the F1 sheet and the command palette."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from assistant.errors import QT_TRANSLATE_NOOP


class Place(StrEnum):
    """Where a command's keys work."""

    WINDOW = "window"
    """Everywhere in the window: a `QAction` is made for it."""
    INPUT = "input"
    """In the input, which handles them itself."""
    LIST = "list"
    """In the list of conversations, which handles them itself."""
    PAGE = "page"
    """On the summary page, which handles them itself."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do.

    Attributes:
        id: Its name in the program.
        text: Its English name, marked for translation in the context "commands".
        keys: Key sequences in Qt's portable text ("Ctrl" is Cmd on macOS); empty for none.
        place: Where the keys work.
        in_palette: Whether the command palette lists it.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    place: Place = Place.WINDOW
    in_palette: bool = True

    @property
    def label(self) -> str:
        """The name in the user's language."""
        return QCoreApplication.translate("commands", self.text)

    @property
    def key_text(self) -> str:
        """The keys as this system writes them; empty for none."""
        return "  ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in self.keys)


COMMANDS: tuple[Command, ...] = (
    Command("chat", QT_TRANSLATE_NOOP("commands", "Go to the chat"), ("Ctrl+1",)),
    Command("summarise", QT_TRANSLATE_NOOP("commands", "Go to the summary"), ("Ctrl+2",)),
    Command("new", QT_TRANSLATE_NOOP("commands", "New chat"), ("Ctrl+N",)),
    Command("summary_new", QT_TRANSLATE_NOOP("commands", "New summary"), ("Ctrl+Shift+N",)),
    Command("save", QT_TRANSLATE_NOOP("commands", "Save the summary"), ("Ctrl+S",)),
    Command("find", QT_TRANSLATE_NOOP("commands", "Search in this conversation"), ("Ctrl+F",)),
    Command("find_next", QT_TRANSLATE_NOOP("commands", "Next place found"), ("F3", "Ctrl+G"), in_palette=False),
    Command(
        "find_previous",
        QT_TRANSLATE_NOOP("commands", "Previous place found"),
        ("Shift+F3", "Ctrl+Shift+G"),
        in_palette=False,
    ),
    Command("search_all", QT_TRANSLATE_NOOP("commands", "Search all messages"), ("Ctrl+Shift+F",)),
    Command("search", QT_TRANSLATE_NOOP("commands", "Search conversations by title"), ("Ctrl+L",)),
    Command("palette", QT_TRANSLATE_NOOP("commands", "Commands and conversations"), ("Ctrl+K",), in_palette=False),
    Command("send", QT_TRANSLATE_NOOP("commands", "Send the message"), ("Return", "Ctrl+Return"), Place.INPUT, False),
    Command("summarise_go", QT_TRANSLATE_NOOP("commands", "Begin the summary"), ("Ctrl+Enter",), Place.PAGE, False),
    Command("line", QT_TRANSLATE_NOOP("commands", "Begin a new line"), ("Shift+Return",), Place.INPUT, False),
    Command("stop", QT_TRANSLATE_NOOP("commands", "Stop the answer, or close"), ("Esc",), in_palette=False),
    Command("copy", QT_TRANSLATE_NOOP("commands", "Copy the last answer"), ("Ctrl+Shift+C",)),
    Command("previous", QT_TRANSLATE_NOOP("commands", "Previous message"), ("Alt+Up",), in_palette=False),
    Command("next", QT_TRANSLATE_NOOP("commands", "Next message"), ("Alt+Down",), in_palette=False),
    Command("rename", QT_TRANSLATE_NOOP("commands", "Rename the conversation"), ("F2",), Place.LIST, False),
    Command("delete", QT_TRANSLATE_NOOP("commands", "Delete the conversation"), ("Del",), Place.LIST, False),
    Command("archive", QT_TRANSLATE_NOOP("commands", "Archive the conversation"), ("Ctrl+E",), Place.LIST, False),
    Command("select", QT_TRANSLATE_NOOP("commands", "Select all conversations"), ("Ctrl+A",), Place.LIST, False),
    Command("extend", QT_TRANSLATE_NOOP("commands", "Select one more"), ("Shift+Down",), Place.LIST, False),
    Command("undo", QT_TRANSLATE_NOOP("commands", "Take back what was just done"), ("Ctrl+Z",), Place.LIST, False),
    Command("folder", QT_TRANSLATE_NOOP("commands", "New folder")),
    Command("bin", QT_TRANSLATE_NOOP("commands", "Bin: deleted conversations")),
    Command("statistics", QT_TRANSLATE_NOOP("commands", "Statistics: how many conversations, how large")),
    Command("model", QT_TRANSLATE_NOOP("commands", "Choose the model"), ("Ctrl+M",)),
    Command("models", QT_TRANSLATE_NOOP("commands", "Models: add, download, remove"), ("Ctrl+Shift+M",)),
    Command("export", QT_TRANSLATE_NOOP("commands", "Export conversations")),
    Command("import", QT_TRANSLATE_NOOP("commands", "Import conversations")),
    Command("settings", QT_TRANSLATE_NOOP("commands", "Settings"), ("Ctrl+,",)),
    Command("offline", QT_TRANSLATE_NOOP("commands", "What leaves this computer")),
    Command("shortcuts", QT_TRANSLATE_NOOP("commands", "Keyboard shortcuts"), ("F1",)),
    Command("quit", QT_TRANSLATE_NOOP("commands", "Quit"), ("Ctrl+Q",)),
)

_BY_ID = {command.id: command for command in COMMANDS}


def command(command_id: str) -> Command:
    """Return a command by its id.

    Raises:
        KeyError: There is none.
    """
    return _BY_ID[command_id]


def make_actions(window: QWidget, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Add an action to `window` for every command that works in the whole window.

    Args:
        window: Owns the actions.
        handlers: What each command does, by id.

    Raises:
        KeyError: A command has no handler.
    """
    actions: dict[str, QAction] = {}
    for entry in COMMANDS:
        if entry.place is not Place.WINDOW:
            continue
        handler = handlers[entry.id]
        action = QAction(entry.label, window)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.triggered.connect(lambda _checked=False, run=handler: run())
        window.addAction(action)
        actions[entry.id] = action
    return actions


def tip(text: str, command_id: str) -> str:
    """Return a tooltip: `text`, with the command's keys behind it."""
    keys = command(command_id).key_text
    return f"{text} ({keys})" if keys else text
