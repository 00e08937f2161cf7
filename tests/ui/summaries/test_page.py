import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QMainWindow,
    QPlainTextEdit,
    QTextEdit,
)

from assistant.summaries.summary import Length, Style
from tests.ui.summaries.conftest import long_text
from tests.ui.summaries.test_controller import GERMAN, FailingReader, StuckReader
from ui.summaries.controller import State
from ui.summaries.kept import Options
from ui.summaries.page import SummaryPage
from ui.summaries.rows import TextRow
from ui.summaries.saving import Format

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def show(qtbot, theme):
    """Returns a function that shows the page of a desk in a window."""

    def make(desk, width=1000):
        window = QMainWindow()
        qtbot.addWidget(window)
        page = SummaryPage(desk.controller, theme)
        window.setCentralWidget(page)
        window.resize(width, 700)
        with qtbot.waitActive(window, timeout=60_000):
            window.show()
        desk.window = window
        return page

    return make


@pytest.fixture
def page(desk, show):
    return show(desk)


def visible(widget):
    return widget.isVisibleTo(widget.window())


def test_without_a_document_it_says_what_it_does_and_how_one_comes_here(page):
    assert visible(page.empty_state)
    for button in (page.empty_state.file_button, page.empty_state.folder_button, page.empty_state.paste_button):
        assert visible(button)


def test_style_and_length_can_be_chosen_before(page, desk):
    box = page.empty_state.options.style_box
    box.setCurrentIndex(list(Style).index(Style.OUTLINE))
    box.activated.emit(box.currentIndex())
    assert desk.summarised().summary.style is Style.OUTLINE


def test_text_and_summary_are_side_by_side(page, desk):
    desk.summarised()
    assert visible(page.text)
    assert visible(page.summary)
    assert not visible(page.tabs)
    assert page.text.edit.toPlainText().startswith("The town of Halford")
    assert (
        page.summary.state.text()
        == f"Covers {desk.sheet.summary.parts_total} of {desk.sheet.summary.parts_total} sections"
    )
    assert page.header.title == "The town of Halford"


@pytest.mark.parametrize("width", [380, 639])
def test_where_it_is_narrow_one_is_behind_the_other(desk, show, width):
    page = show(desk, width)
    desk.summarised()
    assert visible(page.tabs)
    assert visible(page.summary)
    assert not visible(page.text)
    page.summary.points.rows[2].click()
    assert visible(page.text)
    assert not visible(page.summary)
    assert desk.window.width() == width


def test_pressing_a_point_marks_its_passage_in_the_text(page, desk):
    sheet = desk.summarised()
    row = page.summary.points.rows[-1]
    row.setFocus()
    desk.qtbot.keyClick(row, Qt.Key.Key_Return)
    assert page.text.passage() == sheet.summary.points[-1].sources[0].text


def test_the_point_whose_passage_is_shown_is_marked(page, desk):
    desk.summarised()
    rows = page.summary.points.rows
    for place in (0, 2):
        rows[place].click()
        assert [row.marked for row in rows].index(True) == place
        assert sum(row.marked for row in rows) == 1


def test_the_same_model_is_not_asked_again_but_another_is(page, desk, monkeypatch):
    desk.summarised()
    assert not visible(page.options.button)
    monkeypatch.setattr(type(desk.controller), "model_name", "Another")
    desk.controller.model_changed()
    assert visible(page.options.button)
    assert page.options.button.text() == "Summarise again"


def test_a_point_with_two_passages_shows_one_after_the_other(page, desk):
    sheet = desk.summarised()
    row = page.summary.points.rows[0]
    sources = (sheet.summary.points[0].sources[0], sheet.summary.points[1].sources[0])
    row.show_point(words="Both.", details="", sources=sources)
    shown = []
    for _ in range(3):
        row.click()
        shown.append(page.text.passage())
    assert shown == [sources[0].text, sources[1].text, sources[0].text]


def test_each_point_says_where_it_comes_from_and_who_wrote_it(page, desk):
    desk.summarised()
    details = [row.details.text() for row in page.summary.points.rows]
    assert all("paragraph 1" in words for words in details)
    assert all(words.endswith(("word for word", ", checked")) for words in details)


