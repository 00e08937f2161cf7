from __future__ import annotations

import pytest

from assistant.summaries.checks import Evidence, Fault, form_fault, loops, question_in, written_sentences
from assistant.text.sentences import sentences
from tests.summaries.conftest import HARBOUR

EVIDENCE = Evidence([sentence for paragraph in HARBOUR for sentence in sentences(paragraph)], language="en")


@pytest.mark.parametrize(
    "sentence",
    [
        "The decision passed with 14 votes to 5.",
        "Marlow Bay voted to close the old harbour to commercial ships from 1 March 2027.",
        "A new pontoon with 60 berths will be built.",
        "The southern quay is to become a park with a swimming pool.",
    ],
)
def test_what_the_text_says_in_fewer_words_passes(sentence):
    verdict = EVIDENCE.check(sentence)
    assert verdict.passed, verdict
    assert verdict.sources


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("The decision passed with 15 votes to 5.", Fault.NUMBER),
        ("The decision passed after a debate in Stanton.", Fault.NAME),
        ("The decision surprised the tourists and many hotel owners.", Fault.WORDS),
        # Words from all over the text, put together to something it does not say.
        ("The regional government voted to close the swimming pool.", Fault.WORDS),
        ("The harbour walls, built in 1887, could be repaired at a reasonable price.", Fault.NEGATION),
        ("The regional government has promised 8 million pounds.", Fault.FRAGMENT),
        ("The text talks about a harbour.", Fault.TALK),
        ("Sure! Here are the points.", Fault.TALK),
        ("The decision passed with 14 votes to", Fault.UNFINISHED),
        ("The harbour the harbour the harbour the harbour.", Fault.LOOP),
        ("Yes.", None),
    ],
)
def test_what_it_does_not_say_fails(sentence, fault):
    verdict = EVIDENCE.check(sentence)
    assert not verdict.passed
    if fault is not None:
        assert verdict.fault is fault


def test_sources_are_where_the_words_stand():
    assert EVIDENCE.check("The decision passed with 14 votes to 5.").sources == (1,)


def test_in_another_language_only_names_and_numbers_are_checked():
    assert EVIDENCE.check("Der Beschluss fiel mit 14 zu 5 Stimmen.", least_overlap=0).fault is not Fault.WORDS


@pytest.mark.parametrize(
    "text", ["a b a b a b", "one two three one two three", "so so so so", "a cat sat then a cat sat then a cat sat"]
)  # fmt: skip
def test_repetition_is_seen(text):
    assert loops(text.split())


def test_ordinary_repetition_is_none():
    assert not loops(["the", "man", "saw", "the", "dog", "and", "the", "dog", "saw", "the", "man"])


@pytest.mark.parametrize("text", ["", " ", "?", "…", "<|im_end|>", "\x00"])
def test_rubbish_has_a_fault(text):
    assert form_fault(text) is not None


def test_an_answer_comes_apart_without_its_marks():
    answer = "1. **First** point here.\n2) Second point. Third point.\n- First point here.\n"
    assert written_sentences(answer) == ["First point here.", "Second point.", "Third point."]


@pytest.mark.parametrize(
    ("answer", "question"),
    [
        ("What will be built this winter?", "What will be built this winter?"),
        (" When did the cow jump over the moon?", ""),
        ("Where will the pontoon of Stanton be built?", ""),
        ("A new pontoon with 60 berths will be built this winter?", ""),
        ("It is a pontoon.", ""),
        ("", ""),
    ],
)
def test_a_question_must_be_one_that_the_sentence_answers(answer, question):
    assert question_in(answer, "A new pontoon with 60 berths will be built this winter.", language="en") == question
