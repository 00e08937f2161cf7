from __future__ import annotations

import pytest

from assistant.errors import (
    EngineError,
    MemoryShortError,
    ModelError,
    PromptTooLongError,
    RepeatedCrashError,
    StoreError,
)
from assistant.events import AnswerStats, ContextFitted, Finished, Progress, Stage, StopReason
from assistant.models.library import built_in_file
from assistant.store import MessageState, Role
from assistant.store.failures import FULL
from assistant.tasks.characters import plain_text
from tests.engine.scripted import Gate, stats
from ui.chat.failures import Remedy


def shown(messages):
    return [(message.role.value, message.text, message.state.value) for message in messages]


def said(desk):
    """The conversation as the engine got it last, without the system text."""
    return [turn.text for turn in desk.engine.requests[-1].turns if turn.role != "system"]


def test_a_question_makes_a_conversation_with_a_title_and_gets_its_answer(desk):
    path = desk.ask("How tall was the lighthouse of Alexandria? I forgot.")
    assert shown(path) == [
        ("user", "How tall was the lighthouse of Alexandria? I forgot.", "complete"),
        ("assistant", "Between 100 and 140 metres.", "complete"),
    ]
    assert desk.conversation.title == "How tall was the lighthouse of Alexandria?"
    assert desk.texts == {path[1].id: "Between 100 and 140 metres."}
    assert path[1].stats.answer_tokens > 0
    assert path[1].stop_reason == "stop"


def test_nothing_is_stored_for_a_new_chat_until_something_is_sent(desk):
    desk.controller.open(None)
    desk.controller.set_system_text("You are a tutor.")
    assert desk.store.conversations() == []
    desk.ask("Hello")
    assert desk.conversation.system_text == "You are a tutor."
    desk.controller.open(None)
    desk.ask("Hello again")
    assert desk.conversation.system_text == plain_text()


@pytest.mark.parametrize("text", ["", "   ", "\n\t \u2003"])
def test_a_blank_message_is_not_sent(desk, text):
    assert not desk.controller.send(text)
    assert desk.store.conversations() == []


def test_question_and_empty_answer_are_stored_before_the_engine_is_asked(make_desk):
    desk = make_desk()
    seen = []
    submit = desk.app.jobs.submit
    desk.app.jobs.submit = lambda job: (seen.extend(shown(desk.path())), submit(job))
    desk.ask("Hello")
    assert seen == [("user", "Hello", "complete"), ("assistant", "", "streaming")]


def test_the_user_title_is_never_replaced(desk):
    conversation = desk.store.create_conversation()
    desk.store.rename(conversation.id, "")
    desk.controller.open(conversation.id)
    desk.ask("What is a lighthouse?")
    assert desk.conversation.title == ""


def test_the_whole_path_and_the_system_text_are_sent(desk):
    desk.controller.set_system_text("Be brief.")
    desk.ask("First")
    desk.ask("Second")
    assert [(turn.role, turn.text) for turn in desk.engine.requests[-1].turns] == [
        ("system", "Be brief."),
        ("user", "First"),
        ("assistant", "Between 100 and 140 metres."),
        ("user", "Second"),
    ]


def test_words_reach_the_store_while_the_answer_streams(make_desk):
    gate = Gate()
    desk = make_desk(["The first words", gate, " and the rest"])
    desk.controller.send("Go")
    desk.wait(lambda: desk.path()[-1].text == "The first words")
    assert desk.path()[-1].state is MessageState.STREAMING
    gate.open()
    desk.wait_idle()
    assert shown(desk.path())[-1] == ("assistant", "The first words and the rest", "complete")


def test_an_unchanged_answer_is_not_written_again(make_desk):
    gate = Gate()
    desk = make_desk(["word", gate, " end"])
    writes = []
    update = desk.store.update_streaming
    desk.store.update_streaming = lambda *args: (writes.append(args), update(*args))
    desk.controller.send("Go")
    desk.wait(lambda: bool(writes))
    desk.qtbot.wait(800)
    assert len(writes) == 1
    gate.open()
    desk.wait_idle()