def test_while_it_grows_the_key_sentences_stay_below_and_the_button_stops(make_desk, show):
    desk = make_desk()
    desk.engine.wait_at = 2
    page = show(desk)
    desk.controller.take(long_text())
    desk.wait(lambda: desk.sheet is not None and desk.sheet.summary is not None and bool(desk.sheet.summary.points))
    assert page.summary.points.rows
    assert page.summary.keys.rows
    assert page.options.button.text() == "Stop"
    assert page.summary.state.text().startswith("1 of ") or page.summary.state.text().startswith("2 of ")
    page.options.button.click()
    desk.wait_idle()
    assert page.summary.state.text().startswith("Stopped: covers ")
    assert page.options.button.text() == "Go on"
    assert page.summary.keys.rows


def test_choosing_another_style_shows_it(page, desk):
    desk.summarised()
    box = page.options.style_box
    box.setCurrentIndex(list(Style).index(Style.OUTLINE))
    box.activated.emit(box.currentIndex())
    desk.wait_idle()
    assert desk.sheet.options == Options(Style.OUTLINE, Length.MEDIUM)
    assert "The lighthouse 1" in {row.text() for row in page.summary.points.findChildren(TextRow)}


def test_a_paragraph_is_one_text_with_numbered_places(page, desk):
    desk.controller.set_options(Options(Style.PARAGRAPH))
    sheet = desk.summarised()
    assert len(page.summary.points.rows) == len(sheet.summary.points)
    assert page.summary.points.rows[1].details.text().startswith("[2] ")
    assert page.summary.points.rows[1].words.text() == ""


def test_a_language_the_model_can_t_write_is_one_calm_sentence(page, desk):
    desk.summarised(GERMAN)
    assert page.summary.state.text().startswith(
        "The model can't write German, so these are key sentences, word for word. Covers"
    )
    assert page.summary.points.rows
    assert not page.summary.keys.rows


def test_a_document_that_can_t_be_read_is_told_in_place(make_desk, show, tmp_path):
    desk = make_desk(reader=FailingReader())
    page = show(desk)
    desk.controller.read([tmp_path / "scan.pdf"])
    desk.wait(lambda: visible(page.trouble))
    assert page.trouble.words.text().startswith("scan.pdf holds only pictures")
    assert visible(page.empty_state)


def test_reading_can_be_stopped_by_its_button(make_desk, show, tmp_path):
    desk = make_desk(reader=StuckReader())
    page = show(desk)
    desk.controller.read([tmp_path])
    assert visible(page.reading)
    page.reading.stop_button.click()
    desk.wait(lambda: visible(page.empty_state))


def test_ctrl_v_on_the_page_takes_the_text_in_the_clipboard(page, desk, qtbot):
    QApplication.clipboard().setText(long_text())
    page.focus_input()
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_V, CTRL)
    desk.wait_idle()
    assert desk.sheet.conversation.title == "The town of Halford"


def test_ctrl_v_takes_files_in_the_clipboard(page, desk, qtbot, tmp_path):
    file = tmp_path / "town.md"
    file.write_text(long_text())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    QApplication.clipboard().setMimeData(data)
    page.paste()
    desk.wait_idle()
    assert desk.sheet.digest.document.format == "md"
    QApplication.clipboard().clear()


def test_a_question_is_asked_by_keyboard_and_its_passages_lead_into_the_text(page, desk, qtbot):
    desk.summarised()
    page.focus_input()
    qtbot.keyClicks(desk.window.focusWidget(), "Which year was the harbour painted in?")
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Return)
    assert page.summary.composer.draft() == ""
    desk.wait_idle()
    (card,) = page.summary.cards
    assert card.question.text() == "Which year was the harbour painted in?"
    assert card.answer.text()
    card.rows[0].click()
    assert "harbour" in page.text.passage()


def test_a_question_that_is_not_taken_stays_in_the_field(page, desk, qtbot, monkeypatch):
    desk.summarised()
    monkeypatch.setattr(desk.controller, "ask", lambda text: False)
    page.summary.composer.edit.setPlainText("Why?")
    page.summary.composer.send_requested.emit("Why?")
    assert page.summary.composer.draft() == "Why?"


def test_letters_typed_anywhere_go_into_the_field_for_questions(page, desk, qtbot):
    desk.summarised()
    page.summary.points.rows[0].setFocus()
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_W)
    assert page.summary.composer.edit.toPlainText() == "w"


def test_ctrl_enter_begins_the_summary(make_desk, show, qtbot):
    desk = make_desk()
    desk.engine.wait_at = 1
    page = show(desk)
    desk.controller.take(long_text())
    desk.wait(desk.engine.gate.reached.is_set)
    desk.controller.stop()
    desk.wait_idle()
    desk.engine.wait_at = None
    page.options.style_box.setFocus()
    qtbot.keyClick(page.options.style_box, Qt.Key.Key_Return, CTRL)
    assert desk.sheet.running
    desk.wait_idle()


