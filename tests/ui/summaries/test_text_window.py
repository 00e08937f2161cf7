import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents.blocks import Block, BlockKind, Document
from ui.summaries.text_window import block_at, paragraph, qt_offset, starts_of, window_around


def document(*lengths):
    return Document("D", "txt", tuple(Block(BlockKind.PARAGRAPH, "x" * length) for length in lengths))


def test_blocks_begin_one_character_after_the_end_of_the_one_before():
    assert list(starts_of(document(3, 5))) == [0, 4, 10]


@given(st.lists(st.integers(0, 300), min_size=1, max_size=60), st.integers(0, 20_000), st.integers(1, 2_000))
def test_the_window_holds_the_character_and_is_not_much_larger_than_asked_for(lengths, character, size):
    starts = starts_of(document(*lengths))
    character = min(character, starts[-1] - 1)
    first, end = window_around(starts, character, size)
    assert 0 <= first < end <= len(lengths)
    assert first <= block_at(starts, character) <= end
    assert starts[end] - starts[first] <= size + 2 * 301


def test_a_document_shorter_than_the_window_is_in_it_whole():
    assert window_around(starts_of(document(10, 10, 10)), 25) == (0, 3)


@pytest.mark.parametrize(
    ("kind", "text", "offset", "wanted"),
    [
        (BlockKind.PARAGRAPH, "plain", 3, 3),
        (BlockKind.PARAGRAPH, "a😀b", 2, 3),
        (BlockKind.LIST_ITEM, "item", 1, 3),
    ],
)
def test_places_are_counted_as_qt_does(kind, text, offset, wanted):
    assert qt_offset(Block(kind, text), offset) == wanted


def test_what_qt_would_take_for_the_end_of_a_paragraph_stays_one_character():
    text = "a\nb\u2029c\ufdd0d\x00e"
    shown = paragraph(Block(BlockKind.CODE, text))
    assert len(shown) == len(text)
    assert not set(shown) & {"\n", "\u2029", "\ufdd0", "\x00"}
