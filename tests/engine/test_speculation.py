from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.engine.speculation import NgramIndex, Payoff


def test_what_followed_before_is_guessed_again():
    index = NgramIndex([1, 2, 3, 4, 5, 6, 1, 2])
    assert index.guess(3) == [3, 4, 5]


def test_new_tokens_give_no_guess():
    assert NgramIndex([1, 2, 3, 4]).guess(5) == []
    assert NgramIndex([]).guess(5) == []


def test_a_longer_match_wins_over_a_later_one():
    index = NgramIndex([1, 2, 3, 4, 7, 9, 3, 4, 8, 1, 2, 3, 4])
    assert index.guess(1) == [7]


def test_what_was_written_counts_too():
    index = NgramIndex([1, 2, 3])
    index.extend([8, 9, 4, 8, 9])
    assert index.guess(1) == [4]


@given(st.lists(st.integers(0, 3), max_size=60), st.integers(0, 10))
def test_a_guess_stands_somewhere_behind_the_same_two_tokens(tokens, most):
    guess = NgramIndex(tokens).guess(most)
    assert len(guess) <= most
    if guess:
        places = range(2, len(tokens))
        assert any(tokens[at - 2 : at] == tokens[-2:] and tokens[at : at + len(guess)] == guess for at in places)


def measured(payoff, *, right, cost, steps=60):
    """Run a machine that guesses `right` tokens right at `cost` plain steps; return how many steps guessed."""
    count = 0
    for _ in range(steps):
        guessed = payoff.longest
        count += bool(guessed)
        payoff.observe(guessed=guessed, tokens=min(guessed, right) + 1, seconds=cost if guessed else 1.0)
    return count


def test_guessing_goes_on_while_it_pays():
    assert measured(Payoff(), right=3, cost=1.5) > 50


def test_guessing_stops_by_itself_when_nothing_is_right():
    assert measured(Payoff(), right=0, cost=1.5, steps=200) < 8


def test_guessing_stops_by_itself_when_it_costs_more_than_it_brings():
    assert measured(Payoff(), right=1, cost=3.0, steps=200) < 30


def test_guessing_is_tried_again_after_a_pause():
    payoff = Payoff()
    measured(payoff, right=0, cost=1.5, steps=30)
    assert measured(payoff, right=4, cost=1.5, steps=200) > 100


def test_few_tokens_are_guessed_until_they_were_right():
    payoff = Payoff()
    for _ in range(3):
        payoff.observe(guessed=0, tokens=1, seconds=1.0)
    few = payoff.longest
    payoff.observe(guessed=few, tokens=few + 1, seconds=1.0)
    assert payoff.longest > few > 0
