import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import CancelledError, StoreError
from assistant.jobs import CancelToken
from assistant.store import Kind, MessageState, Role, Store
from assistant.store.search import Filters, Order, Searcher
from assistant.store.search_indexer import Indexer


def learn(path, key=None):
    indexer = Indexer(path, key=key)
    steps = 0
    while indexer.step():
        steps += 1
    indexer.close()
    return steps


@pytest.fixture
def searcher(path):
    made = Searcher(path)
    yield made
    made.release()


@pytest.fixture
def find(path, store, searcher):
    """Brings the index up to date and returns the ids of the messages found."""

    def search(query, **filters):
        learn(path)
        return [hit.message_id for hit in searcher.search(query, Filters(**filters)).hits if hit.message_id]

    return search


@pytest.fixture
def talk(store, add_chain):
    conversation = store.create_conversation(title="Lighthouses")
    messages = add_chain(
        store,
        conversation.id,
        "How tall was the lighthouse of Alexandria?",
        "Between 100 and 140 metres. It stood on Pharos.",
        "Und die Türme an der Straße nach 東京?",
        "東京タワーは高い。 The tower of Tokyo is 333 metres tall, say the guides.",
    )
    return conversation, messages


def test_a_message_is_found_by_all_its_words_in_any_order(find, talk):
    assert find("alexandria tall ") == [talk[1][0].id]
    assert find("alexandria pharos ") == []


def test_the_last_word_may_be_unfinished(find, talk):
    assert find("tall alex") == [talk[1][0].id]
    assert find("alex tall ") == []


def test_quoted_words_have_to_follow_one_another(find, talk):
    assert find('"tower of tokyo"') == [talk[1][3].id]
    assert find('"of tower"') == []


def test_accents_and_case_make_no_difference(find, talk):
    assert find("TURME strasse ") == [talk[1][2].id]


def test_a_script_without_spaces_is_found_by_one_character_and_by_several(find, talk):
    assert set(find("京")) == {talk[1][2].id, talk[1][3].id}
    assert find("京タ") == [talk[1][3].id]
    assert find("京都") == []


def test_a_title_is_found(path, store, talk, searcher):
    learn(path)
    hit = searcher.search("lighth").hits[0]
    assert (hit.conversation_id, hit.message_id, hit.title) == (talk[0].id, None, "Lighthouses")
    assert [hit.snippet.text[mark.start : mark.end] for mark in hit.snippet.marks] == ["Lighthouses"]


def test_a_renamed_conversation_is_found_by_its_new_title_only(path, store, talk, searcher):
    learn(path)
    store.rename(talk[0].id, "Beacons")
    learn(path)
    assert [hit.message_id for hit in searcher.search("beacons ").hits] == [None]
    assert searcher.search("lighthouses ").hits == ()


def test_the_words_found_are_marked_in_the_snippet(path, store, searcher, talk):
    learn(path)
    (hit,) = searcher.search("alexandria tall ").hits
    marked = [hit.snippet.text[mark.start : mark.end] for mark in hit.snippet.marks]
    assert marked == ["tall", "Alexandria"]


def test_a_snippet_shows_the_place_in_a_long_text(path, store, searcher):
    conversation = store.create_conversation()
    text = "filler words here\n" * 3_000 + "the needle lies  here\n" + "more words here\n" * 3_000
    store.add_message(conversation.id, parent_id=None, role=Role.USER, text=text)
    learn(path)
    (hit,) = searcher.search("needle ").hits
    assert "the needle lies here" in hit.snippet.text
    assert len(hit.snippet.text) < 300
    assert hit.snippet.text[hit.snippet.marks[0].start : hit.snippet.marks[0].end] == "needle"


def test_a_deleted_conversation_is_not_found_until_it_is_restored(find, store, talk):
    assert find("alexandria")
    store.delete_conversation(talk[0].id)
    assert find("alexandria") == []
    store.restore_conversation(talk[0].id)
    assert find("alexandria")


def test_what_was_removed_is_not_found_even_before_the_index_knows(path, store, talk, searcher):
    learn(path)
    store.delete_conversation(talk[0].id)
    store.purge_deleted(-1)
    assert searcher.search("alexandria").hits == ()


def test_an_archived_conversation_is_found_and_marked_as_such(path, store, talk, searcher):
    store.set_archived(talk[0].id, True)
    learn(path)
    assert [hit.archived for hit in searcher.search("alexandria").hits] == [True]
    assert searcher.search("alexandria", Filters(archived=False)).hits == ()


def test_an_answer_is_found_once_it_has_ended(find, store, talk):
    answer = store.add_message(
        talk[0].id, parent_id=talk[1][3].id, role=Role.ASSISTANT, text="", state=MessageState.STREAMING
    )
    store.update_streaming(answer.id, "unfinished zebra")
    assert find("zebra") == []
    store.finish_message(answer.id, text="finished zebra", state=MessageState.COMPLETE)
    assert find("zebra") == [answer.id]


def test_filters_narrow_the_search(find, store, talk, add_chain):
    other = store.create_conversation(title="Sea", kind=Kind.SUMMARY)
    messages = add_chain(store, other.id, "A metres question", "Some metres")
    assert set(find("metres")) == {talk[1][1].id, talk[1][3].id, messages[0].id, messages[1].id}
    assert set(find("metres", conversation_id=other.id)) == {messages[0].id, messages[1].id}
    assert find("metres", role=Role.USER) == [messages[0].id]
    assert set(find("metres", kind=Kind.CHAT)) == {talk[1][1].id, talk[1][3].id}
    assert find("metres", kind=Kind.SUMMARY, role=Role.ASSISTANT) == [messages[1].id]


