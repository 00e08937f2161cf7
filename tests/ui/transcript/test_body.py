from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

from tests.ui.transcript.markdown_corpus import markdown_texts
from ui.transcript.body import MessageBody
from ui.transcript.highlight import Highlighter


@pytest.fixture
def body(qtbot, theme) -> MessageBody:
    highlighter = Highlighter()
    widget = MessageBody(theme, highlighter)
    widget.highlighter_kept = highlighter
    qtbot.addWidget(widget)
    widget.fit(600)
    return widget


@pytest.fixture
def twin(qtbot, theme) -> MessageBody:
    widget = MessageBody(theme, Highlighter(theme))
    qtbot.addWidget(widget)
    widget.fit(600)
    return widget


def written(body: MessageBody) -> None:
    while not body.is_written:
        body.write_now()


def structure(body: MessageBody) -> list[object]:
    """Everything that decides how the document looks."""
    result: list[object] = [body.document().toPlainText()]
    block = body.document().begin()
    while block.isValid():
        block_format = block.blockFormat()
        text_list = block.textList()
        fragments = []
        iterator = block.begin()
        while not iterator.atEnd():
            char = iterator.fragment().charFormat()
            fragments.append(
                (
                    iterator.fragment().text(),
                    char.fontWeight(),
                    char.fontItalic(),
                    char.fontPointSize(),
                    char.anchorHref(),
                )
            )
            iterator += 1
        result.append(
            (
                block_format.headingLevel(),
                block_format.indent(),
                block_format.leftMargin(),
                block_format.topMargin(),
                block_format.bottomMargin(),
                block_format.lineHeight(),
                block_format.marker(),
                (text_list.format().style(), text_list.format().indent(), text_list.itemNumber(block))
                if text_list
                else None,
                QTextCursor(block).currentTable() is not None,
                fragments,
            )
        )
        block = block.next()
    result.append([(region.first, region.last, region.language, region.code) for region in body.code_regions])
    return result


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(text=markdown_texts(), cuts=st.lists(st.integers(0, 10_000), max_size=12))
def test_an_answer_that_was_streamed_looks_like_one_rendered_at_once(body, twin, text, cuts):
    edges = [0, *sorted(cut % (len(text) + 1) for cut in cuts), len(text)]
    body.start_streaming("")
    for first, last in itertools.pairwise(edges):
        body.append(text[first:last])
        written(body)
    body.finish(text)
    written(body)
    twin.show_markdown(text)
    written(twin)
    assert [("".join(r[3]),) for r in structure(body)[-1]] == [("".join(r[3]),) for r in structure(twin)[-1]]
    assert structure(body)[:-1] == structure(twin)[:-1]


def test_the_words_of_usual_markdown_are_those_qt_itself_shows(body, qtbot):
    text = "# Title\n\nSome **bold** words.\n\n- one\n- two\n\n1. first\n2. second\n\n> quoted\n\nThe end."
    body.show_markdown(text)
    written(body)
    reference = QTextEdit()
    qtbot.addWidget(reference)
    reference.document().setMarkdown(text)
    assert body.toPlainText().split() == reference.toPlainText().split()


def test_a_list_split_by_a_paragraph_keeps_its_numbers(body):
    body.show_markdown("1. one\n\nbetween\n\n2. two")
    written(body)
    last = body.document().lastBlock()
    assert last.textList().itemText(last) == "2."


def test_html_is_text(body):
    body.show_markdown("<script>x</script> and <b>y</b>")
    assert body.toPlainText() == "<script>x</script> and <b>y</b>"


def test_a_picture_is_never_loaded_but_named(body):
    body.show_markdown("See ![the cat](file:///etc/hostname).")
    assert body.toPlainText() == "See the cat."
    assert body.document().resource(2, "file:///etc/hostname") is None


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "about:blank"])
def test_only_web_and_mail_links_are_links(body, address):
    body.show_markdown(f"[click]({address}) [page](https://example.org)")
    anchors = set()
    iterator = body.document().begin().begin()
    while not iterator.atEnd():
        anchors.add(iterator.fragment().charFormat().anchorHref())
        iterator += 1
    assert anchors == {"", "https://example.org"}


@pytest.mark.parametrize("text", ["```python\na = 1\n```", "Words before.\n\n```python\na = 1\n```"])
def test_the_copy_button_lies_above_the_code_and_inside_the_message(body, text):
    body.show_markdown(text)
    written(body)
    body.show()
    (button,) = body.code_buttons()
    code = body.document().lastBlock()
    top = body.document().documentLayout().blockBoundingRect(code).top()
    assert button.y() >= 0
    assert button.geometry().bottom() <= top + code.blockFormat().topMargin() + 1


def test_the_copy_button_of_a_code_block_copies_exactly_the_code(body):
    body.show()
    body.show_markdown("a\n\n```python\nx = 1\n\ty = '😀'\n\n```\n\n```\nother\n```")
    written(body)
    first, second = body.code_buttons()
    first.click()
    assert QGuiApplication.clipboard().text() == "x = 1\n\ty = '😀'\n"
    assert "python" in second.accessibleName() or second.accessibleName()
    second.click()
    assert QGuiApplication.clipboard().text() == "other"


def test_a_selection_is_copied_with_cut_lines_whole_again(body):
    line = "x" * 30_000
    body.show_plain(f"first\n{line}\nlast 😀")
    written(body)
    body.selectAll()
    body.copy()
    assert QGuiApplication.clipboard().text() == f"first\n{line}\nlast 😀"


def test_every_paragraph_has_its_own_direction(body):
    body.show_plain("hello\nשלום")
    first = body.document().begin()
    assert first.textDirection() != first.next().textDirection()


@pytest.mark.parametrize(
    "text",
    [
        "x" * 100_000,
        "`" * 20_000,
        "> " * 200 + "deep",
        "".join("  " * depth + "- a\n" for depth in range(200)),
        "| a " * 300 + "|\n" + "|---" * 300 + "|\n" + "| 1 " * 300 + "|\n",
        "😀" * 20_000,
        "\x00\ufdd0\ufdd1\u2029" * 500,
        "*" * 5_000 + "a" + "_" * 5_000,
        "[" * 5_000,
        "```\n" + "y" * 100_000,
    ],
)
def test_hostile_text_is_shown_within_the_column(body, text):
    body.show_markdown(text)
    written(body)
    assert body.fit(300) > 0
    assert body.document().idealWidth() <= 310
    assert body.document().characterCount() > 1


def test_code_of_a_known_language_gets_colours_later(body, qtbot):
    body.show_markdown("```python\ndef f(): return 'x'\n```")
    written(body)
    block = body.document().begin()
    qtbot.waitUntil(lambda: bool(block.layout().formats()))
    assert {part.start for part in block.layout().formats()} >= {0}


def test_a_heading_keeps_its_level_for_screen_readers(body):
    body.show_markdown("## Two")
    block_format = body.document().begin().blockFormat()
    assert block_format.headingLevel() == 2
    assert not block_format.hasProperty(QTextFormat.Property.UserProperty.value)
