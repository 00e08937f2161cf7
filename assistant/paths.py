"""Where Thimble keeps its files."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

PORTABLE_FOLDER = "thimble-data"


@dataclass(frozen=True, slots=True)
class Paths:
    """Every file and folder Thimble writes; all below one data folder. Naming them creates nothing.

    Attributes:
        data: The data folder.
        origin: Why this folder: "option", "environment", "portable" or "user".
    """

    data: Path
    origin: str

    @property
    def settings(self) -> Path:
        """The settings file (JSON)."""
        return self.data / "settings.json"

    @property
    def conversations(self) -> Path:
        """The conversation store (SQLite)."""
        return self.data / "conversations.db"

    @property
    def models(self) -> Path:
        """The folder of the user's model files."""
        return self.data / "models"

    @property
    def tuned(self) -> Path:
        """The folder of faster forms of model files; they can be made again."""
        return self.models / "tuned"

    @property
    def states(self) -> Path:
        """The folder of what models read lately; may be deleted at any time."""
        return self.data / "states"

    @property
    def arrived(self) -> Path:
        """The folder of what was moved in and is not in its place yet; seldom there."""
        return self.data / "moving-in"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.data / "thimble.log"

    @property
    def instance_lock(self) -> Path:
        """Held by the one running window."""
        return self.data / "window.lock"


def program_folder() -> Path:
    """Return the folder the program lies in: beside the executable when frozen, else beside `main.py`."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parent.parent


def resources_folder() -> Path:
    """Return the folder of the files that ship with the program."""
    return Path(getattr(sys, "_MEIPASS", program_folder())) / "resources"


def find_paths(data_dir: Path | None = None) -> Paths:
    """Choose the data folder: the option, then `THIMBLE_HOME`, a portable folder, the user's own.

    Args:
        data_dir: The folder given on the command line, if any.
    """
    if data_dir is not None:
        return Paths(data_dir.expanduser().absolute(), "option")
    if home := os.environ.get("THIMBLE_HOME"):
        return Paths(Path(home).expanduser().absolute(), "environment")
    portable = program_folder() / PORTABLE_FOLDER
    if portable.is_dir():
        return Paths(portable, "portable")
    return Paths(platformdirs.user_data_path("Thimble", appauthor=False), "user")
