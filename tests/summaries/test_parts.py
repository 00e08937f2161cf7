from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.documents.blocks import Block, BlockKind, Document
from assistant.summaries.parts import parts
from assistant.summaries.passages import passages
from tests.summaries.conftest import document_of

_blocks = st.builds(
    Block,
    st.sampled_from([BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW]),
    st.text(alphabet="ab .", min_size=1, max_size=400).filter(lambda text: text.strip()),
)


@given(st.lists(_blocks, max_size=30), st.integers(50, 800))
def test_parts_hold_every_passage_once_in_order(blocks, size):
    found = passages(Document("x", "txt", tuple(blocks)))
    cut = parts(found, characters=size)
    assert [index for part in cut for index in range(part.first, part.end)] == list(range(len(found)))
    assert all(part.end > part.first for part in cut)


def test_a_part_ends_where_a_section_ends_once_it_is_full_enough():
    document = document_of("# A", "First one here. " * 14, "# B", "Second one here. " * 30)
    found = passages(document)
    cut = parts(found, characters=300)
    assert {found[index].section for index in range(cut[0].first, cut[0].end)} == {1}


def test_a_part_rather_ends_with_a_paragraph_than_inside_one():
    document = document_of("One two three four. " * 10, "Five six seven eight. " * 8)
    found = passages(document)
    cut = parts(found, characters=300)
    assert found[cut[1].first].opens


def test_paragraphs_stay_apart_in_the_text():
    found = passages(document_of("First. Second.", "Third."))
    assert parts(found, characters=500)[0].text == "First. Second.\nThird."