def test_stop_keeps_what_there_is(make_desk):
    desk = make_desk(["Half an ", Gate()])
    desk.controller.send("Go")
    desk.wait(lambda: bool(desk.texts))
    desk.controller.stop()
    desk.wait_idle()
    assert shown(desk.path())[-1] == ("assistant", "Half an ", "cancelled")
    assert desk.path()[-1].stop_reason == StopReason.CANCELLED
    assert desk.failures == []


def test_a_partial_answer_is_part_of_the_next_request_and_an_empty_one_is_not(make_desk):
    desk = make_desk(["Half an ", Gate()], [EngineError("The engine ended.")])
    desk.controller.send("One")
    desk.wait(lambda: bool(desk.texts))
    desk.controller.stop()
    desk.wait_idle()
    desk.ask("Two")
    desk.ask("Three")
    assert said(desk) == ["One", "Half an ", "Two", "Three"]


def test_before_the_first_word_it_says_what_it_does(make_desk):
    desk = make_desk([Progress(Stage.READING, 0.4), "Words"])
    path = desk.ask("Go")
    words = [words for message_id, words in desk.progress if message_id == path[1].id]
    assert words[0] == "Starting the model…"
    assert "Starting the model… 60 %" in words
    assert words[-1] == "Reading your message… 40 %"


def test_something_is_said_before_the_engine_has_said_anything(make_desk):
    gate = Gate()
    desk = make_desk()
    desk.engine.load_steps = (gate,)
    desk.controller.send("Go")
    assert [words for _, words in desk.progress] == ["Starting the model…"]
    gate.open()
    desk.wait_idle()


def test_regenerating_puts_another_answer_beside_the_old_one(make_desk):
    desk = make_desk(["One"], ["Two"])
    first = desk.ask("Go")[1]
    desk.controller.regenerate(first.id)
    desk.wait_idle()
    path = desk.path()
    assert [message.text for message in path] == ["Go", "Two"]
    assert desk.store.siblings(path[1].id) == [first.id, path[1].id]
    assert said(desk) == ["Go"]
    desk.controller.choose(path[1].id, -1)
    assert [message.text for message in desk.path()] == ["Go", "One"]
    desk.controller.choose(first.id, -1)
    assert [message.text for message in desk.path()] == ["Go", "One"]


def test_an_edited_question_gets_its_own_answer_and_the_old_branch_stays(make_desk):
    desk = make_desk(["One"], ["Two"], ["Three"])
    question = desk.ask("Old")[0]
    desk.ask("Follow-up")
    desk.controller.edit(question.id, "New")
    desk.wait_idle()
    assert [message.text for message in desk.path()] == ["New", "Three"]
    desk.controller.choose(desk.path()[0].id, -1)
    assert [message.text for message in desk.path()] == ["Old", "One", "Follow-up", "Two"]


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_question_is_not_edited_into_nothing(desk, text):
    question = desk.ask("Old")[0]
    desk.controller.edit(question.id, text)
    assert not desk.controller.busy
    assert desk.path()[0].text == "Old"


def test_a_cut_off_answer_goes_on_in_its_place(make_desk):
    desk = make_desk(["One two ", Finished(StopReason.LENGTH, stats(2))], ["three."])
    answer = desk.ask("Count")[1]
    assert answer.stop_reason == "length"
    desk.controller.continue_answer(answer.id)
    desk.wait_idle()
    assert [message.text for message in desk.path()] == ["Count", "One two three."]
    request = desk.engine.requests[-1]
    assert request.continue_last
    assert said(desk) == ["Count", "One two "]
    assert desk.path()[1].stop_reason == "stop"


