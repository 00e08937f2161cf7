from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.engine.prompt_cache import Kept, PromptCache, common_length

numbers = st.lists(st.integers(0, 2), max_size=30)


def kept(tokens, owner="", size=10, *, saved=False):
    return Kept(list(tokens), b"x" * size, owner, saved)


@given(numbers, numbers)
def test_the_common_length_is_that_of_the_common_beginning(first, second):
    length = common_length(first, second)
    assert first[:length] == second[:length]
    assert first[: length + 1] != second[: length + 1] or length == min(len(first), len(second))


def test_the_state_that_saves_most_reading_is_found():
    cache = PromptCache(1_000)
    cache.add(kept(range(100), "a"), replacing=True)
    longer = kept(range(200), "b")
    cache.add(longer, replacing=True)
    assert cache.find(list(range(300)), known=0, whole=False) is longer


def test_a_state_that_saves_little_is_not_worth_putting_back():
    cache = PromptCache(1_000)
    cache.add(kept(range(200)), replacing=True)
    assert cache.find(list(range(300)), known=190, whole=False) is None
    assert cache.find([0, 1, 2, 9, 9], known=0, whole=False) is None


def test_a_model_that_cannot_be_rewound_gets_whole_beginnings_only():
    cache = PromptCache(1_000)
    cache.add(kept(range(200)), replacing=False)
    assert cache.find([*range(150), 9], known=0, whole=True) is None
    assert cache.find([*range(200), 9], known=0, whole=True) is not None


def test_the_one_used_longest_ago_goes_first():
    cache = PromptCache(25)
    first, second, third = (kept(range(start, start + 100), str(start)) for start in (0, 1_000, 2_000))
    cache.add(first, replacing=True)
    cache.add(second, replacing=True)
    assert cache.find(list(range(200)), known=0, whole=False) is first
    assert cache.add(third, replacing=True) == [second]
    assert cache.bytes == 20


def test_one_that_is_larger_than_the_budget_is_not_kept():
    cache = PromptCache(5)
    large = kept(range(100))
    assert cache.add(large, replacing=True) == [large]
    assert len(cache) == 0


def test_a_longer_state_of_the_same_owner_takes_the_place_of_its_beginning():
    cache = PromptCache(1_000)
    cache.add(kept(range(100), "a"), replacing=True)
    cache.add(kept(range(50), "b"), replacing=True)
    cache.add(kept(range(200), "a"), replacing=True)
    assert len(cache) == 2


def test_forgetting_an_owner_leaves_the_others():
    cache = PromptCache(1_000)
    cache.add(kept(range(100), "a"), replacing=True)
    cache.add(kept(range(100), "b"), replacing=True)
    cache.forget("a")
    assert [state.owner for state in cache.unsaved()] == ["b"]
