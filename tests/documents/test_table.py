from __future__ import annotations

import pytest

from tests.documents.making import read_bytes, told


@pytest.fixture
def read(tmp_path):
    return lambda text: read_bytes(text.encode(), "csv", tmp_path)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_rows_have_the_names_of_their_columns_whatever_separates_them(read, delimiter):
    rows = [("Year", "Days", "Remark"), ("1901", "365", "calm"), ("1902", "", "storm")]
    assert told(read("\r\n".join(delimiter.join(row) for row in rows))) == [
        ("table row", 0, "Year | Days | Remark"),
        ("table row", 0, "Year: 1901; Days: 365; Remark: calm"),
        ("table row", 0, "Year: 1902; Remark: storm"),
    ]


def test_commas_in_numbers_do_not_separate_cells_where_semicolons_do(read):
    assert told(read("Jahr;Höhe\n1901;3,5\n1902;4,25\n"))[1] == ("table row", 0, "Jahr: 1901; Höhe: 3,5")


def test_quoted_cells_hold_separators_quotes_and_line_breaks(read):
    assert told(read('Name,Text\n"Keeper, J.","He said ""no"".\nTwice."\n'))[1] == (
        "table row",
        0,
        'Name: Keeper, J.; Text: He said "no". Twice.',
    )


def test_rows_longer_than_the_first_keep_their_cells(read):
    assert told(read("a,b\n1,2,3\n"))[1] == ("table row", 0, "a: 1; b: 2; 3")