def test_the_speed_of_a_continued_answer_is_that_of_both_parts(make_desk):
    slow = AnswerStats(10, 20, 100.0, 10.0, 0.5)
    quick = AnswerStats(30, 20, 100.0, 40.0, 0.1)
    desk = make_desk(["One ", Finished(StopReason.LENGTH, slow)], ["two.", Finished(StopReason.STOP, quick)])
    answer = desk.ask("Count")[1]
    desk.controller.continue_answer(answer.id)
    desk.wait_idle()
    whole = desk.path()[1].stats
    assert (whole.prompt_tokens, whole.answer_tokens) == (10, 40)
    assert whole.answer_tokens_per_second == pytest.approx(40 / 2.5)


def test_the_speed_of_an_answer_continued_after_a_crash_is_not_known(make_desk):
    desk = make_desk(["two.", Finished(StopReason.STOP, AnswerStats(30, 20, 100.0, 40.0, 0.1))])
    conversation = desk.store.create_conversation(title="Count")
    question = desk.store.add_message(conversation.id, parent_id=None, role=Role.USER, text="Count")
    answer = desk.store.add_message(conversation.id, parent_id=question.id, role=Role.ASSISTANT, text="One ")
    desk.controller.open(conversation.id)
    desk.controller.continue_answer(answer.id)
    desk.wait_idle()
    assert desk.path()[1].text == "One two."
    assert desk.path()[1].stats.answer_tokens_per_second == 0


def test_nothing_new_begins_in_a_conversation_that_is_being_answered(make_desk):
    gate = Gate()
    desk = make_desk(["One"], ["Two", gate])
    first = desk.ask("Go")
    desk.controller.regenerate(first[1].id)
    assert not desk.controller.send("More")
    desk.controller.edit(first[0].id, "Other")
    desk.controller.regenerate(first[1].id)
    gate.open()
    desk.wait_idle()
    assert len(desk.engine.requests) == 2


def test_a_failure_keeps_the_partial_text_and_the_next_question_works(make_desk):
    error = EngineError("The model stopped working. Try again.", details="signal 9")
    desk = make_desk(["Half ", error], ["Whole"], ["Next"])
    answer = desk.ask("Go")[1]
    assert (answer.text, answer.state, answer.error) == ("Half ", MessageState.FAILED, error.sentence)
    message_id, failure = desk.failures[-1]
    assert (message_id, failure.sentence, failure.details) == (answer.id, error.sentence, "signal 9")
    assert failure.remedies == (Remedy.TRY_AGAIN,)
    desk.controller.help_with(answer.id)
    desk.wait_idle()
    assert [message.text for message in desk.path()] == ["Go", "Whole"]
    assert [message.text for message in desk.ask("More")][-1] == "Next"


def test_trying_an_answer_without_a_word_again_leaves_no_empty_one_behind(make_desk):
    desk = make_desk([EngineError("The engine ended.")], ["Whole"])
    answer = desk.ask("Go")[1]
    desk.controller.help_with(answer.id)
    desk.wait_idle()
    assert shown(desk.path())[1:] == [("assistant", "Whole", "complete")]
    assert desk.store.siblings(answer.id) == [answer.id]
    assert desk.path()[1].error == ""


def test_an_answer_without_a_word_is_a_sentence(make_desk):
    desk = make_desk(["  \n"])
    answer = desk.ask("Go")[1]
    assert answer.state is MessageState.FAILED
    assert "nothing to say" in desk.failures[-1][1].sentence


def test_a_message_that_can_not_fit_leads_to_other_models(make_desk):
    desk = make_desk([PromptTooLongError("Too long.")])
    answer = desk.ask("x" * 1_000_000)[1]
    assert desk.failures[-1][1].remedies == (Remedy.CHOOSE_MODEL,)
    wanted = []
    desk.controller.model_wanted.connect(lambda: wanted.append(True))
    desk.controller.help_with(answer.id)
    assert wanted == [True]
    desk.controller.set_model("")
    assert desk.failures[-1][1].remedies == (Remedy.TRY_AGAIN,)


