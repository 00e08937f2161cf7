"""Icons: one family of outline drawings, coloured by the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from assistant.paths import resources_folder
from ui.theme import ThemeManager

ICON_SIZE = QSize(20, 20)
"""The size icons are shown at, in device-independent pixels."""

APP_ICON = "thimble"
_SIZES = (16, 20, 24)
_APP_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)


def icon(name: str, theme: ThemeManager, role: str = "text") -> QIcon:
    """Return an icon in a colour of the theme; ask again when the theme has changed.

    Args:
        name: A file in `resources/icons`, without its ending.
        theme: Whose colours.
        role: A field of `ui.theme.Palette`: "text", "muted", "accent", "on_accent", "danger", "warning".

    Raises:
        FileNotFoundError: There is no such icon.
    """
    color = str(getattr(theme.palette, role))
    # Pixmaps rather than an icon engine of our own: Qt owns engines in ways Python can't follow.
    ratios = tuple(sorted({1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}))
    return _outline(name, color, ratios)


def app_icon() -> QIcon:
    """Return the program's own icon, in its own colours."""
    result = QIcon()
    for size in _APP_SIZES:
        result.addPixmap(render(APP_ICON, size, 1.0))
    return result


def render(name: str, size: int, ratio: float, color: str = "") -> QPixmap:
    """Draw an icon.

    Args:
        name: As for `icon`.
        size: Edge in device-independent pixels.
        ratio: Device pixels per device-independent pixel.
        color: What `currentColor` stands for.
    """
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    pixels = round(size * ratio)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


@lru_cache(maxsize=256)
def _outline(name: str, color: str, ratios: tuple[float, ...]) -> QIcon:
    opaque = QColor(color).name()
    result = QIcon()
    for ratio in ratios:
        for size in _SIZES:
            result.addPixmap(render(name, size, ratio, opaque))
    return result


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
