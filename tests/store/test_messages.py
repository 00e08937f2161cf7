from __future__ import annotations

import pytest

from assistant.errors import StoreError
from assistant.events import AnswerStats, StopReason
from assistant.store import MessageState, Role, Store

STATS = AnswerStats(
    prompt_tokens=12,
    answer_tokens=34,
    prompt_tokens_per_second=1612.5,
    answer_tokens_per_second=219.25,
    seconds_to_first_token=0.125,
    reused_tokens=7,
)


@pytest.fixture
def conversation_id(store):
    return store.create_conversation().id


@pytest.fixture
def answer(store, conversation_id):
    """A streaming answer to a question."""
    question = store.add_message(conversation_id, parent_id=None, role=Role.USER, text="Why?")
    return store.add_message(
        conversation_id,
        parent_id=question.id,
        role=Role.ASSISTANT,
        text="",
        state=MessageState.STREAMING,
        model="smollm2",
    )


def only(store, message_id):
    (message,) = store.messages([message_id])
    return message


def test_a_message_is_returned_as_it_is_saved(store, conversation_id):
    made = store.add_message(conversation_id, parent_id=None, role=Role.USER, text="Hello", model="m")
    assert only(store, made.id) == made
    assert (made.conversation_id, made.parent_id, made.role, made.text) == (conversation_id, None, Role.USER, "Hello")
    assert (made.state, made.model, made.stats, made.stop_reason, made.error) == (
        MessageState.COMPLETE,
        "m",
        None,
        "",
        "",
    )


@pytest.mark.parametrize(
    "text",
    ["", "a\0b", "🏳️‍🌈" * 10_000, "שלום \u202eabc", "x" * 5_000_000, "\ufeff", "\n" * 1000],
    ids=["empty", "nul", "emoji", "right to left", "5 MB", "byte order mark", "new lines"],
)
def test_any_text_comes_back_unchanged_and_with_its_length(path, text):
    with Store.open(path) as store:
        conversation_id = store.create_conversation().id
        message = store.add_message(conversation_id, parent_id=None, role=Role.ASSISTANT, text=text)
        streaming = store.add_message(
            conversation_id, parent_id=message.id, role=Role.ASSISTANT, text="", state=MessageState.STREAMING
        )
        store.update_streaming(streaming.id, text)
    with Store.open(path) as store:
        assert [found.text for found in store.messages([message.id, streaming.id])] == [text, text]
        assert [head.length for head in store.path(conversation_id)] == [len(text), len(text)]


def test_adding_a_message_moves_its_conversation_to_the_top(store, conversation_id):
    store.create_conversation()
    message = store.add_message(conversation_id, parent_id=None, role=Role.USER, text="x")
    assert store.conversations()[0].id == conversation_id
    assert store.conversation(conversation_id).updated_at == message.created_at


def test_the_path_leads_from_the_first_message_to_the_last(store, conversation_id, add_chain):
    messages = add_chain(store, conversation_id, "a", "bb", "ccc")
    heads = store.path(conversation_id)
    assert [head.id for head in heads] == [message.id for message in messages]
    assert [head.parent_id for head in heads] == [None, messages[0].id, messages[1].id]
    assert [head.role for head in heads] == [Role.USER, Role.ASSISTANT, Role.USER]
    assert [head.length for head in heads] == [1, 2, 3]
    assert {(head.alternative, head.alternatives, head.state) for head in heads} == {(1, 1, MessageState.COMPLETE)}


def test_a_second_answer_takes_the_place_of_the_first_in_the_path(store, conversation_id, add_chain):
    question, first = add_chain(store, conversation_id, "question", "first")
    second = store.add_message(conversation_id, parent_id=question.id, role=Role.ASSISTANT, text="second")
    shown = store.path(conversation_id)[-1]
    assert (shown.id, shown.alternative, shown.alternatives) == (second.id, 2, 2)
    assert store.siblings(first.id) == store.siblings(second.id) == [first.id, second.id]


