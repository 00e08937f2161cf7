"""Colours, spacing and fonts of the window: every token in one place.

Widgets pick a look with dynamic properties, all defined in `ui/style_sheet.py`:

* `QLabel`: `role` = "muted" (small, muted), "title", "accent", "danger", "warning".
* `QPushButton`: `role` = "primary" (filled with the accent), "danger", "flat". `QToolButton` is flat by itself.
* `QFrame`: `role` = "raised" (a card), "line" (a 1 px divider), "bar" (a strip across the page).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from assistant.settings import Theme

SPACE = 4
"""One step of spacing: 2 steps inside, 4 between, 6 around."""
RADIUS = 8
COLUMN_WIDTH = 720
"""Widest text column, in device-independent pixels."""
LINE_HEIGHT = 1.5
"""Line height of reading text."""
NARROW = 640
"""Below this width the left side becomes a drawer."""
VERY_NARROW = 420
"""Below this width actions move into a menu."""
MOTION_MS = 120
"""Longest motion; `motion_ms` says whether there is any."""
SMALL = 0.88
TITLE = 1.1


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours, as strings that `QColor` and style sheets read; `focus` has an alpha channel."""

    background: str
    raised: str
    line: str
    text: str
    muted: str
    on_accent: str
    accent: str
    focus: str
    danger: str
    warning: str

    @property
    def hover(self) -> str:
        """Behind a row or flat button under the mouse."""
        return mixed(self.text, self.background, 0.06)

    @property
    def selected(self) -> str:
        """Behind the chosen row."""
        return mixed(self.accent, self.background, 0.14)

    @property
    def selected_text(self) -> str:
        """Behind selected text."""
        return mixed(self.accent, self.raised, 0.28)


LIGHT = Palette(
    background="#FAFAF8",
    raised="#FFFFFF",
    line="#E4E3DE",
    text="#1E1F21",
    muted="#686B70",
    on_accent="#FFFFFF",
    accent="#1F6F5C",
    focus="#731F6F5C",
    danger="#B3392F",
    warning="#8A5A00",
)
DARK = Palette(
    background="#1B1C1E",
    raised="#242629",
    line="#34373B",
    text="#ECECEA",
    muted="#9DA1A7",
    on_accent="#0F1512",
    accent="#6CC3AC",
    focus="#8C6CC3AC",
    danger="#F0857B",
    warning="#E2B45A",
)

TEXT_PAIRS = (
    ("text", "background"),
    ("text", "raised"),
    ("text", "hover"),
    ("text", "selected"),
    ("text", "selected_text"),
    ("muted", "background"),
    ("muted", "raised"),
    ("muted", "hover"),
    ("accent", "background"),
    ("accent", "raised"),
    ("accent", "hover"),
    ("on_accent", "accent"),
    ("danger", "background"),
    ("danger", "raised"),
    ("warning", "background"),
    ("warning", "raised"),
    ("text", "line"),
)
"""Every pair (text, what lies behind it) in use; a test holds each to a contrast of 4.5 : 1."""


def mixed(over: str, under: str, share: float) -> str:
    """Return the opaque colour of `over` at `share` (0 to 1) on `under`."""
    a, b = QColor(over), QColor(under)
    red, green, blue = (
        round(x * share + y * (1 - share))
        for x, y in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    )
    return QColor(red, green, blue).name()


def qt_palette(colors: Palette) -> QPalette:
    """Return the colours as Qt's own roles, for what a style sheet does not reach."""
    result = QPalette()
    role = QPalette.ColorRole
    for target, color in (
        (role.Window, colors.background),
        (role.Base, colors.raised),
        (role.AlternateBase, colors.background),
        (role.Button, colors.raised),
        (role.ToolTipBase, colors.raised),
        (role.WindowText, colors.text),
        (role.Text, colors.text),
        (role.ButtonText, colors.text),
        (role.ToolTipText, colors.text),
        (role.BrightText, colors.danger),
        (role.PlaceholderText, colors.muted),
        (role.Highlight, colors.selected_text),
        (role.HighlightedText, colors.text),
        (role.Accent, colors.accent),
        (role.Link, colors.accent),
        (role.LinkVisited, colors.accent),
        (role.Light, colors.raised),
        (role.Midlight, colors.line),
        (role.Mid, colors.line),
        (role.Dark, colors.line),
        (role.Shadow, colors.line),
    ):
        result.setColor(target, QColor(color))
    for target in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, target, QColor(mixed(colors.muted, colors.background, 0.7)))
    return result


