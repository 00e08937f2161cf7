import pytest

from assistant.store import MessageState
from tests.exchange.conftest import only, shown
from tests.exchange.gpt4all_files import Item, Part, chat_file

QUESTION = Item("Prompt: ", "Which river is longest? 🌊")
ANSWER = Item("Response: ", "The Nile.")
SPOKEN = [("user", "Which river is longest? 🌊"), ("assistant", "The Nile.")]


@pytest.fixture
def take_chat(take, tmp_path):
    def take_chat(data, name="gpt4all-abc-123.chat"):
        file = tmp_path / name
        file.write_bytes(data)
        return take(file)

    return take_chat


@pytest.mark.parametrize("version", range(1, 14))
@pytest.mark.parametrize("state", [b"", b"\x00\x01\x02\x03 compressed"])
def test_every_version_is_read(take_chat, store, version, state):
    source = Item("Response: ", "The Nile.", sources=["An excerpt about rivers."])
    result = take_chat(chat_file([QUESTION, source], version=version, state=state))
    assert (result.new, result.messages, result.unreadable, result.foreign) == (1, 2, 0, ())
    assert shown(store, only(store)) == SPOKEN


def test_title_time_and_model_are_kept(take_chat, store):
    take_chat(chat_file([QUESTION, ANSWER], version=10))
    conversation = only(store)
    assert (conversation.title, conversation.titled_by_user, conversation.created_at) == (
        "Rivers",
        True,
        1_700_000_000.0,
    )
    assert [one.model for one in store.path_messages(conversation.id)] == ["", "Llama-3.2-1B-Instruct-Q4_0.gguf"]


def test_its_name_for_a_chat_without_one_is_no_title(take_chat, store):
    take_chat(chat_file([QUESTION, ANSWER], version=10, title="New Chat"))
    assert (only(store).title, only(store).titled_by_user) == ("", False)


def test_answers_that_were_stopped_or_failed_are_so_here(take_chat, store):
    items = [QUESTION, Item("Response: ", "The Ni", stopped=True), QUESTION, Item("Response: ", "Error", is_error=True)]
    take_chat(chat_file(items, version=13))
    states = [one.state for one in store.path_messages(only(store).id)[1::2]]
    assert states == [MessageState.CANCELLED, MessageState.FAILED]


def test_what_was_said_before_a_tool_was_called_comes_first(take_chat, store):
    call = Part("ToolCall: ", "```js\n6*7\n```", arguments=[("code", "6*7")])
    answer = Item(
        "Response: ",
        "It is 42.",
        parts=[Part("Response: ", "", [Part("Text: ", "Let me see."), call]), Part("ToolResponse: ", "42")],
    )
    result = take_chat(chat_file([Item("Prompt: ", "6*7?"), answer], version=12))
    assert shown(store, only(store))[1] == ("assistant", "Let me see.\n\nIt is 42.")
    assert result.left_out == 1


@pytest.mark.parametrize("wide_times", [False, True])
def test_what_the_model_thought_is_passed_over(take_chat, store, wide_times):
    answer = Item("Response: ", "The Nile.", parts=[Part("Response: ", "", [Part("Think: ", "hm hm")])])
    data = chat_file([QUESTION, answer, QUESTION, answer], version=13, wide_times=wide_times)
    assert take_chat(data).unreadable == 0
    assert shown(store, only(store)) == SPOKEN * 2


def test_attached_files_are_counted(take_chat, store):
    item = Item("Prompt: ", "Sum it up", attachments=[(b"file:///home/me/table.xlsx", b"PK\x03\x04")])
    assert take_chat(chat_file([item, ANSWER], version=11)).left_out == 1
    assert shown(store, only(store))[0] == ("user", "Sum it up")


def test_a_file_that_is_cut_off_gives_what_comes_before_the_cut(take_chat, store):
    data = chat_file([QUESTION, ANSWER, QUESTION, ANSWER], version=10)
    result = take_chat(data[:-30])
    assert (result.new, result.messages, result.unreadable) == (1, 3, 1)


def test_a_version_of_the_future_is_counted_as_unreadable(take_chat):
    result = take_chat(chat_file([QUESTION, ANSWER], version=14))
    assert (result.new, result.unreadable, result.foreign) == (0, 1, ())


def test_importing_twice_makes_no_duplicates(take_chat):
    data = chat_file([QUESTION, ANSWER], version=13)
    take_chat(data)
    again = take_chat(data, name="copy.chat")
    assert (again.new, again.known, again.messages) == (0, 1, 0)
