from __future__ import annotations

import pytest

from assistant.documents.joining import Hyphens, joined


def test_lines_are_joined_with_spaces_where_the_script_has_them():
    assert joined(["one", "two", "", "three"]) == "one two three"
    assert joined(["灯台の", "番人は"]) == "灯台の番人は"
    assert joined(["灯台", "and", "番人"]) == "灯台 and 番人"
    assert joined(["등대지기는", "매일"]) == "등대지기는 매일"


@pytest.mark.parametrize(
    ("before", "after", "witness", "kept"),
    [
        ("a com", "puter", "the computer", False),
        ("a com", "puter", "", False),
        ("the well", "known man", "a well-known song", True),
        ("the well", "known man", "known well", True),
        ("a Berlin", "Munich train", "", True),
        ("pages 3", "7 and", "", True),
        ("the light", "house", "a light in the house, a lighthouse", False),
    ],
)
def test_a_hyphen_stays_when_the_document_says_so(before, after, witness, kept):
    hyphens = Hyphens([(before, True), (after, False), (witness, False)])
    assert hyphens.kept(before, after) is kept


def test_halves_of_a_broken_word_are_no_witnesses():
    hyphens = Hyphens([("a com", True), ("puter", False), ("the com", True), ("puter", False)])
    assert not hyphens.kept("a com", "puter")
