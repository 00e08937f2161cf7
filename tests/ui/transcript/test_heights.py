from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.transcript.heights import Heights


@given(st.lists(st.integers(1, 500), min_size=1, max_size=60), st.data())
def test_sums_and_places_agree_with_counting_one_by_one(heights, data):
    index = Heights(heights)
    for _ in range(5):
        place = data.draw(st.integers(0, len(heights) - 1))
        heights[place] = data.draw(st.integers(1, 500))
        index.set(place, heights[place])
    assert index.total == sum(heights)
    for place in range(len(heights)):
        top = sum(heights[:place])
        assert index.top(place) == top
        assert index.at(top) == place
        assert index.at(top + heights[place] - 1) == place


def test_a_place_beyond_the_list_is_its_nearest_item():
    index = Heights([10, 20, 30])
    assert index.at(-5) == 0
    assert index.at(10_000) == 2
    assert Heights().at(7) == 0