class ThemeManager(QObject):
    """Chooses the colours and sizes in force and tells when they change."""

    changed = Signal()

    def __init__(self, theme: Theme = Theme.SYSTEM, text_size: int = 100, parent: QObject | None = None) -> None:
        """Begin with a theme and a size of reading text in percent; needs a `QGuiApplication`."""
        super().__init__(parent)
        self._theme = theme
        self._text_size = text_size
        self._app: QApplication | None = None
        self._base_font = QFont(QGuiApplication.font())
        hints = QGuiApplication.styleHints()
        self._system_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        hints.colorSchemeChanged.connect(self._system_changed)

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in force."""
        if self._theme is Theme.SYSTEM:
            return self._system_dark
        return self._theme is Theme.DARK

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        return DARK if self.is_dark else LIGHT

    @property
    def theme(self) -> Theme:
        """What was asked for."""
        return self._theme

    @property
    def text_size(self) -> int:
        """Size of reading text in percent."""
        return self._text_size

    @property
    def motion_ms(self) -> int:
        """How long a motion lasts in milliseconds; 0 when the system asks for none."""
        hints = QGuiApplication.styleHints()
        accessibility = getattr(hints, "accessibility", lambda: None)()
        preference = getattr(accessibility, "motionPreference", None)  # newer than Qt 6.11
        if preference is not None and "Reduced" in str(preference()):
            return 0
        if self._app is not None and not self._app.isEffectEnabled(Qt.UIEffect.UI_General):
            return 0
        return MOTION_MS

    def set_theme(self, theme: Theme) -> None:
        """Follow the system, or force light or dark."""
        if theme is not self._theme:
            self._theme = theme
            self._refresh()

    def set_text_size(self, percent: int) -> None:
        """Set the size of reading text, in percent of the system's."""
        if percent != self._text_size:
            self._text_size = percent
            self._refresh()

    def apply(self, app: QApplication) -> None:
        """Give the program its style, colours and style sheet; later changes follow by themselves."""
        self._app = app
        app.setStyle("Fusion")
        self._refresh()

    def reading_font(self) -> QFont:
        """Return the font of messages and of what is being typed."""
        return scaled(self._base_font, 1.06 * self._text_size / 100)

    def code_font(self) -> QFont:
        """Return the fixed-width font of code in messages."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        base = self.reading_font()
        if base.pointSizeF() > 0:
            font.setPointSizeF(base.pointSizeF() * 0.94)
        else:
            font.setPixelSize(round(base.pixelSize() * 0.94))
        return font

    def small_font(self) -> QFont:
        """Return the font of what steps back: dates, sizes, speeds."""
        return scaled(self._base_font, SMALL)

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        self._system_dark = scheme == Qt.ColorScheme.Dark
        if self._theme is Theme.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        if self._app is not None:
            from ui.style_sheet import style_sheet  # it imports the tokens from here

            self._app.setPalette(qt_palette(self.palette))
            self._app.setStyleSheet(style_sheet(self.palette, QFontInfo(self._base_font).pointSizeF()))
        self.changed.emit()


def scaled(font: QFont, factor: float) -> QFont:
    """Return `font` in another size, whether it is measured in points or in pixels."""
    result = QFont(font)
    if font.pointSizeF() > 0:
        result.setPointSizeF(font.pointSizeF() * factor)
    else:
        result.setPixelSize(max(1, round(font.pixelSize() * factor)))
    return result
