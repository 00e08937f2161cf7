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


def measured(payoff, *, tokens, cost, steps=60):
    """Run a machine whose guesses bring `tokens` at `cost` plain steps; return how many steps guessed."""
    count = 0
    for _ in range(steps):
        guessed = payoff.wanted
        count += guessed
        payoff.observe(guessed=guessed, tokens=tokens if guessed else 1, seconds=cost if guessed else 1.0)
    return count


def test_guessing_goes_on_while_it_pays():
    assert measured(Payoff(), tokens=3, cost=1.5) > 50


def test_guessing_stops_by_itself_when_it_does_not_pay():
    assert measured(Payoff(), tokens=1, cost=1.5) < 15


def test_guessing_is_tried_again_after_a_pause():
    payoff = Payoff()
    measured(payoff, tokens=1, cost=1.5, steps=30)
    assert measured(payoff, tokens=4, cost=1.5, steps=200) > 100
