from __future__ import annotations

from assistant.store import Message, MessageHead, MessageState, Role
from ui.chat.turns import CHARACTERS_PER_TOKEN, make_prompt


class Talk:
    """A conversation in memory that notes which bodies were asked for."""

    def __init__(self, *texts):
        self.messages = [
            Message(
                number,
                1,
                number - 1 or None,
                Role.USER if number % 2 else Role.ASSISTANT,
                text,
                MessageState.COMPLETE,
                "",
                None,
                "",
                "",
                0.0,
            )
            for number, text in enumerate(texts, start=1)
        ]
        self.fetched = []

    def heads(self):
        return [
            MessageHead(message.id, message.parent_id, message.role, message.state, len(message.text), 1, 1)
            for message in self.messages
        ]

    def fetch(self, ids):
        self.fetched += ids
        return [self.messages[id_ - 1] for id_ in ids]

    def prompt(self, *, system_text="", context_start=None, context_length=1000):
        return make_prompt(
            self.heads(),
            self.fetch,
            system_text=system_text,
            context_start=context_start,
            context_length=context_length,
        )


def test_a_short_conversation_is_sent_whole():
    prompt = Talk("one", "two", "three").prompt(system_text="  Be brief. ")
    assert [(turn.role, turn.text) for turn in prompt.turns] == [
        ("system", "Be brief."),
        ("user", "one"),
        ("assistant", "two"),
        ("user", "three"),
    ]
    assert prompt.message_ids == (1, 2, 3)
    assert prompt.whole


def test_of_10_000_messages_only_those_that_can_fit_are_read():
    talk = Talk(*(["x" * 100] * 9_999))
    prompt = talk.prompt(context_length=1000)
    assert len(talk.fetched) == 1000 * CHARACTERS_PER_TOKEN // 100
    assert prompt.message_ids[-1] == 9_999
    assert not prompt.whole


def test_the_newest_question_is_sent_however_long_it_is():
    prompt = Talk("one", "two", "x" * 5_000_000).prompt()
    assert prompt.message_ids == (3,)


def test_an_answer_to_be_continued_comes_with_its_question():
    prompt = Talk("one", "two", "question", "x" * 1_000_000).prompt()
    assert prompt.message_ids == (3, 4)


def test_answers_without_a_word_are_left_out():
    prompt = Talk("one", "", "three", " \n", "five").prompt()
    assert prompt.message_ids == (1, 3, 5)
    assert prompt.whole


def test_what_was_left_out_stays_left_out():
    assert Talk("one", "two", "three").prompt(context_start=2).first_turn == 1


def test_a_first_message_on_another_branch_does_not_count():
    assert Talk("one", "two", "three").prompt(context_start=77).first_turn == 0


def test_the_first_message_read_is_found_from_the_number_left_out():
    prompt = Talk("one", "two", "three").prompt(system_text="Be brief.")
    assert prompt.first_read(0) is None
    assert prompt.first_read(2) == 3
    assert prompt.first_read(99) == 3


def test_messages_never_sent_count_as_left_out():
    prompt = Talk(*(["x" * 100] * 999)).prompt(context_length=100)
    assert prompt.first_read(0) == prompt.message_ids[0]
    assert prompt.first_read(2) == prompt.message_ids[2]


def test_an_empty_conversation_makes_an_empty_prompt():
    prompt = Talk().prompt()
    assert prompt.turns == ()
    assert prompt.first_read(0) is None
