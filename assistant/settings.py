"""The user's settings: typed, declared once with their defaults, validated, saved atomically."""

from __future__ import annotations

import contextlib
import os
import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from assistant.errors import QT_TRANSLATE_NOOP, SettingsError, ThimbleError

_MAX_FILE_BYTES = 4_000_000


class Theme(StrEnum):
    """The window's colours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings with their defaults and limits.

    Attributes:
        model: Id of the model for new answers; empty for the built-in one.
        model_files: Model files used in place, outside the models folder.
        max_answer_tokens: Longest answer, in tokens.
        temperature: 0 always takes the likeliest token.
        top_k: Only the k likeliest tokens are candidates; 0 for all.
        top_p: Only the likeliest tokens that together reach this probability.
        min_p: Only tokens at least this likely, relative to the likeliest.
        repeat_penalty: Above 1, tokens seen lately become less likely.
        seed: Fixed start of the random numbers; -1 for a new one each time.
        threads: Threads of the engine; 0 for automatic.
        context_length: Context in tokens; 0 for automatic (what the model allows and memory holds).
        memory_limit_mb: Most memory a model may take with its context, in MB (10**6 bytes); 0 for automatic (what is
            free).
        idle_minutes: Minutes without a request until the model's memory is given back; 0 for never.
        save_battery: Whether only half the threads are used while the computer runs on its battery.
        theme: Light, dark or as the system says.
        text_size: Size of reading text in percent.
        language: Language of the interface ("de"); empty for the system's.
        backup_folder: A folder of the user's that gets a backup each day as well; empty for none.
        small_model_hint: Whether the line about the built-in model's limits is still shown.
        window_geometry: Qt's saved geometry, base64.
        splitter_state: Qt's saved splitter state, base64.
    """

    model: str = ""
    model_files: tuple[str, ...] = ()
    max_answer_tokens: Annotated[int, Meta(ge=1, le=32_768)] = 1_024
    temperature: Annotated[float, Meta(ge=0.0, le=2.0)] = 0.2
    top_k: Annotated[int, Meta(ge=0, le=1_000)] = 40
    top_p: Annotated[float, Meta(ge=0.01, le=1.0)] = 0.9
    min_p: Annotated[float, Meta(ge=0.0, le=1.0)] = 0.05
    repeat_penalty: Annotated[float, Meta(ge=0.5, le=2.0)] = 1.1
    seed: Annotated[int, Meta(ge=-1, le=2**32 - 2)] = -1
    threads: Annotated[int, Meta(ge=0, le=512)] = 0
    context_length: Annotated[int, Meta(ge=0, le=1_048_576)] = 0
    memory_limit_mb: Annotated[int, Meta(ge=0, le=1_048_576)] = 0
    idle_minutes: Annotated[int, Meta(ge=0, le=1_440)] = 5
    save_battery: bool = True
    theme: Theme = Theme.SYSTEM
    text_size: Annotated[int, Meta(ge=80, le=200)] = 100
    language: Annotated[str, Meta(max_length=16)] = ""
    backup_folder: Annotated[str, Meta(max_length=4_096)] = ""
    small_model_hint: bool = True
    window_geometry: str = ""
    splitter_state: str = ""


_FIELD_TYPES: dict[str, Any] = {field.name: field.type for field in msgspec.structs.fields(Settings)}


def validated(settings: Settings, **changes: object) -> Settings:
    """Return `settings` with `changes`.

    Raises:
        SettingsError: A name is unknown or a value is outside its limits.
    """
    for name, value in changes.items():
        if name not in _FIELD_TYPES:
            raise SettingsError(
                QT_TRANSLATE_NOOP("errors", "There is no setting called “{name}”. Look at the list in Settings."),
                name=name,
            )
        try:
            changes[name] = msgspec.convert(value, _FIELD_TYPES[name])
        except msgspec.ValidationError as error:
            raise SettingsError(
                QT_TRANSLATE_NOOP(
                    "errors", "The value {value} can't be used for “{name}”. Choose another in Settings."
                ),
                value=repr(value)[:80],
                name=name,
                details=str(error),
            ) from error
    return msgspec.structs.replace(settings, **changes)


class SettingsFile:
    """The settings on disk.

    Attributes:
        current: The settings in force.
        notices: Sentences for the user about what could not be read.
    """

    def __init__(self, path: Path) -> None:
        """Read the file; a missing one means defaults, a broken one is set aside."""
        self._path = path
        self._unknown: dict[str, Any] = {}
        self.notices: list[ThimbleError] = []
        self.current = self._read()

    def update(self, **changes: object) -> Settings:
        """Change settings and save them.

        Raises:
            SettingsError: A value is outside its limits (nothing is changed), or the file can't be written
                (the change stays in force until the program ends).
        """
        self.current = validated(self.current, **changes)
        self._save()
        return self.current

    def override(self, **changes: object) -> None:
        """Change settings for this run alone: nothing is saved until the next `update`.

        Raises:
            SettingsError: A value is outside its limits.
        """
        self.current = validated(self.current, **changes)

    def read_again(self) -> Settings:
        """Take over what is in the file now, after another file was put there."""
        self._unknown = {}
        self.current = self._read()
        return self.current

    def _read(self) -> Settings:
        try:
            if self._path.stat().st_size > _MAX_FILE_BYTES:
                return self._set_aside("file too large")
            raw = msgspec.json.decode(self._path.read_bytes())
        except FileNotFoundError:
            return Settings()
        except (OSError, msgspec.DecodeError, RecursionError) as error:
            return self._set_aside(str(error))
        if not isinstance(raw, dict):
            return self._set_aside("not an object")
        known: dict[str, Any] = {}
        for name, value in raw.items():
            if name not in _FIELD_TYPES:
                self._unknown[name] = value
                continue
            try:
                known[name] = msgspec.convert(value, _FIELD_TYPES[name])
            except msgspec.ValidationError as error:
                self.notices.append(
                    SettingsError(
                        QT_TRANSLATE_NOOP(
                            "errors", "The setting “{name}” had a value that can't be used; its default is used."
                        ),
                        name=name,
                        details=str(error),
                    )
                )
        return Settings(**known)

    def _set_aside(self, reason: str) -> Settings:
        aside = self._path.with_name(f"settings.broken-{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 1000}.json")
        try:
            self._path.replace(aside)
        except OSError as error:
            reason = f"{reason}; {error}"
        self.notices.append(
            SettingsError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The settings could not be read, so the defaults are used. The old file was kept as {file}.",
                ),
                file=aside.name,
                details=reason,
            )
        )
        return Settings()

    def _save(self) -> None:
        content = {**self._unknown, **msgspec.to_builtins(self.current)}
        temporary = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with temporary.open("wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(content), indent=2))
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(self._path)
        except OSError as error:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise SettingsError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The settings could not be saved in {folder}. They hold until Thimble is closed; "
                    "check that the folder can be written and that the disk is not full.",
                ),
                folder=str(self._path.parent),
                details=str(error),
            ) from error
