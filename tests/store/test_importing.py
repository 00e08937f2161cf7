import pytest

from assistant.errors import StoreError
from assistant.events import AnswerStats
from assistant.store import IncomingConversation, IncomingMessage, Kind, MessageState, Role, Store

ANSWERED = [
    IncomingMessage(None, Role.USER, "How tall?", 1.5),
    IncomingMessage(0, Role.ASSISTANT, "90 m", 2.5, chosen=False),
    IncomingMessage(
        0,
        Role.ASSISTANT,
        "100 m",
        3.5,
        state=MessageState.CANCELLED,
        model="m",
        stats=AnswerStats(1, 2, 3.5, 4.5, 5.5, 6),
        stop_reason="cancelled",
        error="An error.",
    ),
]


def incoming(messages=ANSWERED, **more):
    fields = {"uid": "u", "title": "Lighthouses", "created_at": 1.0, "updated_at": 9.0} | more
    return IncomingConversation(messages=messages, **fields)


def test_a_conversation_comes_in_as_it_is(store):
    folder = store.import_folder("Work", 12.5)
    taken = store.import_conversation(
        incoming(titled_by_user=True, pinned=True, archived=True, kind=Kind.SUMMARY, system_text="s", draft="d",
                 context_start=2),
        folder_id=folder.id,
    )  # fmt: skip
    assert (taken.is_new, taken.added) == (True, 3)
    one = store.conversation(taken.conversation_id)
    assert (one.uid, one.title, one.titled_by_user, one.pinned, one.archived) == ("u", "Lighthouses", True, True, True)
    assert (one.kind, one.system_text, one.draft, one.folder_id) == (Kind.SUMMARY, "s", "d", folder.id)
    assert (one.created_at, one.updated_at) == (1.0, 9.0)
    question, _, answer = (message for message, _ in store.tree(one.id))
    assert one.context_start == answer.id
    assert (answer.parent_id, answer.text, answer.created_at, answer.model) == (question.id, "100 m", 3.5, "m")
    assert (answer.state, answer.stop_reason, answer.error) == (MessageState.CANCELLED, "cancelled", "An error.")
    assert answer.stats == AnswerStats(1, 2, 3.5, 4.5, 5.5, 6)
    assert store.folders() == [folder]


def test_the_chosen_messages_are_shown(store):
    taken = store.import_conversation(incoming())
    assert [one.text for one in store.path_messages(taken.conversation_id)] == ["How tall?", "100 m"]


@pytest.mark.parametrize("chosen", [(False, False), (True, True)])
def test_among_none_or_several_chosen_ones_the_last_is_shown(store, chosen):
    messages = [
        IncomingMessage(None, Role.USER, text, 1.0, chosen=mark) for text, mark in zip("ab", chosen, strict=True)
    ]
    taken = store.import_conversation(incoming(messages))
    assert [one.text for one in store.path_messages(taken.conversation_id)] == ["b"]


def test_the_same_again_changes_nothing(store):
    first = store.import_conversation(incoming())
    again = store.import_conversation(incoming(title="Other", pinned=True, updated_at=99.0))
    assert (again.conversation_id, again.is_new, again.added) == (first.conversation_id, False, 0)
    one = store.conversation(first.conversation_id)
    assert (one.title, one.pinned, one.updated_at) == ("Lighthouses", False, 9.0)


def test_two_messages_that_are_alike_stay_two(store):
    twin = IncomingMessage(0, Role.ASSISTANT, "same", 2.0)
    messages = [IncomingMessage(None, Role.USER, "q", 1.0), twin, twin]
    taken = store.import_conversation(incoming(messages))
    assert taken.added == 3
    assert store.import_conversation(incoming(messages)).added == 0
    assert store.import_conversation(incoming([*messages, twin])).added == 1


def test_what_comes_below_a_known_message_is_added_and_shown_where_nothing_was(store):
    taken = store.import_conversation(incoming())
    more = [*ANSWERED, IncomingMessage(2, Role.USER, "And how old?", 4.5)]
    assert store.import_conversation(incoming(more, updated_at=20.0)).added == 1
    assert [one.text for one in store.path_messages(taken.conversation_id)][-1] == "And how old?"
    assert store.conversation(taken.conversation_id).updated_at == 20.0


def test_a_message_that_follows_none_before_it_is_refused_and_nothing_is_changed(store):
    with pytest.raises(StoreError):
        store.import_conversation(incoming([IncomingMessage(0, Role.USER, "a", 1.0)]))
    with pytest.raises(StoreError):
        store.import_conversation(
            incoming([IncomingMessage(None, Role.USER, "a", 1.0), IncomingMessage(5, Role.USER, "b", 1.0)])
        )
    assert store.conversation_ids() == []


def test_half_characters_are_replaced(store):
    message = IncomingMessage(None, Role.USER, "a\ud83d", 1.0)
    store.import_conversation(incoming([message], title="\udc00"))
    assert store.import_conversation(incoming([message], title="\udc00")).added == 0
    (id_,) = store.conversation_ids()
    assert store.conversation(id_).title == "\ufffd"
    assert store.path_messages(id_)[0].text == "a\ufffd"


def test_a_full_disk_leaves_no_half_conversation(path, faults):
    with Store.open(path) as store:
        store.import_conversation(incoming(uid="first"))
        messages = [IncomingMessage(None, Role.USER, "x" * 50_000, float(number)) for number in range(100)]
        # Each write of the file in turn fails.
        for allowed in range(0, 60, 7):
            faults.writes_left = allowed
            with pytest.raises(StoreError):
                store.import_conversation(incoming(messages, uid="second"))
            faults.writes_left = None
            assert [store.conversation(id_).uid for id_ in store.conversation_ids()] == ["first"]
        assert store.import_conversation(incoming(messages, uid="second")).added == 100


def test_the_search_index_learns_of_what_came(store):
    before = store._database.query("SELECT count(*) FROM search_pending")[0][0]
    store.import_conversation(incoming())
    # Three messages and the title.
    assert store._database.query("SELECT count(*) FROM search_pending")[0][0] == before + 4


def test_what_is_exported_is_of_one_moment(path, store):
    conversation = store.create_conversation(title="Lighthouses")
    store.add_message(conversation.id, parent_id=None, role=Role.USER, text="before")
    with Store.beside(path, read_only=True) as other, other.snapshot():
        assert len(other.conversation_ids()) == 1
        store.add_message(conversation.id, parent_id=None, role=Role.USER, text="after")
        assert [message.text for message, _ in other.tree(conversation.id)] == ["before"]
    assert store.message_counts([conversation.id]) == {conversation.id: 2}
