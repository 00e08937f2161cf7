"""Thimble's own export: everything comes back as it was."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.events import AnswerStats
from assistant.exchange.exporting import Format, Selection, export_file
from assistant.exchange.importing import import_files
from assistant.jobs import CancelToken
from assistant.store import IncomingConversation, IncomingMessage, Kind, MessageState, Role, Store
from tests.exchange.conftest import content, no_pdf, only, shown, talk

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ["\x00", "a\u2028b", '"\\', "\u202eabc", "😀" * 3, "</script>", "\ufeff", "\r\n\t"]
)
times = st.floats(min_value=0, max_value=4e9, allow_nan=False)
counts = st.integers(0, 2**40)
speeds = st.floats(min_value=0, max_value=1e12, allow_nan=False)
answers = st.builds(
    AnswerStats,
    prompt_tokens=counts,
    answer_tokens=counts,
    prompt_tokens_per_second=speeds,
    answer_tokens_per_second=speeds,
    seconds_to_first_token=speeds,
    reused_tokens=counts,
)


@st.composite
def trees(draw):
    messages = []
    for place in range(draw(st.integers(0, 8))):
        messages.append(
            IncomingMessage(
                parent=draw(st.none() | st.integers(0, place - 1)) if place else None,
                role=draw(st.sampled_from(Role)),
                text=draw(texts),
                created_at=draw(times),
                chosen=draw(st.booleans()),
                state=draw(st.sampled_from([one for one in MessageState if one is not MessageState.STREAMING])),
                model=draw(texts),
                stats=draw(st.none() | answers),
                stop_reason=draw(st.sampled_from(["", "stop", "length", "context", "cancelled"])),
                error=draw(texts),
            )
        )
    return messages


@st.composite
def conversations(draw):
    messages = draw(trees())
    return IncomingConversation(
        uid=draw(st.uuids()).hex,
        title=draw(texts),
        messages=messages,
        created_at=draw(times),
        updated_at=draw(times),
        titled_by_user=draw(st.booleans()),
        pinned=draw(st.booleans()),
        archived=draw(st.booleans()),
        kind=draw(st.sampled_from(Kind)),
        system_text=draw(texts),
        draft=draw(texts),
        context_start=draw(st.none() | st.integers(0, len(messages) - 1)) if messages else None,
    )


folders = st.lists(st.tuples(texts, times), max_size=3, unique_by=lambda one: one[1])


def exported(store_path, file, selection=None):
    for _ in export_file(
        lambda: Store.open(store_path, read_only=True),
        selection or Selection(),
        format_=Format.JSON,
        path=file,
        cancel=CancelToken(),
        write_pdf=no_pdf,
    ):
        pass


def imported(store_path, file):
    *_, last = import_files(lambda: Store.open(store_path), [file], CancelToken())
    return last


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
@given(st.lists(st.tuples(conversations(), st.integers(0, 3)), min_size=1, max_size=4), folders)
def test_exporting_and_importing_gives_an_identical_store(tmp_path_factory, made, folders):
    folder: Path = tmp_path_factory.mktemp("exchange")
    file = folder / "export.json"
    with Store.open(folder / "one.db") as one:
        ids = [one.import_folder(*each).id for each in folders]
        for conversation, place in made:
            one.import_conversation(conversation, folder_id=ids[place] if place < len(ids) else None)
        before = content(one)
    exported(folder / "one.db", file)
    first = imported(folder / "two.db", file)
    again = imported(folder / "two.db", file)
    assert (first.new, first.unreadable, first.left_out) == (len(made), 0, 0)
    assert (again.new, again.grown, again.known, again.messages) == (0, 0, len(made), 0)
    with Store.open(folder / "two.db") as two:
        assert content(two) == before


@pytest.fixture
def other(tmp_path):
    """Another computer's store."""
    with Store.open(tmp_path / "other" / "conversations.db") as opened:
        yield opened


def test_a_conversation_that_is_known_gets_only_the_messages_it_lacks(store, export, other, tmp_path):
    conversation = talk(store, "Lighthouses", "How tall?", "About 100 metres.")
    imported(tmp_path / "other" / "conversations.db", export())
    question, _ = store.path_messages(conversation.id)
    store.add_message(conversation.id, parent_id=question.id, role=Role.ASSISTANT, text="Between 100 and 140 metres.")
    result = imported(tmp_path / "other" / "conversations.db", export())
    assert (result.new, result.grown, result.messages) == (0, 1, 1)
    assert [message.text for message, _ in other.tree(only(other).id)] == [
        "How tall?",
        "About 100 metres.",
        "Between 100 and 140 metres.",
    ]


def test_what_went_on_here_stays_shown_and_what_comes_is_beside_it(store, export, other, tmp_path):
    conversation = talk(store, "Lighthouses", "How tall?", "About 100 metres.")
    imported(tmp_path / "other" / "conversations.db", export())
    here = other.path_messages(only(other).id)[-1]
    other.add_message(only(other).id, parent_id=here.id, role=Role.USER, text="And how old?")
    there = store.path_messages(conversation.id)[-1]
    store.add_message(conversation.id, parent_id=there.id, role=Role.USER, text="Who built it?")
    imported(tmp_path / "other" / "conversations.db", export())
    assert shown(other, only(other))[-1] == ("user", "And how old?")
    assert "Who built it?" in [message.text for message, _ in other.tree(only(other).id)]


def test_a_conversation_that_is_known_keeps_its_title_and_its_folder(store, export, other, tmp_path):
    conversation = talk(store, "Lighthouses", "How tall?")
    imported(tmp_path / "other" / "conversations.db", export())
    other.rename(only(other).id, "My lighthouses")
    folder = other.create_folder("Work")
    other.move_to_folder(only(other).id, folder.id)
    store.rename(conversation.id, "Towers")
    imported(tmp_path / "other" / "conversations.db", export())
    assert (only(other).title, only(other).folder_id) == ("My lighthouses", folder.id)


