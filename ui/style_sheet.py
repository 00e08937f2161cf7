"""The one style sheet, made from the tokens of `ui/theme.py`."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor

from assistant.paths import resources_folder
from ui.theme import RADIUS, SMALL, SPACE, TITLE, Palette, mixed

_SHEET = Template("""
* { outline: none; }
QWidget { color: $text; }
QMainWindow, QDialog { background: $background; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 8px; }

QLabel { background: transparent; }
QLabel[role="muted"] { color: $muted; font-size: ${small}pt; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="accent"] { color: $accent; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="warning"] { color: $warning; }
QLabel:disabled { color: $disabled; }

QFrame[role="raised"] { background: $raised; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[role="line"] { background: $line; border: none; }
QFrame[role="line"][vertical="false"] { max-height: 1px; min-height: 1px; }
QFrame[role="bar"] { background: $raised; border: none; border-bottom: 1px solid $line; }

QPushButton { background: $raised; color: $text; border: 1px solid $line; border-radius: ${radius}px;
    padding: 6px 15px; min-height: 20px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $selected; }
QPushButton:focus { border: 2px solid $focus; padding: 5px 14px; }
QPushButton:disabled { color: $disabled; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $accent_ring; }
QPushButton[role="primary"]:disabled { background: $line; color: $disabled; border-color: $line; }
QPushButton[role="danger"] { color: $danger; }
QPushButton[role="danger"]:disabled { color: $disabled; }
QPushButton[role="flat"] { background: transparent; border: 1px solid transparent; padding: 6px 8px; }
QPushButton[role="flat"]:hover { background: $hover; }
QPushButton[role="flat"]:focus { border: 2px solid $focus; padding: 5px 7px; }
QPushButton[role="row"] { background: transparent; border: 1px solid transparent; padding: 6px 8px;
    text-align: left; }
QPushButton[role="row"]:hover { background: $hover; }
QPushButton[role="row"]:checked { background: $selected; font-weight: 600; }
QPushButton[role="row"]:focus { border: 2px solid $focus; padding: 5px 7px; }

QToolButton { background: transparent; border: 2px solid transparent; border-radius: ${radius}px; padding: 4px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked, QToolButton:open { background: $selected; }
QToolButton:focus { border: 2px solid $focus; }
QToolButton:disabled { color: $disabled; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: $raised; color: $text; border: 1px solid $line;
    border-radius: ${radius}px; padding: 5px 8px; min-height: 22px;
    selection-background-color: $selected_text; selection-color: $text; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border: 2px solid $focus; padding: 4px 7px; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: $disabled; }
QLineEdit { lineedit-clear-button-icon: url("$icons/field-clear.svg"); }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$icons/field-down.svg"); width: 16px; height: 16px; }
QSpinBox, QDoubleSpinBox { padding: 5px 28px 5px 6px; }
QSpinBox:focus, QDoubleSpinBox:focus { padding: 4px 27px 4px 5px; }
QAbstractSpinBox QLineEdit { background: transparent; border: none; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; width: 26px; border: none;
    margin-top: 3px; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; width: 26px;
    border: none; margin-bottom: 3px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: url("$icons/field-up.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$icons/field-down.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; padding: 4px;
    selection-background-color: $selected; selection-color: $text; }

QMenu { background: $raised; border: 1px solid $line; border-radius: ${radius}px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QAbstractScrollArea { background: transparent; border: none; }
QListView, QTreeView { background: transparent; border: none; outline: none; }
QListView[role="framed"] { background: $raised; border: 1px solid $line; border-radius: ${radius}px; padding: 4px; }
QListView[role="framed"]:focus { border: 2px solid $focus; padding: 3px; }
QListView[role="framed"]::item { color: $text; padding: 6px 8px; border-radius: 4px; }
QListView[role="framed"]::item:hover { background: $hover; }
QListView[role="framed"]::item:selected { background: $selected; }
QListView[role="framed"]::item:disabled { color: $muted; }
QTextEdit, QPlainTextEdit, QTextBrowser { selection-background-color: $selected_text; selection-color: $text; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $focus; }

QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; background: $raised;
    border: 2px solid $muted; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$icons/${tick}.svg"); }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; }
QCheckBox::indicator:checked:disabled { background: $disabled; border-color: $disabled; }
QRadioButton::indicator:checked:disabled { border-color: $disabled; }

QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent; width: 16px; height: 16px; margin: -6px 0; border-radius: 8px;
    border: 2px solid $raised; }
QSlider:focus { border: 2px solid $focus; border-radius: ${radius}px; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; padding: 9px 12px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected:focus { border: 2px solid $focus; border-radius: 4px; padding: 7px 10px 9px 10px; }

QLabel[role="keys"] { color: $text; background: $line; border-radius: 4px; padding: 2px 8px; }
QTreeWidget#palette::item { padding: 0 4px; }
QTreeWidget#palette::item:selected { background: $selected; color: $text; }
QTreeView#bin::item { padding: 6px 4px; }
QTreeView#bin::item:hover { background: $hover; }
QTreeView#bin::item:selected { background: $selected; color: $text; }
QWidget#drawerPanel { background: $background; }

QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
""")


def style_sheet(colors: Palette, point_size: float) -> str:
    """Return the style sheet.

    Args:
        colors: The palette in force.
        point_size: Size of the system font in points.
    """
    tokens = {name: getattr(colors, name) for name in Palette.__slots__}
    return _SHEET.substitute(
        tokens,
        hover=colors.hover,
        selected=colors.selected,
        selected_text=colors.selected_text,
        disabled=mixed(colors.muted, colors.background, 0.7),
        accent_hover=mixed(colors.accent, colors.text, 0.88),
        accent_ring=mixed(colors.text, colors.accent, 0.55),
        handle=mixed(colors.muted, colors.background, 0.45),
        radius=RADIUS,
        half=2 * SPACE,
        small=round(point_size * SMALL, 2),
        title=round(point_size * TITLE, 2),
        # A style sheet can't colour a drawing: there are two ticks, and for the arrows one grey that both themes bear.
        tick="field-tick-dark" if QColor(colors.on_accent).lightness() < 128 else "field-tick-light",
        icons=(resources_folder() / "icons").as_posix(),
    )
