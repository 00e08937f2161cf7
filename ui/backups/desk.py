"""What is done about backups and damage, and when; the settings page shows it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.app import App
from assistant.errors import SettingsError, StoreError, ThimbleError
from assistant.store.backups import Backup, listed
from assistant.store.checking import check_thoroughly
from assistant.store.database import connect
from assistant.store.failures import DAMAGED, told_to_user
from assistant.store.migrations import MIGRATIONS
from assistant.store.reserve import Reserve
from assistant.store.restoring import restore
from assistant.store.safekeeping import Outcome, chosen_folder, keep_safe, make_backup
from ui.backups.helper import Cancelled, Helper, Work
from ui.sentences import sentence

FIRST_LOOK_MS = 30_000
"""After the start, so that it takes nothing from it."""
LOOK_MS = 10 * 60_000
_CHECK_AFTER_SECONDS = 24 * 3600
_CHECKED = "checked-thoroughly"
"""Key in the store's window state: when all of the file was looked at."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is known of the backups.

    Attributes:
        own: Those beside the store, the newest first.
        chosen: Those in the user's folder.
        folder: The user's folder; None when none was chosen.
        is_there: Whether it can be reached now.
    """

    own: list[Backup]
    chosen: list[Backup]
    folder: Path | None
    is_there: bool


class BackupDesk(QObject):
    """Makes the daily backups and the thorough look when nobody waits, and what the user asks for at once."""

    listed = Signal(object)
    """The `Shelf`, read anew."""
    busy_changed = Signal(bool)
    """Whether something the user asked for is being done."""
    backed_up = Signal(object)
    """The list of new backups (`Path`) that the user asked for."""
    failed = Signal(str)
    """Why something the user asked for was not done."""
    notice = Signal(str)
    """A sentence about the whole program."""
    restoring = Signal()
    """Everything is about to be replaced: nobody may hold anything of the store in memory."""
    restored = Signal(object)
    """Everything is another: read all of it again. The backup (`Path`) of what was there before, or None when
    nothing was changed."""

    def __init__(self, app: App, at_work: Callable[[], bool], parent: QObject | None = None) -> None:
        """Begin without doing anything.

        Args:
            app: The services.
            at_work: Tells whether an answer is being written or not saved yet.
            parent: Owns it.
        """
        super().__init__(parent)
        self._app = app
        self._at_work = at_work
        self._helper = Helper(self)
        self._helper.busy_changed.connect(self.busy_changed)
        self._told_damaged = False
        self._restoring = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look_after)

    @property
    def at_work(self) -> bool:
        """Whether an answer is being written or not saved yet, so that nothing can be restored."""
        return self._at_work()

    @property
    def busy(self) -> bool:
        """Whether something the user asked for is being done."""
        return self._helper.busy

    @property
    def chosen(self) -> Path | None:
        """The folder within the user's folder that gets backups too."""
        return chosen_folder(self._app.settings.current.backup_folder)

    def begin(self) -> None:
        """Look after everything from now on."""
        self._timer.start()
        QTimer.singleShot(FIRST_LOOK_MS, self, self.look_after)

    def look_after(self) -> None:
        """Make the backups of the day, have all of the file looked at, keep the reserve; when nobody waits."""
        if self._at_work() or not self._helper.idle:
            return
        store, chosen, check = self._app.store, self.chosen, self._check_is_due()
        path, key = store.file, store.key

        def work(cancelled: Cancelled) -> tuple[Outcome, bool, bool]:
            outcome = keep_safe(path, key=key, chosen=chosen, cancelled=cancelled)
            Reserve(path).make()
            whole = True
            if check:
                with told_to_user(path):
                    whole = check_thoroughly(path, key=key, cancelled=cancelled)
            return outcome, whole, check and not cancelled()

        self._helper.submit(Work(work, self._looked_after, self._not_looked_after, in_background=True))

    def make_way(self) -> None:
        """Give up what nobody waits for: an answer is wanted. It is done later."""
        self._helper.give_up_background()

    def read_list(self) -> None:
        """Look which backups there are; `listed` tells."""
        path, folder = self._app.store.file, self.chosen

        def work(_: Cancelled) -> Shelf:
            is_there = folder is not None and folder.parent.is_dir()
            return Shelf(
                listed(path), listed(path, folder) if folder is not None and is_there else [], folder, is_there
            )

        self._helper.submit(Work(work, self.listed.emit, self._tell_failure))

    def back_up_now(self) -> None:
        """Make a backup beside the store, and in the user's folder if there is one."""
        path, key, folder = self._app.store.file, self._app.store.key, self.chosen

        def work(cancelled: Cancelled) -> list[Path]:
            folders = [None] if folder is None else [None, folder]
            return [make_backup(path, one, key=key, cancelled=cancelled) for one in folders]

        self._helper.submit(Work(work, self._made, self._tell_failure))

    def choose_folder(self, folder: str) -> None:
        """Have backups made in a folder of the user's as well; "" for no longer."""
        try:
            self._app.settings.update(backup_folder=folder)
        except SettingsError as error:
            self.failed.emit(sentence(error))
        self.read_list()

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of the store; `restored` tells when all is to be read again."""
        if self._at_work() or self._restoring:
            return
        self._restoring = True
        self.restoring.emit()
        path, key = self._app.store.file, self._app.store.key

        def work(cancelled: Cancelled) -> Path:
            with told_to_user(path):
                connection = connect(path, key=key)
                try:
                    return restore(connection, path, backup, key=key, migrations=MIGRATIONS, cancelled=cancelled)
                finally:
                    connection.close()

        self._helper.submit(Work(work, self._restored, self._not_restored))

    def shut_down(self) -> None:
        """Give everything up and wait for its end; may be called more than once."""
        self._timer.stop()
        self._helper.stop()

    def _check_is_due(self) -> bool:
        if self._told_damaged:
            return False
        try:
            checked = float(self._app.store.get_state(_CHECKED) or 0)
        except (StoreError, ValueError):
            checked = 0.0
        # A clock that was set back makes it due as well.
        return abs(time.time() - checked) > _CHECK_AFTER_SECONDS

    def _looked_after(self, result: tuple[Outcome, bool, bool]) -> None:
        outcome, whole, checked = result
        for problem in outcome.problems:
            _log.info("no backup: %s", problem.details or type(problem).__name__)
        if not whole:
            self._told_damaged = True
            self.notice.emit(sentence(StoreError(DAMAGED)))
        elif checked:
            try:
                self._app.store.set_state(_CHECKED, f"{time.time():.0f}")
            except StoreError as error:
                _log.info("the thorough look was not written down: %s", type(error).__name__)
        if outcome.made:
            self.read_list()

    def _not_looked_after(self, error: ThimbleError) -> None:
        _log.warning("backups were not looked after: %s", error.details)

    def _made(self, made: list[Path]) -> None:
        self.backed_up.emit(made)
        self.read_list()

    def _restored(self, before: Path) -> None:
        self._restoring = False
        self.restored.emit(before)
        self.read_list()

    def _not_restored(self, error: ThimbleError) -> None:
        self._restoring = False
        self.restored.emit(None)
        self._tell_failure(error)

    def _tell_failure(self, error: ThimbleError) -> None:
        self.failed.emit(sentence(error))
