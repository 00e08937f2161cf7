from __future__ import annotations

import pytest

from tests.documents.making import read_bytes, told


@pytest.fixture
def read(tmp_path):
    return lambda text: read_bytes(text.encode("latin-1"), "rtf", tmp_path)


def test_paragraphs_tables_and_characters_of_all_kinds_are_read(read):
    text = (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl\f0\fswiss Helvetica;}{\*\generator Thimble;}\f0 "
        r"THE KEEPER\par Gr\'fc\'dfe, \u8364?5 and {\b bold} text.\par "
        r"\trowd Year\cell Days\cell\row \trowd 1901\cell 365\cell\row \pard {\pict " + "0a" * 5_000 + r"}The end.\par}"
    )
    assert told(read(text)) == [
        ("heading", 1, "THE KEEPER"),
        ("paragraph", 0, "Grüße, €5 and bold text."),
        ("table row", 0, "Year | Days"),
        ("table row", 0, "1901 | 365"),
        ("paragraph", 0, "The end."),
    ]


def test_the_code_page_that_the_file_names_is_used(read):
    assert told(read(r"{\rtf1\ansi\ansicpg1251 \'cc\'e0\'ff\'ea\par}")) == [("paragraph", 0, "Маяк")]


def test_a_file_that_is_cut_off_gives_what_is_there(read):
    assert told(read(r"{\rtf1\ansi One paragraph.\par Another {\b pa")) == [
        ("paragraph", 0, "One paragraph."),
        ("paragraph", 0, "Another pa"),
    ]
