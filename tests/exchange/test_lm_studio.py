from assistant.store import MessageState
from tests.exchange.conftest import only, shown

FILE = "lm_studio/1732000000000.conversation.json"


def test_the_versions_selected_are_shown(take, files, store):
    result = take(files / FILE)
    # A tool that was called, and a picture.
    assert (result.new, result.messages, result.left_out, result.unreadable) == (1, 4, 2, 0)
    assert shown(store, only(store)) == [
        ("user", "What grows in shade?"),
        ("assistant", "Ferns and hostas, and"),
        ("user", "Go on"),
    ]


def test_the_other_versions_are_there_too(take, files, store):
    take(files / FILE)
    assert ("Ferns.", False) in [(message.text, chosen) for message, chosen in store.tree(only(store).id)]


def test_the_conversation_keeps_what_it_was(take, files, store):
    take(files / FILE)
    conversation = only(store)
    assert (conversation.title, conversation.pinned, conversation.draft) == ("Garden", True, "And in the sun?")
    assert conversation.system_text == "You are a gardener."
    assert conversation.created_at == 1732000000.0


def test_the_answer_keeps_its_model_and_how_it_ended(take, files, store):
    take(files / FILE)
    answer = store.path_messages(only(store).id)[1]
    assert (answer.model, answer.stop_reason, answer.state) == ("qwen3-1.7b", "length", MessageState.COMPLETE)


def test_the_whole_folder_can_be_imported_twice_without_duplicates(take, files, store):
    assert take(files / "lm_studio").new == 1
    again = take(files / "lm_studio")
    assert (again.new, again.known, again.messages) == (0, 1, 0)
