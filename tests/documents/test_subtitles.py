from __future__ import annotations

import pytest

from assistant.documents.errors import DAMAGED, BadDocumentError
from tests.documents.making import read_bytes, texts, told


@pytest.fixture
def read(tmp_path):
    return lambda text: read_bytes(text.encode(), "srt", tmp_path)


def test_cues_are_joined_to_running_text_until_a_pause(read):
    text = (
        "1\n00:00:01,000 --> 00:00:03,000\n<i>The keeper</i> of\nthe lighthouse\n\n"
        "2\n00:00:03,200 --> 00:00:05,000\n{\\an8}wrote it down.\n\n"
        "3\n00:00:30,000 --> 00:00:32,000\nNobody &amp; nothing.\n"
    )
    assert texts(read(text)) == ["The keeper of the lighthouse wrote it down.", "Nobody & nothing."]


def test_web_captions_are_read_without_their_notes(read):
    text = (
        "WEBVTT\n\nNOTE made by hand\n\nintro\n00:01.000 --> 00:03.000 align:start\n<v Keeper>It rained.\n\n"
        "00:03.000 --> 00:04.000\nIt rained.\n\n00:04.000 --> 00:05.000\nAnd then?\n"
    )
    assert texts(read(text)) == ["It rained. And then?"]


def test_numbers_that_are_said_are_text(read):
    assert texts(read("1\n00:00:01,000 --> 00:00:03,000\n1984\nwas the year.\n")) == ["1984 was the year."]


def test_a_long_film_has_a_section_for_each_five_minutes(read):
    text = "".join(f"{m}\n00:{m:02}:00,000 --> 00:{m:02}:02,000\nMinute {m}.\n\n" for m in range(1, 20))
    assert [words for kind, _, words in told(read(text)) if kind == "heading"] == [
        "0:00:00",
        "0:05:00",
        "0:10:00",
        "0:15:00",
    ]


def test_a_file_without_a_cue_is_damaged(read):
    with pytest.raises(BadDocumentError) as caught:
        read("WEBVTT\n\nnothing")
    assert caught.value.template == DAMAGED
