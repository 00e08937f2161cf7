"""Takes from the engine process what it does not need: network, programs, and files other than the model's.

A model file is somebody else's data, and llama.cpp reads it in C++. Should a hostile one take the process over, it can
neither send what it finds, nor leave anything behind, nor start anything.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec


class Lockdown(msgspec.Struct, frozen=True):
    """What the engine process can no longer do.

    Attributes:
        network: It can't open a connection or wait for one.
        files: It can't make, change or remove a file (but in the folders that were given as writable).
        programs: It can't start a program or reach into another process.
        means: What of the system sees to that.
    """

    network: bool = False
    files: bool = False
    programs: bool = False
    means: tuple[str, ...] = ()


def lock_down(*, readable: Sequence[Path], writable: Sequence[Path] = ()) -> Lockdown:
    """Lock this process down for good, as far as the system can.

    Call it before there is a second thread: on Linux one part of it binds only the calling thread and those it starts
    later. Everything the process runs must be imported, or lie in Python's or the program's own folders.

    Args:
        readable: Files (the model's) and folders that may still be read; on Linux and macOS the only ones of the
            user's.
        writable: Folders in which files may still be made, for a process that converts a model.

    Returns:
        What is in force.
    """
    sys.dont_write_bytecode = True
    if sys.platform == "linux":
        from assistant.processes import lockdown_linux as system
    elif sys.platform == "win32":
        from assistant.processes import lockdown_windows as system
    elif sys.platform == "darwin":
        from assistant.processes import lockdown_macos as system
    else:
        return Lockdown()
    network, files, programs, means = system.lock_down(
        readable=[*own_folders(), *(path.resolve() for path in readable)],
        writable=[path.resolve() for path in writable],
    )
    return Lockdown(network, files, programs, means)


def own_folders() -> list[Path]:
    """Return the folders that Python imports from and the program's code, without the folder around it.

    In a portable installation the conversations lie in the program's folder.
    """
    if bundle := getattr(sys, "_MEIPASS", None):
        return [Path(bundle)]
    places = {
        Path(entry).resolve()
        for entry in sys.path
        if Path(entry).name in {"site-packages", "dist-packages", "lib-dynload"}
    }
    return [Path(__file__).resolve().parent.parent, Path(sys.modules["os"].__file__ or "").resolve().parent, *places]