def test_choosing_an_alternative_brings_its_earlier_deeper_choices_back(store, conversation_id, add_chain):
    question, first = add_chain(store, conversation_id, "question", "first")
    add_chain(store, conversation_id, "below, not chosen", parent_id=first.id)
    (below,) = add_chain(store, conversation_id, "below, chosen", parent_id=first.id)
    store.add_message(conversation_id, parent_id=question.id, role=Role.ASSISTANT, text="second")
    store.choose_alternative(first.id)
    assert [head.id for head in store.path(conversation_id)] == [question.id, first.id, below.id]


def test_an_edited_first_message_is_an_alternative_too(store, conversation_id, add_chain):
    old, _ = add_chain(store, conversation_id, "tpyo", "answer")
    (new,) = add_chain(store, conversation_id, "typo")
    assert store.siblings(new.id) == [old.id, new.id]
    assert [message.text for message in store.path_messages(conversation_id)] == ["typo"]
    store.choose_alternative(old.id)
    assert [message.text for message in store.path_messages(conversation_id)] == ["tpyo", "answer"]


def test_choosing_what_is_chosen_changes_nothing(store, conversation_id, add_chain):
    messages = add_chain(store, conversation_id, "a", "b")
    before = store.path(conversation_id)
    store.choose_alternative(messages[0].id)
    assert store.path(conversation_id) == before


def test_first_messages_of_other_conversations_are_no_alternatives(store, conversation_id, add_chain):
    other = store.create_conversation().id
    (one,) = add_chain(store, conversation_id, "a")
    (two,) = add_chain(store, other, "b")
    assert store.siblings(one.id) == [one.id]
    store.choose_alternative(two.id)
    assert [head.id for head in store.path(conversation_id)] == [one.id]


def test_a_parent_from_another_conversation_is_refused_and_nothing_changes(store, conversation_id, add_chain):
    add_chain(store, conversation_id, "a", "b")
    (foreign,) = add_chain(store, store.create_conversation().id, "c")
    before = store.path(conversation_id)
    with pytest.raises(StoreError, match="no longer exists"):
        store.add_message(conversation_id, parent_id=foreign.id, role=Role.USER, text="x")
    assert store.path(conversation_id) == before


def test_messages_come_in_the_order_asked_for_and_unknown_ids_are_left_out(store, conversation_id, add_chain):
    first, second = (message.id for message in add_chain(store, conversation_id, "a", "b"))
    found = store.messages([second, 999, first, second, -1])
    assert [message.id for message in found] == [second, first, second]
    assert store.messages([]) == []


def test_path_messages_end_with_the_message_asked_for(store, conversation_id, add_chain):
    messages = add_chain(store, conversation_id, "a", "b", "c")
    assert store.path_messages(conversation_id) == messages
    assert store.path_messages(conversation_id, messages[1].id) == messages[:2]


def test_path_messages_lead_to_a_message_that_is_not_shown(store, conversation_id, add_chain):
    question, hidden = add_chain(store, conversation_id, "question", "hidden")
    store.add_message(conversation_id, parent_id=question.id, role=Role.ASSISTANT, text="shown")
    assert store.path_messages(conversation_id, hidden.id) == [question, hidden]


def test_path_messages_refuse_a_message_of_another_conversation(store, conversation_id, add_chain):
    (foreign,) = add_chain(store, store.create_conversation().id, "a")
    with pytest.raises(StoreError, match="no longer exists"):
        store.path_messages(conversation_id, foreign.id)


def test_a_path_of_ten_thousand_messages_is_whole(store, conversation_id):
    parent_id = None
    ids = []
    for number in range(10_000):
        parent_id = store.add_message(conversation_id, parent_id=parent_id, role=Role.USER, text=str(number)).id
        ids.append(parent_id)
    assert [head.id for head in store.path(conversation_id)] == ids
    assert [message.text for message in store.path_messages(conversation_id)] == [str(n) for n in range(10_000)]
    assert len(store.path_messages(conversation_id, ids[-2])) == 9_999


def test_a_streaming_answer_is_saved_with_every_update(store, path, answer):
    store.update_streaming(answer.id, "Because")
    with Store.open(path, read_only=True) as reader:
        found = only(reader, answer.id)
    assert (found.text, found.state, found.model) == ("Because", MessageState.STREAMING, "smollm2")


