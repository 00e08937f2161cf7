import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from assistant.documents.blocks import Block, BlockKind, Document, Place
from assistant.settings import Theme
from assistant.summaries.summary import Source
from ui.summaries.text_pane import TextPane

SENTENCE = "The lighthouse of Halford was painted by the people of the town. "


def source(document, block, start, end):
    return Source(Place(block, 0, 0, "", 1), start, end, document.blocks[block].text[start:end])


@pytest.fixture
def pane(qtbot, theme):
    made = TextPane(theme)
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show()
    return made


@pytest.fixture
def book():
    """Half a million characters."""
    blocks = tuple(
        Block(BlockKind.HEADING, f"Chapter {number}", 1)
        if number % 20 == 0
        else Block(BlockKind.PARAGRAPH, f"Paragraph {number}. {SENTENCE * 5}")
        for number in range(1_500)
    )
    return Document("Book", "txt", blocks)


def test_headings_look_like_headings(pane):
    pane.show_document(
        Document("D", "md", (Block(BlockKind.HEADING, "Title", 1), Block(BlockKind.PARAGRAPH, "Text."))), None
    )
    first = pane.edit.document().firstBlock()
    heading, text = (block.begin().fragment().charFormat().font() for block in (first, first.next()))
    assert heading.weight() == QFont.Weight.DemiBold
    assert heading.pointSizeF() > text.pointSizeF()


def test_markup_in_a_document_is_text(pane):
    text = '<b>bold</b> <img src="http://example.com/x.png"> [link](http://example.com)'
    pane.show_document(Document("D", "txt", (Block(BlockKind.PARAGRAPH, text),)))
    assert pane.edit.toPlainText() == text


def test_a_passage_is_marked_and_in_sight(pane, book):
    pane.show_document(book)
    pane.show_passage(source(book, 1_203, 0, 15))
    assert pane.passage() == "Paragraph 1203."
    assert pane.edit.viewport().rect().contains(pane.edit.cursorRect())


def test_a_passage_in_a_list_with_characters_beyond_16_bits_is_marked_exactly(pane):
    document = Document("D", "md", (Block(BlockKind.LIST_ITEM, "😀😀 First. Second one. Third.", 1),))
    pane.show_document(document)
    pane.show_passage(source(document, 0, 10, 21))
    assert pane.passage() == "Second one."


def test_only_a_window_of_a_long_document_is_laid_out(pane, book):
    pane.show_document(book)
    first, end = pane.laid_out
    assert (first, pane.is_windowed) == (0, True)
    assert end < 200
    assert pane.bar.isVisible()


def test_a_short_document_has_the_usual_scroll_bar(pane):
    pane.show_document(Document("D", "txt", (Block(BlockKind.PARAGRAPH, SENTENCE * 100),)))
    assert not pane.is_windowed
    assert not pane.bar.isVisible()


def test_scrolling_on_and_on_reaches_the_end_without_a_jump(pane, book, qtbot):
    pane.show_document(book)
    own = pane.edit.verticalScrollBar()
    seen = [0]
    for _ in range(3_000):
        before = pane.top_character()
        own.setValue(own.value() + 400)
        after = pane.top_character()
        pane._catch_up()
        # The window moved under the text, not the text under the reader.
        assert abs(pane.top_character() - after) < 80
        seen.append(pane.top_character())
        if after == before:
            break
    assert pane.laid_out[1] == len(book.blocks)
    assert own.value() == own.maximum()
    assert max(b - a for a, b in itertools.pairwise(seen)) < 3_000


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_the_scroll_bar_stands_for_the_whole_document(pane, book, qtbot, share):
    pane.show_document(book)
    value = round(pane.bar.maximum() * share)
    pane.bar.setValue(value)
    qtbot.waitUntil(lambda: abs(pane.top_character() - value) < 200)
    assert abs(pane.bar.value() - value) < 200


def test_control_end_and_home_go_to_the_ends_of_the_document(pane, book, qtbot):
    pane.show_document(book)
    qtbot.keyClick(pane.edit, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert pane.laid_out[1] == len(book.blocks)
    assert pane.bar.value() == pane.bar.maximum()
    qtbot.keyClick(pane.edit, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert pane.top_character() == 0


def test_the_mark_and_the_place_survive_another_theme(pane, book, theme):
    pane.show_document(book)
    pane.show_passage(source(book, 777, 0, 14))
    top = pane.top_character()
    theme.set_theme(Theme.DARK)
    assert pane.passage() == "Paragraph 777."
    assert abs(pane.top_character() - top) < 200


def test_tab_leaves_the_text(pane, book):
    assert pane.edit.tabChangesFocus()
    assert pane.edit.isReadOnly()
