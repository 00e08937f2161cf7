from __future__ import annotations

import pytest

from assistant.summaries.asking import PassageIndex
from assistant.summaries.digest import Digest
from tests.summaries.conftest import HARBOUR, document_of


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How many berths will the pontoon have?", "60 berths"),
        ("What did the regional government promise?", "8 million pounds"),
        ("WHAT WILL THE SOUTHERN QUAY BECOME", "a park with a swimming pool"),
    ],
)
def test_the_passage_that_answers_comes_first(harbour, question, answer):
    best = PassageIndex(Digest(harbour)).sources(question, 3, characters=400)[0]
    assert answer in best.text
    assert harbour.blocks[best.place.block].text[best.start : best.end] == best.text


def test_nothing_is_found_where_no_word_is_shared(harbour):
    assert PassageIndex(Digest(harbour)).sources("Quantum chromodynamics?", 3, characters=400) == []


@pytest.mark.parametrize("question", ["", "?", "the and of", "\x00"])
def test_a_question_without_words_finds_nothing(harbour, question):
    assert PassageIndex(Digest(harbour)).sources(question, 3, characters=400) == []


def test_a_heading_helps_to_find_what_stands_below_it():
    document = document_of("# Cats", "They sleep a lot, all day.", "# Dogs", "They sleep a lot, all night.")
    best = PassageIndex(Digest(document)).sources("What do dogs do?", 1, characters=400)[0]
    assert best.place.heading == "Dogs"


def test_of_a_long_paragraph_only_the_sentences_around_the_best_one_come():
    long = " ".join(f"Sentence {n} says nothing of interest here." for n in range(60))
    document = document_of(f"{long} The treasure lies below the old oak. {long}")
    best = PassageIndex(Digest(document)).sources("Where is the treasure?", 1, characters=300)[0]
    assert "old oak" in best.text
    assert len(best.text) <= 300
    assert document.blocks[0].text[best.start : best.end] == best.text


def test_the_nearest_sentence_is_one_of_the_passage(harbour):
    index = PassageIndex(Digest(harbour))
    question = "How many visitors does the council expect?"
    source = index.sources(question, 1, characters=400)[0]
    assert index.nearest_sentence(question, source) == HARBOUR[2].split("years. ")[1]