@pytest.mark.parametrize(
    ("state", "error"),
    [
        (MessageState.COMPLETE, ""),
        (MessageState.CANCELLED, ""),
        (MessageState.FAILED, "The engine stopped; try again."),
    ],
)
def test_a_finished_answer_keeps_text_state_stats_and_reason(store, answer, state, error):
    store.finish_message(
        answer.id, text="Because.", state=state, stats=STATS, stop_reason=StopReason.LENGTH, error=error
    )
    found = only(store, answer.id)
    assert (found.text, found.state, found.stats, found.error) == ("Because.", state, STATS, error)
    assert found.stop_reason == "length"


def test_an_answer_without_stats_has_none(store, answer):
    store.finish_message(answer.id, text="", state=MessageState.CANCELLED)
    assert only(store, answer.id).stats is None


def test_speeds_that_are_no_numbers_do_not_break_an_answer(store, answer):
    nan, inf = float("nan"), float("inf")
    stats = AnswerStats(
        prompt_tokens=0,
        answer_tokens=1,
        prompt_tokens_per_second=nan,
        answer_tokens_per_second=inf,
        seconds_to_first_token=0.0,
    )
    store.finish_message(answer.id, text="x", state=MessageState.COMPLETE, stats=stats)
    found = only(store, answer.id).stats
    assert (found.prompt_tokens_per_second, found.answer_tokens_per_second) == (0.0, inf)


def test_an_answer_can_not_finish_as_streaming(store, answer):
    with pytest.raises(ValueError, match="streaming"):
        store.finish_message(answer.id, text="x", state=MessageState.STREAMING)
    assert only(store, answer.id).text == ""


def test_an_ended_answer_takes_no_more_updates(store, answer):
    store.finish_message(answer.id, text="whole", state=MessageState.COMPLETE)
    with pytest.raises(StoreError):
        store.update_streaming(answer.id, "late")
    assert only(store, answer.id).text == "whole"


def test_a_cut_off_answer_can_go_on_from_its_text(store, answer, conversation_id):
    store.finish_message(
        answer.id, text="Half", state=MessageState.FAILED, stats=STATS, stop_reason="length", error="Broke."
    )
    store.create_conversation()
    reopened = store.reopen_streaming(answer.id)
    assert (reopened.text, reopened.state, reopened.stop_reason, reopened.error) == (
        "Half",
        MessageState.STREAMING,
        "",
        "",
    )
    assert store.conversations()[0].id == conversation_id
    store.update_streaming(answer.id, "Half and half")
    assert only(store, answer.id).text == "Half and half"


def test_answers_left_streaming_are_closed_with_their_text(store, answer, conversation_id, add_chain):
    (whole,) = add_chain(store, conversation_id, "whole", parent_id=answer.id)
    store.update_streaming(answer.id, "Beca")
    assert store.close_interrupted() == 1
    assert store.close_interrupted() == 0
    found = only(store, answer.id)
    assert (found.text, found.state) == ("Beca", MessageState.INTERRUPTED)
    assert store.path(conversation_id)[1].state == MessageState.INTERRUPTED
    assert only(store, whole.id).state == MessageState.COMPLETE


def test_an_answer_another_program_still_writes_goes_on_after_being_closed(store, path, answer):
    with Store.open(path) as window:
        assert window.close_interrupted() == 1
    store.update_streaming(answer.id, "still here")
    found = only(store, answer.id)
    assert (found.text, found.state) == ("still here", MessageState.STREAMING)


@pytest.mark.parametrize("message_id", [0, -1, 999, 2**63])
def test_an_unknown_message_is_one_sentence(store, conversation_id, message_id):
    calls = [
        lambda: store.update_streaming(message_id, "x"),
        lambda: store.finish_message(message_id, text="x", state=MessageState.COMPLETE),
        lambda: store.reopen_streaming(message_id),
        lambda: store.choose_alternative(message_id),
        lambda: store.path_messages(conversation_id, message_id),
        lambda: store.add_message(conversation_id, parent_id=message_id, role=Role.USER, text="x"),
    ]
    for call in calls:
        with pytest.raises(StoreError, match="no longer exists"):
            call()
