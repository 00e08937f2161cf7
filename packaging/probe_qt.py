"""Load Qt and its platform plugins for real: run as a program, it writes what is missing to standard output.

One line per finding: `library NAME` for a shared library that cannot be found, `font` when there is no font at all,
`other TEXT` for anything else. Nothing is written when all is well.
"""

from __future__ import annotations

import ctypes
import re
import sys
from pathlib import Path

_NOT_FOUND = re.compile(r"([^\s:]+\.so[.\d]*): cannot open shared object file")


def main(plugins: list[str], also: list[str]) -> int:
    """Report what keeps the platform plugins named `plugins` from loading.

    Args:
        plugins: Names as for QT_QPA_PLATFORM.
        also: Libraries to try as well once one is missing, so that all can be installed together.
    """
    missing: list[str] = []
    try:
        import PySide6
        import PySide6.QtWidgets

        folder = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
        for plugin in plugins:
            ctypes.CDLL(str(folder / f"libq{plugin}.so"))
    except (ImportError, OSError) as error:
        found = _NOT_FOUND.search(str(error))
        if not found:
            print(f"other {error}")
            return 1
        missing = [found[1], *(name for name in also if name != found[1] and not _loads(name))]
    for name in missing:
        print(f"library {name}")
    if not missing and not _has_font():
        print("font")
    return 0


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    """Ask fontconfig, as Qt does, whether it knows any font."""

    class FontSet(ctypes.Structure):
        _fields_ = (("count", ctypes.c_int), ("capacity", ctypes.c_int), ("fonts", ctypes.c_void_p))

    fontconfig = ctypes.CDLL("libfontconfig.so.1")
    fontconfig.FcPatternCreate.restype = ctypes.c_void_p
    fontconfig.FcObjectSetBuild.restype = ctypes.c_void_p
    fontconfig.FcFontList.restype = ctypes.POINTER(FontSet)
    fontconfig.FcFontList.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
    everything = fontconfig.FcPatternCreate()
    names = fontconfig.FcObjectSetBuild(b"family", None)
    fonts = fontconfig.FcFontList(None, everything, names)
    return bool(fonts) and fonts.contents.count > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].split(","), sys.argv[2].split(",")))