def test_a_missing_model_is_a_sentence_and_a_way_back_to_the_built_in_one(desk):
    desk.app.settings.update(model="gone-7b")
    answer = desk.ask("Go")[1]
    assert "gone-7b" in answer.error
    assert desk.failures[-1][1].remedies == (Remedy.USE_BUILT_IN,)
    desk.controller.help_with(answer.id)
    desk.wait_idle()
    assert desk.app.settings.current.model == ""
    assert desk.path()[1].text == "Between 100 and 140 metres."


def test_a_failing_built_in_model_does_not_offer_itself(make_desk):
    desk = make_desk([ModelError("Broken.")])
    desk.ask("Go")
    assert desk.failures[-1][1].remedies == (Remedy.CHOOSE_MODEL,)


def test_too_little_memory_leads_to_other_models_whatever_model_it_was(make_desk):
    desk = make_desk([MemoryShortError("It needs {need}, {free} are free.", need="1.4 GB", free="0.9 GB")])
    desk.ask("Go")
    failure = desk.failures[-1][1]
    assert failure.sentence == "It needs 1.4 GB, 0.9 GB are free."
    assert failure.remedies == (Remedy.CHOOSE_MODEL,)


def test_a_model_that_crashed_twice_is_loaded_again_when_the_user_says_so(make_desk):
    desk = make_desk([RepeatedCrashError("It ended twice.")], ["Now it works."])
    answer = desk.ask("Go")[1]
    failure = desk.failures[-1][1]
    assert failure.buttons == ("Try again", "Choose a model…")
    assert desk.engine.forgiven == []
    desk.controller.help_with(answer.id)
    desk.wait_idle()
    assert desk.engine.forgiven == [built_in_file()]
    assert desk.path()[1].text == "Now it works."


def test_a_model_that_crashed_twice_can_be_replaced_instead(make_desk):
    desk = make_desk([RepeatedCrashError("It ended twice.")])
    answer = desk.ask("Go")[1]
    with desk.qtbot.waitSignal(desk.controller.model_wanted):
        desk.controller.help_with(answer.id, 1)
    assert desk.engine.forgiven == []


def test_a_failure_is_still_explained_after_a_restart(make_desk):
    desk = make_desk(["Half ", EngineError("The engine ended.")])
    answer = desk.ask("Go")[1]
    conversation_id = desk.controller.conversation_id
    desk.controller.shutdown()
    again = make_desk(["Whole"])
    again.controller.open(conversation_id)
    assert again.controller.fetch([answer.id])[0].error == "The engine ended."
    again.controller.help_with(answer.id)
    again.wait_idle()
    assert again.path()[-1].text == "Whole"


def test_an_answer_goes_on_behind_another_conversation_and_is_shown_on_return(make_desk):
    gate = Gate()
    desk = make_desk(["One ", gate, "two"])
    desk.controller.send("First")
    desk.wait(lambda: bool(desk.texts))
    first = desk.controller.conversation_id
    desk.controller.open(None)
    assert not desk.controller.busy
    desk.controller.open(first)
    assert desk.controller.busy
    answer = desk.controller.fetch([desk.path()[1].id])[0]
    assert answer.text == "One "
    desk.controller.open(None)
    gate.open()
    desk.wait(lambda: desk.path(first)[-1].state is MessageState.COMPLETE)
    assert desk.path(first)[-1].text == "One two"
    assert desk.ended == []


def test_a_second_conversation_waits_its_turn_and_says_so(make_desk):
    gate = Gate()
    desk = make_desk(["One", gate], ["Two"])
    desk.controller.send("First")
    first = desk.controller.conversation_id
    desk.controller.open(None)
    desk.controller.send("Second")
    second = desk.controller.conversation_id
    assert desk.progress[-1][1] == "Waiting for the other answer…"
    gate.open()
    desk.wait_idle()
    assert [message.text for message in desk.path(second)] == ["Second", "Two"]
    assert [message.text for message in desk.path(first)] == ["First", "One"]


