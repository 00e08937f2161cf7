from __future__ import annotations

import pytest

from assistant.documents.blocks import Block, BlockKind
from assistant.summaries.digest import Digest, Fact
from assistant.summaries.summary import Length, Origin, Style
from tests.summaries.conftest import HARBOUR, document_of


def test_every_point_stands_in_the_document_where_it_says(harbour):
    digest = Digest(harbour)
    for style in Style:
        summary = digest.key_sentences(style, Length.LONG, parts=3)
        assert summary.complete
        for point in summary.points:
            for source in point.sources:
                text = harbour.blocks[source.place.block].text
                assert text[source.start : source.end] == source.text == point.text
                assert point.origin is Origin.EXTRACTED


def test_a_longer_summary_has_more_points(harbour):
    digest = Digest(harbour)
    counts = [len(digest.key_sentences(Style.KEY_POINTS, length, parts=1).points) for length in Length]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_one_sentence_is_one_sentence(harbour):
    assert len(Digest(harbour).key_sentences(Style.SENTENCE, Length.MEDIUM, parts=1).points) == 1


def test_an_outline_has_the_headings_with_what_stands_below_them(harbour):
    summary = Digest(harbour).key_sentences(Style.OUTLINE, Length.SHORT, parts=1)
    assert [(heading.text, len(heading.points)) for heading in summary.outline] == [
        ("The harbour", 1), ("What comes next", 1),
    ]  # fmt: skip
    assert [heading.section for heading in summary.outline] == [point.section for point in summary.points]


def test_an_outline_of_many_headings_shows_the_higher_ones():
    blocks = []
    for chapter in range(5):
        blocks.append(f"# Chapter {chapter}")
        for section in range(10):
            blocks += [f"## Section {section}", HARBOUR[section % 4]]
    summary = Digest(document_of(*blocks)).key_sentences(Style.OUTLINE, Length.SHORT, parts=1)
    assert [heading.text for heading in summary.outline] == [f"Chapter {n}" for n in range(5)]


def test_an_outline_without_headings_still_has_points():
    summary = Digest(document_of(*HARBOUR)).key_sentences(Style.OUTLINE, Length.SHORT, parts=1)
    assert len(summary.points) >= 3


def test_actions_are_what_is_to_be_done_and_dates(harbour):
    points = Digest(harbour).key_sentences(Style.ACTIONS, Length.MEDIUM, parts=1).points
    texts = " ".join(point.text for point in points)
    assert "15 December" in texts
    assert "must not rise" in texts
    assert "cracks in 23" not in texts


@pytest.mark.parametrize(
    "text",
    [
        "Bitte senden Sie den Bericht bis spätestens Freitag.",
        "Veuillez envoyer le rapport avant le 3 mai.",
        "Hay que entregar el informe.",
        "Call the landlord.",
        "2026-12-01",
    ],
)
def test_actions_are_found_in_other_languages(text):
    summary = Digest(document_of(text, "The weather was fine.")).key_sentences(Style.ACTIONS, Length.SHORT, parts=1)
    assert [point.text for point in summary.points] == [text]


def test_of_two_facts_on_one_passage_the_model_s_is_taken(harbour):
    digest = Digest(harbour)
    written = Fact("The decision passed with 14 votes.", Origin.MODEL, (1,))
    chosen = digest.central([*digest.extracted([1]), written], 1)
    assert chosen == [written]


def test_too_few_facts_are_filled_up_with_key_sentences(harbour):
    digest = Digest(harbour)
    fact = Fact("The decision passed with 14 votes.", Origin.MODEL, (1,))
    chosen = digest.choose([fact], Style.KEY_POINTS, Length.MEDIUM, fill=True)
    assert fact in chosen
    assert len(chosen) == digest.wanted(Style.KEY_POINTS, Length.MEDIUM)
    assert [one.passages for one in chosen] == sorted(one.passages for one in chosen)


def test_a_document_of_tables_alone_has_a_summary():
    rows = [Block(BlockKind.TABLE_ROW, f"harbour {n} | {n} ships | {n * 7} pounds") for n in range(9)]
    assert Digest(document_of(*rows)).key_sentences(Style.KEY_POINTS, Length.SHORT, parts=1).points


def test_a_document_without_sentences_has_none():
    summary = Digest(document_of("# Only a heading")).key_sentences(Style.KEY_POINTS, Length.SHORT, parts=0)
    assert summary.points == ()
    assert summary.complete


def test_a_thousand_pages_are_digested(harbour):
    blocks = [block for n in range(700) for block in (f"# Part {n}", *(f"{text} Note {n}." for text in HARBOUR))]
    digest = Digest(document_of(*blocks))
    assert digest.language == "en"
    assert len(digest.key_sentences(Style.KEY_POINTS, Length.LONG, parts=900).points) == 24
