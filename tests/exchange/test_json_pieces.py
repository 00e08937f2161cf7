import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.exchange import json_pieces
from assistant.exchange.json_pieces import MOST_VALUES, UnreadableError, decoded, pieces

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


class Dripping(io.BytesIO):
    """A file that gives a few bytes at a time, so that every place is at some time the end of what is there."""

    def read(self, count=-1):
        return super().read(min(count, 3) if count >= 0 else count)


def taken_apart(data, file=io.BytesIO):
    return list(pieces(file(data)))


@given(st.lists(values, max_size=6), st.sampled_from([None, 2]), st.booleans())
def test_the_elements_of_an_array_come_one_by_one(elements, indent, ensure_ascii):
    data = json.dumps(elements, indent=indent, ensure_ascii=ensure_ascii).encode(errors="surrogatepass")
    for file in (io.BytesIO, Dripping):
        assert [json.loads(piece.data) for piece in taken_apart(data, file)] == elements


@given(st.dictionaries(st.text(max_size=5), values, max_size=5), st.sampled_from([None, 2]))
def test_the_members_of_an_object_come_one_by_one_and_their_arrays_element_by_element(members, indent):
    data = json.dumps(members, indent=indent).encode()
    for file in (io.BytesIO, Dripping):
        found = {}
        for piece in taken_apart(data, file):
            value = json.loads(piece.data)
            if piece.in_array:
                found.setdefault(piece.key, []).append(value)
            else:
                found[piece.key] = value
        # An empty array has no element that could come.
        assert found == {key: value for key, value in members.items() if value != []}


@given(st.binary(max_size=60) | st.text(alphabet='{}[]",:\\ a1', max_size=60).map(str.encode))
def test_any_bytes_come_to_an_end(data):
    for file in (io.BytesIO, Dripping):
        assert len(taken_apart(data, file)) <= len(data) + 1


def test_what_is_cut_off_is_said():
    assert [piece.data for piece in taken_apart(b'[{"a": 1}, {"b": [2, "x')] == [b'{"a": 1}', None]


def test_where_a_piece_ends_is_known():
    assert [piece.end for piece in taken_apart(b'[{"a": 1}, 22 ]')] == [9, 13]


def test_a_piece_that_is_too_large_is_passed_over_and_the_next_one_comes():
    data = b'[1, {"a": "' + b"x" * 5_000 + b'"}, {"b": 2}]'
    found = [piece.data for piece in pieces(io.BytesIO(data), largest=1_000)]
    assert found == [b"1", None, b'{"b": 2}']


def test_a_long_string_that_never_ends_is_looked_at_only_a_few_times(monkeypatch):
    monkeypatch.setattr(json_pieces, "_CHUNK", 16)
    file = io.BytesIO(b'["' + b'\\"' * 200_000)
    reads = []
    read = file.read
    file.read = lambda count: reads.append(count) or read(count)
    assert [piece.data for piece in pieces(file)] == [None]
    assert len(reads) < 30


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 100_000, b"[" * 100_000 + b"]" * 100_000])
def test_deep_nesting_is_no_reason_to_fail(data):
    for piece in taken_apart(data):
        if piece.data is not None:
            with pytest.raises(UnreadableError):
                decoded(piece.data)


def test_what_would_need_far_more_memory_than_it_has_room_in_the_file_is_not_decoded():
    with pytest.raises(UnreadableError):
        decoded(b"[" + b"[]," * MOST_VALUES + b"[]]")


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b'"\\ud83d"', "\ud83d"),
        (b'"a\nb"', "a\nb"),
        (b'"\xff"', "\ufffd"),
        (b'{"a": 1e999}', {"a": float("inf")}),
    ],
)
def test_what_other_programs_write_though_it_is_no_json_is_decoded(data, value):
    assert decoded(data) == value


def test_a_number_of_a_million_digits_is_not_decoded():
    with pytest.raises(UnreadableError):
        decoded(b"1" * 1_000_000)