def test_dates_narrow_the_search_to_the_second(find, store, talk):
    now = time.time()
    with store._database.transaction() as database:
        for number, days in enumerate((0, 40, 400, 4_000)):
            database.write(
                "UPDATE message SET created_at = ?, text = text || ' dated' WHERE id = ?",
                (now - days * 86_400, talk[1][number].id),
            )
    ids = [one.id for one in talk[1]]
    assert set(find("dated", since=now - 41 * 86_400)) == set(ids[:2])
    assert set(find("dated", until=now - 39 * 86_400)) == set(ids[1:])
    assert find("dated", since=now - 500 * 86_400, until=now - 300 * 86_400) == [ids[2]]
    assert find("dated", since=now - 399 * 86_400, until=now - 41 * 86_400) == []
    assert set(find("dated", since=now - 30_000 * 86_400)) == set(ids)


def test_the_newest_come_first_when_that_is_wanted(find, store, add_chain):
    conversation = store.create_conversation()
    messages = add_chain(store, conversation.id, "pear pear pear", "pear and many other words besides", "pear")
    assert find("pear", order=Order.NEWEST) == [one.id for one in reversed(messages)]


def test_words_that_stand_together_rank_before_words_far_apart(find, store, add_chain):
    conversation = store.create_conversation()
    far = "green " + "filler " * 60 + "apple"
    near, apart = add_chain(store, conversation.id, f"a green apple {'filler ' * 60}", far)
    assert find("green apple ") == [near.id, apart.id]


def test_more_often_and_shorter_ranks_first(find, store, add_chain):
    conversation = store.create_conversation()
    long, short = add_chain(store, conversation.id, "pear " + "filler " * 200, "pear pear")
    assert find("pear ") == [short.id, long.id]


def test_only_so_many_are_returned_and_it_is_said_that_there_is_more(path, store, searcher):
    conversation = store.create_conversation()
    for number in range(30):
        store.add_message(conversation.id, parent_id=None, role=Role.USER, text=f"pear {number}")
    learn(path)
    found = searcher.search("pear", limit=10)
    assert (len(found.hits), found.more) == (10, True)
    assert not searcher.search("pear", limit=30).more


def test_what_the_index_does_not_know_yet_is_counted(path, store, talk, searcher):
    learn(path)
    assert searcher.search("x").waiting == 0
    store.add_message(talk[0].id, parent_id=None, role=Role.USER, text="new")
    assert searcher.search("x").waiting == 1


def test_hits_behind_many_of_deleted_conversations_are_reached(find, store, add_chain):
    kept = store.create_conversation()
    (message,) = add_chain(store, kept.id, "pear")
    gone = store.create_conversation()
    for _ in range(450):
        store.add_message(gone.id, parent_id=None, role=Role.USER, text="pear")
    store.delete_conversation(gone.id)
    assert find("pear ") == [message.id]


def test_without_an_index_the_search_says_that_it_is_being_prepared(store, talk, searcher):
    with pytest.raises(StoreError) as raised:
        searcher.search("alexandria")
    assert "being prepared" in raised.value.sentence


def test_a_cancelled_search_ends(path, talk, searcher):
    learn(path)
    token = CancelToken()
    token.cancel()
    with pytest.raises(CancelledError):
        searcher.search("alexandria", cancel=token)
    assert searcher.search("alexandria").hits


def test_a_missing_store_has_nothing_to_find(tmp_path):
    assert Searcher(tmp_path / "none.db").search("x").hits == ()


@given(st.text(max_size=80))
@settings(max_examples=150)
def test_no_query_is_an_error(tmp_path_factory, query):
    path = tmp_path_factory.getbasetemp() / "queries" / "conversations.db"
    if not path.exists():
        with Store.open(path) as store:
            conversation = store.create_conversation(title="A title")
            store.add_message(conversation.id, parent_id=None, role=Role.USER, text='AND "quotes" NEAR(a b) col:x -y *')
        learn(path)
    searcher = Searcher(path)
    searcher.search(query)
    searcher.release()


@pytest.mark.parametrize(
    "query",
    ["AND OR NOT", "NEAR(zq zr, 2)", "text : zq", "marks:c1", "c1", "^zq", "zq* zr*", "{zq}:zr", "zq + zr", "zq'--"],
)
def test_what_means_something_to_sqlite_is_only_words(path, talk, searcher, query):
    learn(path)
    assert searcher.search(query).hits == ()


def test_every_message_is_found_by_a_piece_of_it(path, store, searcher):
    choose = random.Random(4)
    scripts = [
        "etaoinshr",
        "оеаинтср",
        "的一是不了人我在",
        "กขคงจชาเแ",
        "あいうえおかきく",
        "가나다라마바",
        "ابتثجحخ",
        "कखगघचछ",
    ]
    conversation = store.create_conversation()
    texts = {}
    for _ in range(60):
        letters = choose.choice(scripts)
        words = ["".join(choose.choices(letters, k=choose.randint(2, 7))) for _ in range(6)]
        message = store.add_message(conversation.id, parent_id=None, role=Role.USER, text=" ".join(words))
        texts[message.id] = words
    learn(path)
    for id_, words in texts.items():
        query = f'"{words[1]} {words[2]}" {words[4]} {words[5][:2]}'
        assert id_ in [hit.message_id for hit in searcher.search(query, limit=100).hits], query
