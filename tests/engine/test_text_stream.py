from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.engine.text_stream import TextStream


def feed_all(stream: TextStream, pieces: list[bytes]) -> str:
    return "".join(stream.feed(piece) for piece in pieces) + stream.finish()


def test_half_a_character_is_held_back_until_it_is_whole():
    stream = TextStream()
    first, second = "é".encode()[:1], "é".encode()[1:]
    assert stream.feed(b"caf" + first) == "caf"
    assert stream.feed(second) == "é"


def test_what_never_becomes_a_character_is_shown_as_replacement():
    assert feed_all(TextStream(), [b"a\xff", b"\xe2\x82"]) == "a\ufffd\ufffd"


def test_nothing_behind_a_stop_string_is_given_out():
    stream = TextStream(["END"])
    assert feed_all(stream, [b"one E", b"ND two", b" three"]) == "one "
    assert stream.stopped


def test_the_first_of_several_stop_strings_counts():
    assert feed_all(TextStream(["two", "one"]), [b"zero one two"]) == "zero "


def test_the_beginning_of_a_stop_string_is_held_back_and_released():
    stream = TextStream(["\nUser:"])
    assert stream.feed(b"hello\nUse") == "hello"
    assert stream.feed(b"d car") == "\nUsed car"


def test_an_unfinished_stop_string_is_part_of_the_answer_at_its_end():
    assert feed_all(TextStream(["STOP"]), [b"go STO"]) == "go STO"


def test_empty_stop_strings_stop_nothing():
    assert feed_all(TextStream([""]), [b"text"]) == "text"


@given(
    text=st.text(alphabet=st.sampled_from("abE\nND€😀é"), max_size=60),
    stops=st.lists(st.text(alphabet=st.sampled_from("abEND\n€😀"), min_size=1, max_size=4), max_size=3),
    cuts=st.lists(st.integers(1, 5), max_size=200),
)
def test_pieces_of_any_size_give_what_the_whole_text_gives(text, stops, cuts):
    data = text.encode()
    pieces, start = [], 0
    for size in [*cuts, *[1] * len(data)]:
        pieces.append(data[start : start + size])
        start += size
    ends = [at for stop in stops if (at := text.find(stop)) >= 0]
    expected = text[: min(ends)] if ends else text
    assert feed_all(TextStream(stops), pieces) == expected
