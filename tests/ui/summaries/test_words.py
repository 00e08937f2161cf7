import pytest

from assistant.documents.blocks import Note, NoteKind, Place
from assistant.documents.errors import ENCRYPTED
from assistant.documents.reader import ReadingProgress
from assistant.summaries.profiles import LANGUAGE_NAMES
from assistant.summaries.summary import Length, Style
from ui.summaries.words import language_name, length_name, note_words, place_words, reading_words, style_name, time_left

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(9, 3, 2, "Results", 2), "page 3, “Results”, paragraph 2"),
        (Place(0, 0, 0, "", 1), "paragraph 1"),
        (Place(4, 0, 1, "Notes", 1, "a/b.txt"), "a/b.txt, “Notes”, paragraph 1"),
    ],
)
def test_a_place_is_said_as_people_would(place, words):
    assert place_words(place) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (4, "a few seconds left"),
        (42, "about 40 s left"),
        (130, "about 2 min left"),
        (9_000, "about 2 h left"),
    ],
)
def test_time_left_is_said_roughly(seconds, words):
    assert time_left(seconds) == words


@pytest.mark.parametrize("kind", NoteKind)
def test_every_kind_of_note_is_a_sentence(kind):
    (words,) = note_words((Note(kind, 3, "file.pdf"),))
    assert words.endswith(".")


def test_a_file_left_out_says_why():
    note = Note(NoteKind.FILE_LEFT_OUT, 0, "a.pdf", ENCRYPTED, {"file": "a.pdf"})
    assert note_words((note,)) == ["a.pdf is protected with a password. Save it without one and choose the copy."]


def test_reading_says_which_file_and_how_far():
    assert reading_words(ReadingProgress("a.pdf", 1, 1, 3, 20)) == "Reading a.pdf, 3 of 20…"
    assert reading_words(ReadingProgress("a.pdf", 2, 5)) == "Reading a.pdf, 2 of 5…"


def test_everything_that_can_be_chosen_has_a_name():
    assert all(style_name(style) for style in Style)
    assert all(length_name(length) for length in Length)
    assert {code: language_name(code) for code in LANGUAGE_NAMES} == LANGUAGE_NAMES
