from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.paths import program_folder
from assistant.text.sentences import sentence_spans, sentences

CORPORA = program_folder().parent / "shared" / "corpora"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("   \n ", []),
        ("No mark", ["No mark"]),
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Dr. Smith met J. S. Bach. They left.", ["Dr. Smith met J. S. Bach.", "They left."]),
        ("It cost $3.50, e.g. in May. Yes.", ["It cost $3.50, e.g. in May.", "Yes."]),
        ("See no. 5 now. I said no. Go.", ["See no. 5 now.", "I said no.", "Go."]),
        ("Am 3. Oktober kam er. Es war kalt.", ["Am 3. Oktober kam er.", "Es war kalt."]),
        ("1. Open it. 2. Close it.", ["1. Open it.", "2. Close it."]),
        ('He said "Stop!" and left. "Go." She went.', ['He said "Stop!" and left.', '"Go."', "She went."]),
        ("« Viens ! » Il est venu.", ["« Viens ! »", "Il est venu."]),
        ("他来了。我走了！真的吗？", ["他来了。", "我走了！", "真的吗？"]),
        ("मैं जाता हूँ। तुम कहाँ हो?", ["मैं जाता हूँ।", "तुम कहाँ हो?"]),
        ("Բարեւ։ Ինչպես ես։", ["Բարեւ։", "Ինչպես ես։"]),
        ("أين أنت؟ أنا هنا.", ["أين أنت؟", "أنا هنا."]),
        ("Version 2.0.1 is at www.example.com. It works.", ["Version 2.0.1 is at www.example.com.", "It works."]),
    ],
)
def test_sentences_end_where_people_end_them(text, expected):
    assert sentences(text) == expected


def test_text_without_sentence_marks_is_cut_at_spaces():
    pieces = sentences("ยินดีต้อนรับทุกท่าน " * 20)
    assert len(pieces) > 3
    assert all(len(piece) < 200 for piece in pieces)


@given(st.text(max_size=300))
def test_spans_lie_in_order_and_leave_out_only_white_space(text):
    at = 0
    for start, end in sentence_spans(text):
        assert start >= at
        assert not text[at:start].strip()
        assert text[start:end].strip() == text[start:end] != ""
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize(("file", "column"), [("en-de", 0), ("en-de", 1), ("en-fr", 1), ("en-es", 1)])
def test_real_sentences_put_together_come_apart_again(file, column):
    corpus = CORPORA / f"tatoeba.{file}.tsv.gz"
    if not corpus.exists():
        pytest.skip(f"{corpus} is missing: it lies beside the project, not in it")
    with gzip.open(corpus, "rt", encoding="utf-8") as rows:
        texts = list(dict.fromkeys(row.rstrip("\n").split("\t")[column] for row in rows))[::40]
    right = found = wanted = 0
    for first in range(0, len(texts) - 10, 10):
        group = texts[first : first + 10]
        ends, at = set(), -1
        for one in group:
            at += 1 + len(one)
            ends.add(at)
        got = {end for _, end in sentence_spans(" ".join(group))}
        right, found, wanted = right + len(got & ends), found + len(got), wanted + len(ends)
    assert 2 * right / (found + wanted) > 0.985