def test_the_points_are_gone_through_by_keyboard(page, desk):
    desk.summarised()
    rows = page.summary.points.rows
    page.step(1)
    assert rows[0].hasFocus()
    page.step(1)
    assert rows[1].hasFocus()
    page.step(-1)
    assert rows[0].hasFocus()


@pytest.mark.parametrize("width", [1000, 380])
def test_the_keyboard_alone_reaches_every_control(desk, show, qtbot, width):
    page = show(desk, width)
    desk.summarised()
    page.focus_input()
    reached = set()
    for _ in range(60):
        reached.add(desk.window.focusWidget())
        qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
    wanted = {
        page.options.style_box, page.options.length_box, page.options.language_box,
        page.summary.copy_button, page.summary.save_button, page.summary.chat_button, *page.summary.points.rows,
        page.summary.composer.edit,
    }  # fmt: skip
    wanted |= {page.text.edit} if width == 1000 else {page.tabs}
    assert wanted <= reached


def test_every_control_has_a_name(page, desk):
    desk.summarised()
    desk.controller.ask("Which year was the harbour painted in?")
    desk.wait_idle()
    nameless = [
        widget
        for kind in (QAbstractButton, QComboBox, QTextEdit, QPlainTextEdit)
        for widget in page.findChildren(kind)
        if visible(widget) and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert nameless == []


def test_the_name_of_a_point_says_it_with_its_place(page, desk):
    sheet = desk.summarised()
    name = page.summary.points.rows[0].accessibleName()
    assert sheet.summary.points[0].text in name
    assert "paragraph 1" in name


def test_copying_copies_the_words(page, desk):
    sheet = desk.summarised()
    page.summary.copy_button.click()
    assert QApplication.clipboard().text() == sheet.plain_text()
    assert sheet.summary.points[0].text in sheet.plain_text()


def test_a_point_is_copied_alone(page, desk, qtbot):
    sheet = desk.summarised()
    page.summary.points.rows[1].setFocus()
    qtbot.keyClick(page.summary.points.rows[1], Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == sheet.summary.points[1].text


def test_sending_to_chat_hands_over_the_words(page, desk, qtbot):
    sheet = desk.summarised()
    with qtbot.waitSignal(page.chat_requested) as signal:
        page.summary.chat_button.click()
    assert sheet.summary.points[0].text in signal.args[0]


@pytest.mark.parametrize(("name", "ending"), [("s.docx", ".docx"), ("s.html", ".html"), ("s", ".md"), ("s.v2", ".md")])
def test_saving_follows_the_ending_and_remembers_the_folder(page, desk, tmp_path, name, ending):
    desk.summarised()
    page.files.save_as(tmp_path / name, Format.MARKDOWN)
    (saved,) = tmp_path.glob("s*")
    assert saved.suffix == ending
    assert saved.stat().st_size > 100
    assert desk.controller.folder("save") == str(tmp_path)


def test_a_folder_that_can_t_be_written_is_told_in_place(page, desk, tmp_path):
    desk.summarised()
    page.files.save_as(tmp_path / "none" / "s.md", Format.MARKDOWN)
    assert "can't be written" in page.trouble.words.text()
    assert desk.controller.state is State.OPEN


def test_the_file_dialog_begins_where_it_ended(page, desk, tmp_path, monkeypatch):
    file = tmp_path / "town.md"
    file.write_text(long_text())
    asked = []

    def choose(parent, title, folder, filters):
        asked.append(folder)
        return [str(file)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    page.empty_state.file_button.click()
    desk.wait_idle()
    page.files.choose_files()
    desk.wait_idle()
    assert asked == ["", str(tmp_path)]


def test_words_are_found_in_the_text_one_place_after_the_other(page, desk, qtbot):
    desk.summarised()
    page.find_in_text()
    qtbot.keyClicks(page.finding.bar.field, "orchard 5")
    qtbot.waitUntil(lambda: page.text.passage() == "orchard 5")
    assert page.finding.bar.count.text() == "1 of 1"
    assert page.close_find()
    assert not page.close_find()
    page.finding.stop()


def test_another_document_s_summary_is_not_mixed_with_the_one_before(page, desk):
    desk.summarised()
    desk.controller.ask("Which year was the harbour painted in?")
    desk.wait_idle()
    desk.summarised(long_text(sections=3).replace("Halford", "Whitby"))
    assert page.summary.cards == []
    assert page.text.edit.toPlainText().startswith("The town of Whitby")
    assert all("Whitby" in row.words.text() for row in page.summary.points.rows)
