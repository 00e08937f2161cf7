from __future__ import annotations

import numpy as np

from assistant.documents.blocks import Block, BlockKind
from assistant.summaries.key_sentences import KeySentences
from assistant.summaries.passages import passages
from tests.summaries.conftest import HARBOUR, document_of

OFF_SUBJECT = "Yesterday my grandmother baked seven wonderful apple pies for everybody."


def ranked(*blocks):
    found = passages(document_of(*blocks))
    return found, KeySentences(found, language="en")


def test_what_nothing_else_speaks_of_is_not_central():
    found, keys = ranked(*HARBOUR, OFF_SUBJECT)
    chosen = [found[index].text for index in keys.choose(6)]
    assert OFF_SUBJECT not in chosen
    assert chosen[0].startswith("The city council of Marlow Bay voted")


def test_chosen_sentences_come_in_reading_order_and_say_different_things():
    twice = HARBOUR[0].split(". ")[0] + "."
    found, keys = ranked(twice, *HARBOUR, twice)
    chosen = keys.choose(4)
    assert chosen == sorted(chosen)
    texts = [found[index].text for index in chosen]
    assert len(set(texts)) == len(texts)


def test_a_summary_reaches_over_the_whole_text():
    towns = ("Marlow", "Stanton", "Hollins", "Kirby", "Ashton", "Barrow", "Camber")
    things = ("ferries", "barges", "tankers", "cutters", "tugs", "yachts")
    found, keys = ranked(
        *(f"The council of {town} closed the harbour to {thing}." for thing in things for town in towns)
    )
    chosen = keys.choose(8)
    assert min(chosen) < len(found) // 4
    assert max(chosen) > 3 * len(found) // 4


def test_what_can_not_stand_alone_is_not_chosen():
    _, keys = ranked(
        "See https://example.org/a/b for the harbour and the council.",
        "Why did the council close the harbour?",
        Block(BlockKind.TABLE_ROW, "harbour | council | 5"),
        "12 34 56 78 90 12 34 56",
        *HARBOUR,
    )
    assert keys.scores[0] == keys.scores[2] == keys.scores[3] == 0
    assert keys.scores[1] < 0.5 * keys.scores[4]


def test_only_the_passages_named_are_chosen():
    _, keys = ranked(*HARBOUR)
    assert set(keys.choose(3, among=range(4, 7))) <= {4, 5, 6}


def test_there_is_always_something_where_there_are_words():
    found, keys = ranked(Block(BlockKind.TABLE_ROW, "harbour | council"), Block(BlockKind.TABLE_ROW, "ship | council"))
    assert keys.choose(1)
    assert len(found) == 2


def test_nothing_at_all_gives_nothing():
    _, keys = ranked("# only a heading")
    assert keys.choose(3) == []
    assert len(keys.scores) == 0


def test_scores_are_between_nothing_and_one():
    _, keys = ranked(*HARBOUR)
    assert keys.scores.max() == 1
    assert np.all(keys.scores >= 0)
    assert np.all(np.isfinite(keys.scores))


def test_other_scripts_are_ranked_too():
    text = "市议会决定从明年起关闭旧港口。新港口将于明年开放。渔民可以继续使用北港口。苹果派很好吃。旧港口将成为公园。"
    found = passages(document_of(text))
    keys = KeySentences(found, language="zh")
    assert "苹果派很好吃。" not in [found[index].text for index in keys.choose(2)]
