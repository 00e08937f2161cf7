from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.store.search_words import Phrase, find_text, find_words, fold, index_text, merged, phrases_of


def shown(text, query):
    return [text[span.start : span.end] for span in find_words(text, phrases_of(query))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Über", "uber"),
        ("STRASSE", "straße"),
        ("ﬁne", "fine"),
        ("ＡＢＣ", "abc"),
        ("ёлка", "елка"),
        ("Ἀθῆναι", "αθηναι"),
        ("مُحَمَّد", "محمد"),
        ("ｶﾞﾗｽ", "ガラス"),
        ("e\u0301te\u0301", "ete"),
        ("so\u00adft", "soft"),
    ],
)
def test_case_accents_and_forms_make_no_difference(one, other):
    assert fold(one) == fold(other)


def test_a_run_without_spaces_is_indexed_as_pairs_and_its_last_character():
    assert index_text("日本語").split() == ["日本", "本語", "語"]


def test_scripts_are_cut_from_one_another():
    assert index_text("Python入門、すぐ").split() == ["python", "入門", "門", "すぐ", "ぐ"]


def test_signs_between_letters_of_such_a_script_are_gaps():
    assert index_text("ア・イ").split() == ["ア", "イ"]


def test_vowel_signs_belong_to_their_word():
    assert index_text("हिन्दी में").split() == ["हिन्दी", "में"]


def test_all_words_are_asked_for_and_the_last_may_go_on():
    assert phrases_of("tall light") == (Phrase(("tall",)), Phrase(("light",), prefix=True))


@pytest.mark.parametrize("query", ["light ", '"light"', "light."])
def test_a_finished_word_does_not_go_on(query):
    assert phrases_of(query) == (Phrase(("light",)),)


def test_quoted_words_follow_one_another():
    assert phrases_of('"new york" x') == (Phrase(("new", "york")), Phrase(("x",), prefix=True))


def test_a_quote_that_is_not_closed_is_still_being_typed():
    assert phrases_of('"new yo') == (Phrase(("new", "yo"), prefix=True),)


def test_one_character_of_a_script_without_spaces_is_a_beginning():
    assert phrases_of("京 ") == (Phrase(("京",), prefix=True),)


def test_several_of_them_are_a_phrase_of_pairs():
    assert phrases_of("東京都") == (Phrase(("東京", "京都")),)


@pytest.mark.parametrize("query", ["", " ", '"', "!?", '""', "***", "\x00", "👍"])
def test_a_query_without_letters_asks_for_nothing(query):
    assert phrases_of(query) == ()


def test_a_very_long_query_is_bounded_but_what_is_being_typed_counts():
    phrases = phrases_of(" ".join(f"w{number}" for number in range(100)) + " last")
    assert len(phrases) < 30
    assert phrases[-1] == Phrase(("last",), prefix=True)


def test_found_words_are_whole():
    assert shown("A lighthouse, two Lighthouses; light", "lighth") == ["lighthouse", "Lighthouses"]


def test_of_a_script_without_spaces_only_what_was_asked_for_is_shown():
    assert shown("我喜欢日本語と本", "本語") == ["本語"]
    assert shown("我喜欢日本語と本", "本") == ["本", "本"]


def test_a_phrase_is_shown_as_one():
    assert shown("York is not New  York", '"new york"') == ["New  York"]


def test_words_are_found_where_folding_changes_their_length():
    assert shown("Die Straße, ﬁne", "strasse fine") == ["Straße", "ﬁne"]


def test_part_of_a_word_is_found_in_a_text():
    text = "Straßenfest in der STRASSE"
    assert [text[one.start : one.end] for one in find_text(text, "strass")] == ["Straß", "STRASS"]


@given(st.text(max_size=60), st.text(max_size=6))
def test_spans_lie_within_the_text_whatever_it_holds(text, query):
    spans = [*find_words(text, phrases_of(query)), *find_text(text, query)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    together = merged(spans)
    assert all(one.end <= two.start for one, two in pairwise(together))


@given(st.text(min_size=1, max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_a_text_is_found_by_itself(word, before, after):
    if phrases := phrases_of(f"{word} "):
        assert find_words(f"{before} {word} {after}", phrases)