def test_a_waiting_answer_stops_at_once_and_the_other_goes_on(make_desk):
    gate = Gate()
    desk = make_desk(["One", gate, " more"])
    desk.controller.send("First")
    first = desk.controller.conversation_id
    desk.controller.open(None)
    desk.controller.send("Second")
    desk.controller.stop()
    assert not desk.controller.busy
    assert desk.path()[-1].state is MessageState.CANCELLED
    gate.open()
    desk.wait(lambda: desk.path(first)[-1].state is MessageState.COMPLETE)
    assert len(desk.engine.requests) == 1


def test_a_full_disk_loses_no_word_and_is_told_once(make_desk, monkeypatch):
    gate, rest = Gate(), Gate()
    desk = make_desk([gate, "One ", rest, "two"])
    desk.controller.send("Go")
    full = [True]
    real_update, real_finish = desk.store.update_streaming, desk.store.finish_message

    def failing(real):
        def call(*args, **kwargs):
            if full:
                raise StoreError(FULL)
            return real(*args, **kwargs)

        return call

    monkeypatch.setattr(desk.store, "update_streaming", failing(real_update))
    monkeypatch.setattr(desk.store, "finish_message", failing(real_finish))
    gate.open()
    desk.wait(lambda: bool(desk.notices))
    desk.qtbot.wait(600)
    rest.open()
    desk.wait_idle()
    desk.qtbot.wait(600)
    assert len(desk.notices) == 1
    answer_id = desk.path()[1].id
    assert desk.path()[1].text == ""
    assert desk.controller.fetch([answer_id])[0].text == "One two"
    assert desk.ended[-1].text == "One two"
    full.clear()
    desk.wait(lambda: desk.path()[1].state is MessageState.COMPLETE)
    assert desk.path()[1].text == "One two"


def test_a_question_the_store_refuses_is_not_sent_and_can_be_sent_again(desk, monkeypatch):
    real = desk.store.add_message

    def refuse(*args, **kwargs):
        if kwargs["role"] is Role.ASSISTANT:
            raise StoreError(FULL)
        return real(*args, **kwargs)

    monkeypatch.setattr(desk.store, "add_message", refuse)
    assert not desk.controller.send("Go")
    assert len(desk.notices) == 1
    monkeypatch.setattr(desk.store, "add_message", real)
    assert [message.text for message in desk.ask("Go")] == ["Go", "Between 100 and 140 metres."]


def test_what_no_longer_fits_is_marked_and_stays_left_out(make_desk):
    desk = make_desk(["One"], ["Two"], [ContextFitted(2, 900, 1000), "Three"], ["Four"])
    desk.ask("A")
    desk.ask("B")
    path = desk.ask("C")
    assert desk.conversation.context_start == path[2].id
    assert desk.paths[-1][1] == path[2].id
    desk.ask("D")
    assert desk.engine.requests[-1].first_turn == 2


def test_another_model_reads_everything_again(make_desk, tmp_path):
    desk = make_desk(["One"], [ContextFitted(2, 900, 1000), "Two"], ["Three"])
    desk.ask("A")
    desk.ask("B")
    (tmp_path / "models").mkdir(exist_ok=True)
    (tmp_path / "models" / "big.gguf").write_bytes(b"GGUF")
    desk.controller.set_model("big")
    desk.ask("C")
    assert desk.engine.requests[-1].first_turn == 0
    assert desk.conversation.context_start is None


def test_the_meter_shows_prompt_and_answer(make_desk):
    desk = make_desk([ContextFitted(0, 300, 1000), "One"])
    desk.ask("A")
    assert (desk.uses[-1].used, desk.uses[-1].length) == (101, 1000)
    assert desk.uses[-1].percent == 10


