"""The menus of the list: of one conversation or several, and of a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from assistant.store import Conversation, Folder
from ui.icons import icon
from ui.shortcuts import command
from ui.sidebar.changes import Changes
from ui.sidebar.model import one_line
from ui.theme import ThemeManager

_NAME_LENGTH = 40


class ListMenus(QObject):
    """Makes menus whose entries act on what they were made for."""

    def __init__(self, parent: QWidget, changes: Changes, theme: ThemeManager) -> None:
        """Make menus of `parent`, which let `changes` do the work."""
        super().__init__(parent)
        self._widget = parent
        self._changes = changes
        self._theme = theme

    def of_conversations(
        self,
        conversations: Sequence[Conversation],
        folders: Sequence[Folder],
        *,
        delete: Callable[[Sequence[Conversation]], object],
        export: Callable[[list[int]], object],
        move_to_new: Callable[[Sequence[Conversation]], object],
        open_one: Callable[[int], object],
        rename: Callable[[int], object],
    ) -> QMenu:
        """Return the menu of one conversation or of several that are selected."""
        menu = self._menu()
        chosen = list(conversations)
        if len(chosen) == 1:
            self._add(menu, "chat", self.tr("Open"), partial(open_one, chosen[0].id))
            self._add(menu, "edit", self.tr("Rename"), partial(rename, chosen[0].id), "rename")
        pinned = all(one.pinned for one in chosen)
        self._add(
            menu,
            "pin-off" if pinned else "pin",
            self.tr("Unpin") if pinned else self.tr("Pin to the top"),
            partial(self._changes.pin, chosen, not pinned),
        )
        menu.addMenu(self._folders(menu, chosen, folders, move_to_new))
        archived = all(one.archived for one in chosen)
        self._add(
            menu,
            "archive-off" if archived else "archive",
            self.tr("Back to the list") if archived else self.tr("Archive"),
            partial(self._changes.archive, chosen, not archived),
            "archive",
        )
        self._add(menu, "export", self.tr("Export…"), partial(export, [one.id for one in chosen]))
        menu.addSeparator()
        words = (
            self.tr("Delete") if len(chosen) == 1 else self.tr("Delete {count} conversations").format(count=len(chosen))
        )
        self._add(menu, "trash", words, partial(delete, chosen), "delete")
        return menu

    def of_folder(
        self,
        folder: Folder,
        members: Sequence[Conversation],
        *,
        select: Callable[[], object],
        export: Callable[[list[int]], object],
        rename: Callable[[], object],
    ) -> QMenu:
        """Return the menu of a folder's heading.

        Args:
            folder: The folder.
            members: What lies in it.
            select: Selects that.
            export: Asks for its export.
            rename: Begins renaming.
        """
        menu = self._menu()
        self._add(menu, "edit", self.tr("Rename folder"), rename, "rename")
        entry = self._add(menu, "check", self.tr("Select all in it"), select)
        entry.setEnabled(bool(members))
        entry = self._add(menu, "export", self.tr("Export…"), partial(export, [one.id for one in members]))
        entry.setEnabled(bool(members))
        menu.addSeparator()
        remove = partial(self._changes.remove_folder, folder)
        self._add(menu, "trash", self.tr("Remove folder"), remove, "delete").setToolTip(
            self.tr("The conversations in it stay.")
        )
        menu.setToolTipsVisible(True)
        return menu

    def _folders(
        self,
        menu: QMenu,
        chosen: list[Conversation],
        folders: Sequence[Folder],
        move_to_new: Callable[[Sequence[Conversation]], object],
    ) -> QMenu:
        result = QMenu(self.tr("Move to folder"), menu)
        result.setIcon(icon("folder", self._theme))
        here = {one.folder_id for one in chosen}
        for folder in sorted(folders, key=lambda one: one.name.casefold()):
            # An ampersand would be taken for the mark of a key.
            name = one_line(folder.name, _NAME_LENGTH).replace("&", "&&") or self.tr("Folder without a name")
            entry = self._add(result, "folder", name, partial(self._changes.move, chosen, folder))
            entry.setEnabled(here != {folder.id})
        if folders:
            result.addSeparator()
        self._add(result, "folder-plus", self.tr("New folder"), partial(move_to_new, chosen))
        if here != {None}:
            self._add(result, "x", self.tr("Out of the folder"), partial(self._changes.move, chosen, None))
        return result

    def _menu(self) -> QMenu:
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _add(self, menu: QMenu, icon_name: str, words: str, run: Callable[[], object], command_id: str = "") -> QAction:
        action = menu.addAction(icon(icon_name, self._theme), words)
        action.triggered.connect(lambda _checked=False: run())
        if command_id:
            action.setShortcut(QKeySequence(command(command_id).keys[0]))
        return action
