from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtSvg import QSvgRenderer

from assistant.paths import resources_folder
from assistant.settings import Theme
from ui.icons import app_icon, icon, render

FILES = sorted((resources_folder() / "icons").glob("*.svg"), key=lambda file: file.name)


def colors_in(image):
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() >= 128
    }


def assert_all_close(found, wanted):
    """Antialiasing rounds a channel by a step or two."""
    wanted = QColor(wanted)
    assert found
    for color in map(QColor, found):
        channels = zip(color.getRgb(), wanted.getRgb(), strict=True)
        assert all(abs(one - other) <= 3 for one, other in channels)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_icon_draws_something(file: Path, qapp):
    assert QSvgRenderer(str(file)).isValid()
    assert colors_in(render(file.stem, 48, 1.0, "#123456").toImage())


def test_an_icon_has_the_colour_of_its_role(theme):
    image = icon("menu", theme, "danger").pixmap(24).toImage()
    assert_all_close(colors_in(image), theme.palette.danger)


def test_an_icon_asked_for_again_has_the_colours_of_the_new_theme(theme):
    theme.set_theme(Theme.DARK)
    assert_all_close(colors_in(icon("menu", theme).pixmap(24).toImage()), theme.palette.text)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_icon_is_crisp_at_the_pixel_ratio_of_the_screen(theme, ratio):
    assert icon("menu", theme).pixmap(QSize(20, 20), ratio).toImage().width() == 20 * ratio


def test_an_unknown_icon_is_an_error(theme):
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", theme)


def test_the_program_has_an_icon_in_all_usual_sizes(qapp):
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 48, 256}
