import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QCheckBox, QRadioButton

from assistant.settings import Theme
from ui.style_sheet import style_sheet
from ui.theme import DARK, LIGHT, TEXT_PAIRS

SMALLEST_CONTRAST = 4.5


def luminance(color):
    """Relative luminance as WCAG 2 defines it."""
    channels = (QColor(color).redF(), QColor(color).greenF(), QColor(color).blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "behind"), TEXT_PAIRS)
def test_text_can_be_read_on_what_lies_behind_it(palette, text, behind):
    assert contrast(getattr(palette, text), getattr(palette, behind)) >= SMALLEST_CONTRAST


def test_black_on_white_has_the_contrast_of_the_definition():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_the_forced_theme_decides_the_colours_of_the_program(theme, qapp):
    theme.set_theme(Theme.DARK)
    assert theme.is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.background)
    theme.set_theme(Theme.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.background)


def test_the_system_theme_follows_the_system_while_it_runs(theme, qtbot):
    theme.set_theme(Theme.SYSTEM)
    with qtbot.waitSignal(theme.changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.palette is DARK
    with qtbot.waitSignal(theme.changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.palette is LIGHT


def test_a_forced_theme_does_not_follow_the_system(theme, qtbot):
    with qtbot.assertNotEmitted(theme.changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)


@pytest.mark.parametrize("percent", [80, 200])
def test_reading_text_grows_with_the_text_size(theme, percent):
    normal = theme.reading_font().pointSizeF()
    theme.set_text_size(percent)
    assert theme.reading_font().pointSizeF() == pytest.approx(normal * percent / 100)


def test_changing_the_text_size_is_told(theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.set_text_size(150)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_knows_all_its_tokens_and_only_colours_of_the_palette_or_mixed_from_it(palette):
    sheet = style_sheet(palette, 10)
    assert "$" not in sheet
    assert palette.focus in sheet


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_the_box_of_a_choice_stands_out_from_what_lies_behind_it(theme, qtbot, palette, kind):
    theme.set_theme(Theme.DARK if palette is DARK else Theme.LIGHT)
    box = kind("Choice")
    qtbot.addWidget(box)
    box.show()
    picture = box.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(30) for y in range(picture.height())}
    assert max(contrast(color, palette.background) for color in colors) >= 3
