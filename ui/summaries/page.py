"""The summary page: a document and its summary side by side. Layout only; conditions are the controller's."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from assistant.summaries.summary import Source
from ui.file_drops import local_paths
from ui.summaries.controller import State, SummaryController
from ui.summaries.empty_state import SummaryEmptyState
from ui.summaries.file_choice import FileChoice
from ui.summaries.find_in_text import FindInText
from ui.summaries.header import SummaryHeader
from ui.summaries.kept import Span, source_at
from ui.summaries.options_row import OptionsRow
from ui.summaries.reading_panel import ReadingPanel, TroubleBar
from ui.summaries.summary_pane import SummaryPane
from ui.summaries.text_pane import TextPane
from ui.summaries.words import coverage, note_words
from ui.theme import NARROW, SPACE, ThemeManager
from ui.transcript.announce import announce

_NOT_TYPING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_SUMMARY, _TEXT = 0, 1
_MOST_NOTES = 3


class SummaryPage(QWidget):
    """Shows what the controller says and hands it what the user does."""

    rename_requested = Signal(int)
    """The conversation on the page is to get another title."""
    delete_requested = Signal(int)
    """The conversation on the page is to be deleted."""
    chat_requested = Signal(str)
    """A new chat is to begin with this text in its input."""

    def __init__(self, controller: SummaryController, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Build the page and connect it."""
        super().__init__(parent)
        self._controller = controller
        self._theme = theme
        self._shown_id = 0
        self.header = SummaryHeader(theme, self)
        self.files = FileChoice(controller, self)
        self.trouble = TroubleBar(theme, self)
        self.empty_state = SummaryEmptyState(theme)
        self.reading = ReadingPanel(self)
        self.options = OptionsRow(self)
        self.notes = QLabel(self)
        self.tabs = QTabBar(self)
        self.text = TextPane(theme, self)
        self.summary = SummaryPane(theme, self)
        self.finding = FindInText(theme, self)
        self.finding.from_block = self.text.top_block
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._body = QWidget(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        controller.drafts.read = self.summary.composer.draft
        self._connect()
        self._show_state()
        self._show_options()

    def focus_input(self) -> None:
        """Put the cursor where one begins: into the field for questions, or on the first button."""
        if self._controller.state is State.OPEN:
            self.summary.composer.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._controller.state is State.EMPTY:
            self.empty_state.file_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.reading.stop_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def copy_summary(self) -> bool:
        """Copy the summary; returns whether there is one."""
        sheet = self._controller.sheet
        text = sheet.plain_text() if sheet is not None and self._controller.state is State.OPEN else ""
        if text:
            QGuiApplication.clipboard().setText(text)
        return bool(text)

    def step(self, direction: int) -> None:
        """Go to the next point, or with -1 to the one before."""
        if self._controller.state is State.OPEN:
            self._choose_tab(_SUMMARY)
            self.summary.step(direction)

    def find_in_text(self, direction: int = 0) -> None:
        """Search in the text of the document, or go to the next place, or with -1 to the one before."""
        if self._controller.state is not State.OPEN:
            return
        if direction and self.finding.is_open:
            self.finding.step(direction)
        else:
            self.finding.open()

    def close_find(self) -> bool:
        """Close the search in the text; returns whether it was open."""
        was_open = self.finding.is_open
        if was_open:
            self.finding.close()
            self.focus_input()
        return was_open

    def paste(self) -> None:
        """Summarise what is in the clipboard: files, else text."""
        data = QGuiApplication.clipboard().mimeData()
        files = local_paths(data)
        if files:
            self._controller.read(files)
        else:
            self._controller.take(data.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a document, begin the summary, or type a question, wherever on the page the focus is."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier
        ):
            self._controller.summarise()
        elif (
            self._controller.state is State.OPEN
            and event.text().isprintable()
            and event.text()
            and not event.modifiers() & _NOT_TYPING
        ):
            # What nothing else took was meant for the one place where words go.
            self._choose_tab(_SUMMARY)
            self.focus_input()
            QApplication.sendEvent(self.summary.composer.edit, event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one behind the other what does not fit side by side."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self.notes.setProperty("role", "warning")
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.tabs.addTab(self.tr("Summary"))
        self.tabs.addTab(self.tr("Text"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Summary or text"))
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.text)
        self.splitter.addWidget(self.summary)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([1_000, 1_000])
        self._strip = QVBoxLayout()
        self._strip.setSpacing(2 * SPACE)
        self._strip.addWidget(self.options)
        self._strip.addWidget(self.notes)
        line = QFrame(self._body)
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(self._strip)
        body.addWidget(line)
        body.addWidget(self.finding.bar)
        body.addWidget(self.tabs)
        body.addWidget(self.splitter, 1)
        for widget in (self.empty_state, self.reading, self._body):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.trouble)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        controller, summary = self._controller, self.summary
        controller.state_changed.connect(self._show_state)
        controller.reading_changed.connect(self.reading.words.setText)
        self.reading.stopped.connect(controller.stop)
        controller.summary_changed.connect(self._show_summary)
        controller.questions_changed.connect(self._show_questions)
        controller.options_changed.connect(self._show_options)
        controller.error_changed.connect(self.trouble.tell)
        controller.draft_opened.connect(summary.composer.set_draft)
        controller.summary_ended.connect(self._announce_summary)
        controller.question_ended.connect(self._announce_answer)
        self.empty_state.file_wanted.connect(self.files.choose_files)
        self.empty_state.folder_wanted.connect(self.files.choose_folder)
        self.empty_state.paste_wanted.connect(self.paste)
        self.options.changed.connect(controller.set_options)
        self.empty_state.options.changed.connect(controller.set_options)
        self.options.pressed.connect(self._go)
        self.tabs.currentChanged.connect(self._arrange)
        summary.wanted.connect(self._show_passage)
        summary.copy_wanted.connect(self._copy)
        summary.save_wanted.connect(self.files.save_summary)
        summary.chat_wanted.connect(self._send_to_chat)
        summary.help_wanted.connect(controller.help_with)
        summary.composer.send_requested.connect(self._ask)
        summary.composer.stop_requested.connect(controller.stop_asking)
        summary.composer.changed.connect(controller.drafts.touch)
        self.files.failed.connect(self.trouble.tell)
        self.finding.failed.connect(self.trouble.tell)
        self.finding.found.connect(self._show_span)
        self.finding.bar.closed.connect(self.focus_input)
        header = self.header
        header.new_chosen.connect(lambda: controller.open(None))
        header.copy_chosen.connect(self._copy)
        header.save_chosen.connect(self.files.save_summary)
        header.chat_chosen.connect(self._send_to_chat)
        header.rename_chosen.connect(lambda: self._for_open(self.rename_requested))
        header.delete_chosen.connect(lambda: self._for_open(self.delete_requested))

    def _show_state(self) -> None:
        state, sheet = self._controller.state, self._controller.sheet
        widget = {State.EMPTY: self.empty_state, State.READING: self.reading, State.OPEN: self._body}[state]
        changed = self._stack.currentWidget() is not widget
        had_focus = self.isAncestorOf(QApplication.focusWidget()) if QApplication.focusWidget() is not None else False
        self._stack.setCurrentWidget(widget)
        shown = sheet if state is State.OPEN else None
        self.header.show_document(
            title=shown.conversation.title if shown is not None else self.tr("Summary"),
            saved=shown is not None,
            summarised=shown is not None,
        )
        if shown is not None and shown.id != self._shown_id:
            self._shown_id = shown.id
            self.text.show_document(shown.digest.document, shown.starts)
            self.finding.show_digest(shown.digest)
            notes = note_words(shown.digest.document.notes)
            more = len(notes) - _MOST_NOTES
            lines = notes[:_MOST_NOTES] + ([self.tr("… and %n more.", "", more)] if more > 0 else [])
            self.notes.setText("\n".join(lines))
            self.notes.setToolTip("\n".join(notes))
            self.notes.setVisible(bool(notes))
            self._choose_tab(_SUMMARY)
            self.summary.scroll_to_top()
        elif shown is None and sheet is None:
            # The text of a document that is not there any more would take memory.
            self._shown_id = 0
            self.text.show_document(None)
            self.finding.show_digest(None)
        if changed and had_focus:
            self.focus_input()

    def _show_options(self) -> None:
        sheet = self._controller.sheet
        self.options.show_languages(self._controller.languages(), sheet.digest.language if sheet is not None else "")
        self.options.show_options(self._controller.options)
        self.empty_state.options.show_options(self._controller.options)

    def _show_summary(self) -> None:
        sheet = self._controller.sheet
        if sheet is None:
            return
        self.summary.show_sheet(sheet)
        # The same model would only say the same again.
        self.options.button.setVisible(not sheet.finished or self._controller.model_name != sheet.summary.model)
        if sheet.running:
            self.options.show_button(self.tr("Stop"), primary=False, stops=True)
        elif sheet.resumable:
            self.options.show_button(self.tr("Go on"), primary=True)
        elif sheet.finished:
            self.options.show_button(self.tr("Summarise again"), primary=not sheet.summary.declined)
        else:
            self.options.show_button(self.tr("Summarise"), primary=True)

    def _show_questions(self) -> None:
        if self._controller.sheet is not None:
            self.summary.show_questions(self._controller.sheet)

    def _announce_summary(self) -> None:
        sheet = self._controller.sheet
        if sheet is not None and sheet.failure is not None:
            announce(self, self.summary, sheet.failure.sentence)
        elif sheet is not None and sheet.summary is not None:
            announce(
                self,
                self.summary,
                self.tr("The summary is there. {coverage}.").format(coverage=coverage(sheet.summary)),
            )

    def _announce_answer(self) -> None:
        sheet = self._controller.sheet
        if sheet is not None and sheet.questions:
            announce(self, self.summary, sheet.questions[-1].answer or sheet.questions[-1].error)

    def _go(self) -> None:
        sheet = self._controller.sheet
        if sheet is not None and sheet.running:
            self._controller.stop_summary()
        else:
            self._controller.summarise()

    def _ask(self, text: str) -> None:
        if self._controller.ask(text):
            self.summary.composer.clear()

    def _copy(self) -> None:
        self.copy_summary()

    def _send_to_chat(self) -> None:
        sheet = self._controller.sheet
        if sheet is not None and (text := sheet.plain_text()):
            self.chat_requested.emit(f"{sheet.conversation.title}\n\n{text}\n\n")

    def _show_passage(self, source: Source) -> None:
        self._choose_tab(_TEXT)
        self.text.show_passage(source)
        self.summary.mark(source)
        if self._is_narrow:
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
            # Its place is known once it has been laid out in the width that it just got.
            QTimer.singleShot(0, self, lambda: self.text.show_passage(source))

    def _show_span(self, span: Span) -> None:
        sheet = self._controller.sheet
        source = source_at(sheet.digest, span) if sheet is not None else None
        if source is not None:
            self._choose_tab(_TEXT)
            self.text.show_passage(source)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < NARROW

    def _choose_tab(self, tab: int) -> None:
        self.tabs.setCurrentIndex(tab)

    def _arrange(self) -> None:
        narrow = self._is_narrow
        self.tabs.setVisible(narrow)
        self.text.setVisible(not narrow or self.tabs.currentIndex() == _TEXT)
        self.summary.setVisible(not narrow or self.tabs.currentIndex() == _SUMMARY)
        side = (4 if not narrow else 3) * SPACE
        self._strip.setContentsMargins(side, 2 * SPACE, side, 2 * SPACE)

    def _for_open(self, signal: SignalInstance) -> None:
        if self._controller.conversation_id is not None:
            signal.emit(self._controller.conversation_id)