def test_a_conversation_that_was_deleted_comes_back(store, export, take):
    conversation = talk(store, "Lighthouses", "How tall?")
    file = export()
    store.delete_conversation(conversation.id)
    take(file)
    assert only(store).title == "Lighthouses"


def test_an_answer_exported_while_it_was_written_is_not_doubled_by_its_end(store, export, take):
    conversation = talk(store, "Lighthouses", "How tall?")
    question = store.path_messages(conversation.id)[0]
    answer = store.add_message(
        conversation.id, parent_id=question.id, role=Role.ASSISTANT, text="", state=MessageState.STREAMING
    )
    store.update_streaming(answer.id, "About")
    file = export()
    store.finish_message(answer.id, text="About 100 metres.", state=MessageState.COMPLETE)
    assert take(file).messages == 0
    assert shown(store, only(store)) == [("user", "How tall?"), ("assistant", "About 100 metres.")]


def test_a_folder_of_the_same_name_is_used(store, export, other, tmp_path):
    folder = store.create_folder("Work")
    store.move_to_folder(talk(store, "Lighthouses", "How tall?").id, folder.id)
    here = other.create_folder("Work")
    imported(tmp_path / "other" / "conversations.db", export())
    assert [one.id for one in other.folders()] == [here.id] == [only(other).folder_id]


def test_only_the_conversations_asked_for_are_in_the_file(store, export):
    folder = store.create_folder("Work")
    store.create_folder("Private")
    inside = talk(store, "Inside", "1")
    store.move_to_folder(inside.id, folder.id)
    outside = talk(store, "Outside", "2")

    def titles(selection):
        file = json.loads(export(selection=selection).read_bytes())
        return [one["title"] for one in file["conversations"]], [one["name"] for one in file["folders"]]

    assert titles(Selection((outside.id,))) == (["Outside"], [])
    assert titles(Selection(folder_id=folder.id)) == (["Inside"], ["Work"])
    assert titles(Selection()) == (["Inside", "Outside"], ["Work", "Private"])


def test_what_another_program_sorted_or_spread_over_lines_is_read(store, export, take, tmp_path):
    talk(store, "Lighthouses", "How tall?", "About 100 metres.")
    file = tmp_path / "sorted.json"
    file.write_text(json.dumps(json.loads(export().read_bytes()), indent=4, sort_keys=True), encoding="utf-16")
    assert take(file).foreign == ("sorted.json",)
    file.write_text(json.dumps(json.loads(export().read_bytes()), indent=4, sort_keys=True), encoding="utf-8-sig")
    assert (take(file).known, take(file).unreadable) == (1, 0)


def test_a_file_of_a_newer_version_is_refused(store, export, take):
    talk(store, "Lighthouses", "How tall?")
    file = export()
    file.write_bytes(file.read_bytes().replace(b'"version":1', b'"version":2'))
    result = take(file)
    assert result.failure is not None
    assert "newer Thimble" in result.failure.sentence


def test_a_file_that_is_cut_off_gives_the_conversations_before_the_cut(store, export, tmp_path):
    for number in range(5):
        talk(store, f"Number {number}", "How tall?", "About 100 metres.")
    data = export().read_bytes()
    (tmp_path / "cut.json").write_bytes(data[: data.index(b"Number 3") + 20])
    result = imported(tmp_path / "new.db", tmp_path / "cut.json")
    assert (result.new, result.unreadable) == (3, 1)


def test_a_message_that_makes_no_sense_leaves_what_follows_it(store, export, tmp_path):
    talk(store, "Lighthouses", "How tall?", "About 100 metres.", "Thanks")
    file = json.loads(export().read_bytes())
    file["conversations"][0]["messages"][1]["role"] = "oracle"
    (tmp_path / "odd.json").write_text(json.dumps(file))
    result = imported(tmp_path / "new.db", tmp_path / "odd.json")
    assert (result.new, result.messages, result.unreadable) == (1, 2, 1)
    with Store.open(tmp_path / "new.db") as new:
        assert shown(new, only(new)) == [("user", "How tall?"), ("user", "Thanks")]


def test_numbers_that_json_does_not_have_are_exported_as_none(store, export, take):
    conversation = talk(store, "Lighthouses", "How tall?")
    question = store.path_messages(conversation.id)[0]
    answer = store.add_message(conversation.id, parent_id=question.id, role=Role.ASSISTANT, text="100 m")
    stats = AnswerStats(1, 2, math.inf, 1.0, 1.0)
    store.finish_message(answer.id, text="100 m", state=MessageState.COMPLETE, stats=stats)
    file = json.loads(export().read_bytes())
    assert file["conversations"][0]["messages"][1]["stats"]["prompt_tokens_per_second"] == 0.0


def test_a_store_that_is_encrypted_is_exported_and_imported_into(tmp_path):
    key, path = bytes(range(32)), tmp_path / "secret.db"
    with Store.open(path, key=key) as store:
        talk(store, "Lighthouses", "How tall?", "About 100 metres.")
        before = content(store)

        def beside(read_only):
            return lambda: Store.beside(path, key=store.key, read_only=read_only)

        file = tmp_path / "export.json"
        how = {"format_": Format.JSON, "path": file, "cancel": CancelToken(), "write_pdf": no_pdf}
        for _ in export_file(beside(True), Selection(), **how):
            pass
        store.delete_conversation(only(store).id)
        store.purge_deleted(0)
        *_, result = import_files(beside(False), [file], CancelToken())
        assert result.new == 1
        assert content(store) == before
