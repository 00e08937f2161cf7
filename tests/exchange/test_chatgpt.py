import json
import zipfile

import pytest

from assistant.store import MessageState
from tests.exchange.conftest import shown


@pytest.fixture
def conversation(take, files, store):
    take(files / "chatgpt.json")
    (id_,) = store.conversation_ids()
    return store.conversation(id_)


def test_the_branch_shown_is_the_one_that_was_shown_there(conversation, store):
    assert shown(store, conversation) == [
        ("user", "How tall was the lighthouse of Alexandria?"),
        ("assistant", "Between 100 and 140 metres ."),
        ("user", "And this one?"),
        ("assistant", "It is a picture of a"),
    ]


def test_the_other_branch_is_there_too(conversation, store):
    texts = {message.text: chosen for message, chosen in store.tree(conversation.id)}
    assert texts["About 90 metres."] is False


def test_title_times_and_archive_are_kept(conversation):
    assert (conversation.title, conversation.titled_by_user, conversation.archived) == (
        "Lighthouse heights",
        True,
        True,
    )
    assert (conversation.created_at, conversation.updated_at) == (1718000000.5, 1718000400.25)


def test_model_times_and_reasons_of_the_messages_are_kept(conversation, store):
    question, answer, _, last = store.path_messages(conversation.id)
    assert (question.model, question.created_at) == ("", 1718000001.0)
    assert (answer.model, answer.state, answer.stop_reason) == ("gpt-4o", MessageState.COMPLETE, "")
    assert last.stop_reason == "length"


def test_pictures_and_tools_are_counted(take, files):
    result = take(files / "chatgpt.json")
    # The picture, and what the tool was asked; what a tool answered was never the conversation's.
    assert (result.new, result.messages, result.left_out, result.unreadable) == (1, 5, 2, 0)


def test_importing_twice_makes_no_duplicates(take, files, store):
    take(files / "chatgpt.json")
    again = take(files / "chatgpt.json")
    assert (again.new, again.grown, again.known, again.messages) == (0, 0, 1, 0)
    assert len(store.conversation_ids()) == 1


def test_the_archive_it_comes_in_is_read(take, files, store, tmp_path):
    archive = tmp_path / "chatgpt-export.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.write(files / "chatgpt.json", "export/conversations.json")
        made.writestr("export/user.json", '{"id": "user-1", "email": "me@example.com"}')
        made.writestr("export/chat.html", "<html></html>")
        made.writestr("export/file-1.png", b"\x89PNG")
    result = take(archive)
    assert (result.new, result.unreadable, result.foreign, result.failure) == (1, 0, (), None)


def test_a_conversation_that_grew_there_grows_here(take, files, store, tmp_path):
    take(files / "chatgpt.json")
    exported = json.loads((files / "chatgpt.json").read_text(encoding="utf-8"))
    mapping = exported[0]["mapping"]
    mapping["a3"]["children"] = ["q3"]
    mapping["q3"] = {
        "id": "q3", "parent": "a3", "children": [],
        "message": {
            "author": {"role": "user"}, "create_time": 1718000500.0, "recipient": "all",
            "content": {"content_type": "text", "parts": ["Of what?"]},
        },
    }  # fmt: skip
    exported[0]["current_node"] = "q3"
    later = tmp_path / "later.json"
    later.write_text(json.dumps(exported), encoding="utf-8")
    result = take(later)
    assert (result.new, result.grown, result.messages) == (0, 1, 1)
    (id_,) = store.conversation_ids()
    assert shown(store, store.conversation(id_))[-1] == ("user", "Of what?")


def test_a_circle_of_parents_ends(take, store, tmp_path):
    def node(name, parent):
        content = {"content_type": "text", "parts": [name]}
        return {"parent": parent, "children": [], "message": {"author": {"role": "user"}, "content": content}}

    made = tmp_path / "circle.json"
    circle = {"a": node("a", "c"), "b": node("b", "a"), "c": node("c", "b")}
    made.write_text(json.dumps([{"title": "Circle", "mapping": circle, "current_node": "b"}]))
    result = take(made)
    assert (result.new, result.messages) == (1, 3)


def test_an_answer_that_goes_on_after_a_tool_is_one_message(take, store, tmp_path):
    def node(parent, role, text, recipient="all", kind="text"):
        content = {"content_type": kind, "parts": [text]} if kind == "text" else {"content_type": kind, "text": text}
        return {"parent": parent, "message": {"author": {"role": role}, "content": content, "recipient": recipient}}

    made = tmp_path / "tool.json"
    mapping = {
        "q": node(None, "user", "What is 6 × 7?"),
        "a1": node("q", "assistant", "Let me see."),
        "call": node("a1", "assistant", "6 * 7", recipient="python", kind="code"),
        "tool": node("call", "tool", "42", kind="execution_output"),
        "a2": node("tool", "assistant", "It is 42."),
    }
    made.write_text(json.dumps([{"title": "Sum", "mapping": mapping, "current_node": "a2"}]))
    take(made)
    (id_,) = store.conversation_ids()
    assert shown(store, store.conversation(id_)) == [
        ("user", "What is 6 × 7?"),
        ("assistant", "Let me see.\n\nIt is 42."),
    ]
