"""One setting on the screen: its name, its control, and one plain line that explains it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.theme import SPACE

Change = Callable[[str, object], None]
"""Takes a setting's name and its new value."""

_CONTROL_WIDTH = 300


class WheelGuard(QObject):
    """Lets the wheel scroll the page instead of changing a value the user did not choose to change."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass the wheel on unless the control has the focus."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class Field(QWidget):
    """Label, control and explanation, one under the other: that also fits a narrow window."""

    def __init__(self, label: str, explanation: str, control: QWidget, parent: QWidget | None = None) -> None:
        """Put the three together."""
        super().__init__(parent)
        self.control = control
        control.setParent(self)
        control.setMaximumWidth(_CONTROL_WIDTH)
        control.setAccessibleName(label)
        control.setAccessibleDescription(explanation)
        control.setToolTip(explanation)
        if isinstance(control, QAbstractSpinBox | QComboBox):
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            control.installEventFilter(WheelGuard(control))
        self.explanation = QLabel(explanation, self)
        self.explanation.setProperty("role", "muted")
        self.explanation.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        if isinstance(control, QCheckBox):
            control.setText(label)
        else:
            name = QLabel(label, self)
            name.setBuddy(control)
            layout.addWidget(name)
        layout.addWidget(control)
        layout.addWidget(self.explanation)

    def show_value(self, value: object) -> None:
        """Show a value without telling that it changed."""
        with QSignalBlocker(self.control):
            self._set(value)

    def _set(self, value: object) -> None:
        raise NotImplementedError


class NumberField(Field):
    """A whole number or one with decimals, with an optional word for the lowest value ("Automatic")."""

    def __init__(
        self,
        name: str,
        label: str,
        explanation: str,
        *,
        limits: tuple[float, float],
        step: float,
        change: Change,
        decimals: int = 0,
        lowest: str = "",
        suffix: str = "",
    ) -> None:
        """Tell `change` when the user has entered another value."""
        # A QSpinBox ends at 2**31: whole numbers beyond it, such as a seed, take the other one without decimals.
        self._whole = decimals == 0
        box: QSpinBox | QDoubleSpinBox
        if self._whole and limits[1] < 2**31:
            box = QSpinBox()
            box.setRange(int(limits[0]), int(limits[1]))
            box.setSingleStep(int(step))
        else:
            box = QDoubleSpinBox()
            box.setDecimals(decimals)
            box.setRange(*limits)
            box.setSingleStep(step)
        box.setKeyboardTracking(False)
        box.setGroupSeparatorShown(self._whole)
        box.setSpecialValueText(lowest)
        box.setSuffix(suffix)
        # The style sheet's padding does not reach the text of a spin box.
        box.lineEdit().setTextMargins(2 * SPACE, 0, 2 * SPACE, 0)
        self._box = box
        super().__init__(label, explanation, box)
        box.valueChanged.connect(lambda value: change(name, int(value) if self._whole else round(value, 6)))

    def _set(self, value: object) -> None:
        if isinstance(self._box, QSpinBox):
            self._box.setValue(int(str(value)))
        else:
            self._box.setValue(float(str(value)))


class SwitchField(Field):
    """Yes or no."""

    def __init__(self, name: str, label: str, explanation: str, *, change: Change) -> None:
        """Tell `change` when the user has switched."""
        self._box = QCheckBox()
        super().__init__(label, explanation, self._box)
        self._box.toggled.connect(lambda on: change(name, on))

    def _set(self, value: object) -> None:
        self._box.setChecked(bool(value))


class ChoiceField(Field):
    """One of a few values."""

    def __init__(
        self,
        name: str,
        label: str,
        explanation: str,
        *,
        choices: Sequence[tuple[object, str]],
        change: Change,
    ) -> None:
        """Offer `choices`: values and what is shown for them."""
        self._box = QComboBox()
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(12)
        super().__init__(label, explanation, self._box)
        self.set_choices(choices)
        self._box.currentIndexChanged.connect(lambda index: change(name, self._box.itemData(index)))

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer other values, without telling that anything changed."""
        with QSignalBlocker(self._box):
            self._box.clear()
            for value, text in choices:
                self._box.addItem(text, value)

    def _set(self, value: object) -> None:
        self._box.setCurrentIndex(self._box.findData(value))
