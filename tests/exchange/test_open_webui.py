import json

from assistant.store import MessageState
from tests.exchange.conftest import only, shown


def test_the_branch_shown_is_the_one_that_was_shown_there(take, files, store):
    result = take(files / "open_webui.json")
    assert (result.new, result.messages, result.left_out, result.unreadable) == (1, 5, 1, 0)
    assert shown(store, only(store)) == [
        ("user", "A soup, please"),
        ("assistant", "Leek soup."),
        ("user", "Thanks"),
        ("assistant", ""),
    ]


def test_the_conversation_keeps_what_it_was(take, files, store):
    take(files / "open_webui.json")
    conversation = only(store)
    assert (conversation.title, conversation.pinned, conversation.archived) == ("Soup recipe", True, False)
    assert conversation.system_text == "You are a cook."
    assert (conversation.created_at, conversation.updated_at) == (1730000000.0, 1730000022.0)


def test_the_answers_keep_how_they_ended(take, files, store):
    take(files / "open_webui.json")
    answer, failed = store.path_messages(only(store).id)[1::2]
    assert (answer.model, answer.stop_reason, answer.created_at) == ("llama3.2:1b", "length", 1730000010.0)
    assert (failed.state, failed.error) == (MessageState.FAILED, "Ollama: 500")


def test_a_chat_from_before_there_were_branches_is_read(take, store, tmp_path):
    made = tmp_path / "old.json"
    messages = [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi", "model": "m"}]
    made.write_text(
        json.dumps([{"id": "1", "title": "Old", "chat": {"messages": messages, "timestamp": 1700000000000}}])
    )
    take(made)
    assert shown(store, only(store)) == [("user", "Hello"), ("assistant", "Hi")]
    assert only(store).created_at == 1700000000.0


def test_importing_twice_makes_no_duplicates(take, files, store):
    take(files / "open_webui.json")
    again = take(files / "open_webui.json")
    assert (again.new, again.known, again.messages) == (0, 1, 0)
