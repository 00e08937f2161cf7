"""What was read is not read again: across turns, conversations and restarts, with the real built-in model."""

from __future__ import annotations

import threading

import psutil
import pytest

from assistant.engine.base import Generation, LoadOptions, Sampling, Turn
from assistant.engine.client import EngineClient
from assistant.engine.state_files import StateFolder
from assistant.events import Text
from assistant.jobs import CancelToken

pytestmark = pytest.mark.model

GREEDY = Sampling(temperature=0.0, repeat_penalty=1.0)


def conversation(topic, *more):
    first = Turn("user", f"Let us talk about {topic}. " + f"I know many things about {topic}. " * 40)
    return (first, *(Turn(("assistant", "user")[n % 2], text) for n, text in enumerate(more)))


def ask(engine, turns, owner="", **options):
    options.setdefault("max_tokens", 8)
    request = Generation(turns=tuple(turns), sampling=GREEDY, owner=owner, **options)
    events = list(engine.generate(request, CancelToken()))
    return "".join(event.text for event in events if isinstance(event, Text)), events[-1].stats


@pytest.fixture
def states(tmp_path, request):
    return StateFolder(tmp_path / "states", secret=getattr(request, "param", b""))


@pytest.fixture
def start(states, model_file):
    """Return a starter of engines that share a folder of states; they are ended with the test."""
    engines = []

    def make(file=model_file, **options):
        engine = EngineClient(states=states)
        engines.append(engine)
        list(engine.load(file, LoadOptions(context_length=2048, **options), CancelToken()))
        return engine

    yield make
    for engine in engines:
        engine.close()


def test_a_conversation_left_and_taken_up_again_is_not_read_again(start):
    engine = start()
    answer, _ = ask(engine, conversation("ships"))
    ask(engine, conversation("gardens"))
    ask(engine, conversation("mountains"))
    _, stats = ask(engine, conversation("ships", answer, "Go on."))
    assert stats.reused_tokens > 300
    assert stats.prompt_tokens - stats.reused_tokens < 30


def test_what_is_kept_is_what_was_read(start):
    engine = start()
    turns = conversation("ships", "I see.", "What is the capital of France?")
    fresh, _ = ask(engine, turns, max_tokens=16)
    ask(engine, conversation("gardens"))
    again, stats = ask(engine, turns, max_tokens=16)
    assert stats.reused_tokens > 300
    assert "Paris" in fresh
    assert "Paris" in again


@pytest.mark.parametrize("states", [b"", b"s" * 32], ids=["plain", "encrypted"], indirect=True)
def test_after_a_restart_only_the_new_turn_is_read(start, states):
    engine = start()
    answer, first = ask(engine, conversation("ships"), owner="7")
    engine.close()
    _, stats = ask(start(), conversation("ships", answer, "Go on."), owner="7")
    assert first.reused_tokens == 0
    assert stats.reused_tokens > 300
    assert stats.prompt_tokens - stats.reused_tokens < 30


def test_a_conversation_without_an_owner_is_never_written(start, states):
    engine = start()
    ask(engine, conversation("ships"))
    assert engine.save_states() == 0
    assert not list(states.path.glob("*.state"))


def test_saving_twice_writes_once(start):
    engine = start()
    ask(engine, conversation("ships"), owner="7")
    assert engine.save_states() == 1
    assert engine.save_states() == 0


def test_a_forgotten_conversation_leaves_nothing(start, states):
    engine = start()
    ask(engine, conversation("ships"), owner="7")
    engine.save_states()
    engine.forget("7")
    assert not list(states.path.glob("*.state"))
    assert engine.save_states() == 0
    _, stats = ask(engine, conversation("ships"), owner="7")
    assert stats.reused_tokens < 40


def damage(file):
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(bytes(content))


def cut(file):
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def empty(file):
    file.write_bytes(b"")


def swap_secret(file):
    (file.parent / "secret").write_bytes(b"x" * 32)


@pytest.mark.parametrize("harm", [damage, cut, empty, swap_secret])
def test_a_file_that_is_not_as_it_was_written_is_not_used(start, states, harm):
    engine = start()
    question = conversation("ships", "I see.", "What is the capital of France?")
    ask(engine, question, owner="7")
    engine.close()
    (file,) = states.path.glob("*.state")
    harm(file)
    again, stats = ask(start(), question, owner="7", max_tokens=16)
    assert stats.reused_tokens == 0
    assert "Paris" in again


def test_another_model_does_not_get_the_state(start, states, model_file, tmp_path):
    engine = start()
    ask(engine, conversation("ships"), owner="7")
    engine.close()
    other = tmp_path / "other.gguf"
    other.write_bytes(model_file.read_bytes())
    _, stats = ask(start(other), conversation("ships"), owner="7")
    assert stats.reused_tokens == 0


def test_an_idle_engine_ends_and_the_next_question_works_as_before(start, states):
    engine = start()
    answer, _ = ask(engine, conversation("ships"), owner="7")
    pid = engine.status().pid
    engine.idle_seconds = 0.2
    ask(engine, conversation("ships", answer, "And?"), owner="7")
    process = psutil.Process(pid)
    psutil.wait_procs([process])
    while engine.status().pid:
        threading.Event().wait(0.05)
    engine.idle_seconds = 0
    list(engine.load(*_loaded_with(engine), CancelToken()))
    _, stats = ask(engine, conversation("ships", answer, "And?"), owner="7")
    assert stats.reused_tokens > 300


def _loaded_with(engine):
    from assistant.models.library import built_in_file

    return built_in_file(), LoadOptions(context_length=2048)


def test_a_request_in_time_keeps_an_engine_from_ending(start):
    engine = start()
    engine.idle_seconds = 1_000
    ask(engine, conversation("ships"))
    pid = engine.status().pid
    ask(engine, conversation("ships"))
    assert engine.status().pid == pid


def test_copying_with_guesses_gives_the_same_words(start):
    engine = start()
    text = "The keeper of the old lighthouse wrote each evening which ships had passed and how the wind had turned. "
    turns = (Turn("user", f"Repeat this text word for word:\n\n{text * 3}"),)
    plain, _ = ask(engine, turns, max_tokens=80)
    guessed, stats = ask(engine, turns, max_tokens=80, copies=True)
    assert guessed == plain
    assert stats.answer_tokens > 20