def test_a_draft_is_saved_after_typing_and_comes_back_with_its_conversation(desk):
    desk.ask("Go")
    first = desk.controller.conversation_id
    desk.type("half a thou")
    desk.wait(lambda: desk.conversation.draft == "half a thou")
    desk.typed = "half a thought"
    desk.controller.drafts.touch()
    desk.controller.open(None)
    assert desk.store.conversation(first).draft == "half a thought"
    assert desk.drafts[-1] == ""
    desk.type("for a new chat")
    desk.controller.open(first)
    assert desk.drafts[-1] == "half a thought"
    desk.controller.open(None)
    assert desk.drafts[-1] == "for a new chat"


def test_drafts_survive_a_restart(make_desk):
    desk = make_desk()
    desk.controller.open(None)
    desk.type("unfinished")
    desk.controller.shutdown()
    again = make_desk()
    again.controller.open(None)
    assert again.drafts == ["unfinished"]


def test_a_sent_message_leaves_no_draft(desk):
    desk.controller.open(None)
    desk.type("Hello")
    desk.controller.flush()
    desk.ask("Hello")
    assert desk.conversation.draft == ""
    desk.typed = ""
    desk.controller.open(None)
    assert desk.drafts[-1] == ""


def test_a_draft_the_store_refuses_is_kept_and_saved_later(desk, monkeypatch):
    desk.ask("Go")
    first = desk.controller.conversation_id
    real = desk.store.set_draft

    def refuse(*_args):
        raise StoreError(FULL)

    monkeypatch.setattr(desk.store, "set_draft", refuse)
    desk.type("precious")
    desk.controller.open(None)
    assert len(desk.notices) == 1
    desk.controller.open(first)
    assert desk.drafts[-1] == "precious"
    monkeypatch.setattr(desk.store, "set_draft", real)
    desk.wait(lambda: desk.store.conversation(first).draft == "precious")
    assert len(desk.notices) == 1


def test_closing_in_mid_answer_keeps_the_words_and_calls_it_interrupted(make_desk):
    desk = make_desk(["Some words", Gate()])
    desk.controller.send("Go")
    desk.wait(lambda: bool(desk.texts))
    conversation_id = desk.controller.conversation_id
    desk.controller.shutdown()
    again = make_desk()
    answer = again.path(conversation_id)[-1]
    assert (answer.text, answer.state) == ("Some words", MessageState.INTERRUPTED)


def test_words_reported_just_before_closing_are_saved(make_desk):
    gate = Gate()
    desk = make_desk(["Some words", gate])
    desk.controller.send("Go")
    # The event loop does not run from here on: the words wait in its queue.
    assert gate.reached.wait(60)
    conversation_id = desk.controller.conversation_id
    desk.controller.shutdown()
    assert make_desk().path(conversation_id)[-1].text == "Some words"


def test_answers_a_crash_left_open_are_closed_at_the_start(make_desk):
    desk = make_desk()
    conversation = desk.store.create_conversation(title="Crashed")
    desk.store.add_message(
        conversation.id, parent_id=None, role=Role.ASSISTANT, text="half", state=MessageState.STREAMING
    )
    assert make_desk().path(conversation.id)[0].state is MessageState.INTERRUPTED


def test_a_conversation_removed_for_good_while_it_answers_harms_nothing(make_desk):
    gate = Gate()
    desk = make_desk(["One", gate], ["Two"])
    desk.controller.send("First")
    desk.wait(lambda: bool(desk.texts))
    first = desk.controller.conversation_id
    desk.store.delete_conversation(first)
    desk.store.purge_deleted(0)
    desk.controller.open(None)
    gate.open()
    assert [message.text for message in desk.ask("Second")] == ["Second", "Two"]
    desk.qtbot.wait(600)
    assert desk.notices == []


def test_opening_a_conversation_that_is_gone_says_so_and_shows_a_new_chat(desk):
    desk.controller.open(999)
    assert desk.controller.conversation_id is None
    assert len(desk.notices) == 1
    assert desk.opened == [None]
