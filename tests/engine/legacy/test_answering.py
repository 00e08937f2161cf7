"""Conversations with models from before GGUF."""

from __future__ import annotations

import threading
import time
from itertools import pairwise

import pytest

from assistant.engine.base import Generation, Sampling, Turn
from assistant.engine.legacy.loader import DEFAULT_CONTEXT
from assistant.engine.steps import End, Read, Token
from assistant.errors import CancelledError, ModelError, PromptTooLongError
from assistant.events import StopReason
from assistant.model_files.ggml_layouts import LAYOUTS
from tests.engine.tiny_ggml import CONTEXT, gpt_words, llama_words, mpt_words, random_fill, successor_fill

KINDS = sorted(LAYOUTS)
GREEDY = Sampling(temperature=0.0, repeat_penalty=1.0)
WARM = Sampling(temperature=1.0, seed=3)


def ask(model, *texts, **request):
    request.setdefault("sampling", GREEDY)
    request.setdefault("max_tokens", 12)
    turns = tuple(Turn(("user", "assistant")[index % 2], text) for index, text in enumerate(texts))
    generation = Generation(turns=turns, **request)
    unread, course = model.prepare(generation)
    steps = list(model.answer(generation, unread, course))
    return steps, course


def text_of(steps):
    return "".join(step.text for step in steps if isinstance(step, Token | End))


def alphabet(words):
    """What follows each token: a after the colon that ends a prompt, b after a, and a again after z."""
    letters = [words.index(bytes([letter])) for letter in range(97, 123)]
    return {words.index(b":"): letters[0], **dict(zip(letters, letters[1:] + letters[:1], strict=True))}


@pytest.mark.parametrize(("kind", "words"), [("gpt2", gpt_words), ("llama", llama_words), ("gptneox", gpt_words)])
def test_the_answer_is_what_the_weights_say(load, kind, words):
    model = load(kind, successor_fill(kind, alphabet(words())))
    steps, course = ask(model, "Say the alphabet.", max_tokens=30)
    assert text_of(steps) == "abcdefghijklmnopqrstuvwxyzabcd"
    assert course.answer_tokens == 30
    assert steps[-1].reason is StopReason.LENGTH


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_answer(load, kind):
    model = load(kind)
    answers = [ask(model, "Tell me a story.", sampling=Sampling(temperature=1.0, seed=seed))[0] for seed in (3, 3, 4)]
    assert text_of(answers[0]) == text_of(answers[1]) != text_of(answers[2])


def test_tokens_of_one_answer_are_drawn_independently(load):
    # All logits are equal where the head is zero: each token is drawn from all.
    model = load("gpt2", lambda _, rows: [0.0] * (rows[0] * (rows[1] if len(rows) == 2 else 1)))
    steps, _ = ask(model, "Hello", sampling=Sampling(temperature=1.0, top_k=0, top_p=1.0, seed=1), max_tokens=60)
    assert len(set(text_of(steps))) > 15


@pytest.mark.parametrize("kind", KINDS)
def test_the_next_turn_answers_as_a_new_model_would(load, kind):
    model = load(kind, context_length=CONTEXT)
    first = text_of(ask(model, "Hello there.", max_tokens=4)[0])
    steps, course = ask(model, "Hello there.", first, "And then?", sampling=WARM)
    fresh, fresh_course = ask(load(kind, context_length=CONTEXT), "Hello there.", first, "And then?", sampling=WARM)
    assert text_of(steps) == text_of(fresh)
    assert fresh_course.reused_tokens == 0
    assert course.reused_tokens > 10 or kind == "falcon"


def test_falcon_goes_on_where_nothing_has_to_be_taken_back(load):
    model = load("falcon")
    _, first = ask(model, "Hello there.", max_tokens=1)
    turns = (Turn("user", "Hello there."), Turn("assistant", "More."))
    _, second = model.prepare(Generation(turns=turns, continue_last=True))
    assert second.reused_tokens == first.prompt_tokens


def test_a_prompt_is_a_conversation_written_out(load):
    model = load("gpt2")
    _, course = ask(model, "Hi")
    assert course.prompt_tokens == model.count_tokens("User: Hi\n\nAssistant:")


def test_an_answer_ends_where_the_model_begins_the_users_turn(load):
    spoken = [gpt_words().index(word) for word in (b":", b"x", b"\n", b"User", b":")]
    model = load("gpt2", successor_fill("gpt2", dict(pairwise(spoken))))
    steps, _ = ask(model, "Hi", max_tokens=50)
    assert text_of(steps) == "x"
    assert steps[-1].reason is StopReason.STOP


def test_an_answer_ends_before_a_stop_string(load):
    model = load("gpt2", successor_fill("gpt2", alphabet(gpt_words())))
    steps, _ = ask(model, "Say the alphabet.", stop=("def",), max_tokens=30)
    assert text_of(steps) == "abc"
    assert steps[-1].reason is StopReason.STOP


def test_an_answer_ends_at_the_token_that_ends_a_text(load):
    following = alphabet(gpt_words()) | {gpt_words().index(b"m"): gpt_words().index(b"<|endoftext|>")}
    model = load("gpt2", successor_fill("gpt2", following))
    steps, _ = ask(model, "Say half the alphabet.", max_tokens=30)
    assert text_of(steps) == "abcdefghijklm"
    assert steps[-1].reason is StopReason.STOP


def test_a_model_that_knows_chatml_is_asked_in_chatml(load):
    words = mpt_words()
    model = load("mpt", random_fill(1), words=words)
    plain = model.count_tokens("user\nHi\nassistant\n")
    _, course = ask(model, "Hi")
    assert course.prompt_tokens == plain + 3


def test_marks_in_a_message_stay_text(load):
    model = load("mpt")
    turns = (Turn("user", "<|im_end|>"),)
    unread, _ = model.prepare(Generation(turns=turns))
    assert unread.count(mpt_words().index(b"<|im_end|>")) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_context_is_never_overrun(load, kind):
    model = load(kind, context_length=CONTEXT)
    _, course = ask(model, "Tell me a story.", sampling=WARM, max_tokens=2_000)
    assert model.cached_tokens <= CONTEXT
    assert course.prompt_tokens + course.answer_tokens <= CONTEXT + 1
    if course.answer_tokens == CONTEXT - course.prompt_tokens:
        steps, _ = ask(model, "Tell me a story.", sampling=WARM, max_tokens=2_000)
        assert steps[-1].reason is StopReason.CONTEXT


def test_the_oldest_turns_are_left_out_of_a_long_conversation(load):
    model = load("gpt2")
    texts = [f"message {number} of many, many messages" for number in range(21)]
    _, course = ask(model, *texts)
    assert course.left_out > 0
    assert course.prompt_tokens <= CONTEXT - 12


def test_a_message_that_cannot_fit_is_a_sentence_and_the_next_works(load):
    model = load("gpt2")
    with pytest.raises(PromptTooLongError):
        ask(model, "word " * 500)
    assert ask(model, "Hello")[1].answer_tokens > 0


def test_a_context_shorter_than_the_models_own_is_kept(load):
    model = load("gpt2", context_length=100)
    assert model.info.context_length == 100
    assert model.info.trained_context_length == CONTEXT
    ask(model, "Tell me a story.", sampling=WARM, max_tokens=500)
    assert model.cached_tokens <= 100


def test_a_context_longer_than_the_file_holds_is_not_taken(load):
    assert load("gpt2", context_length=4 * CONTEXT).info.context_length == CONTEXT


def test_files_that_do_not_tell_their_context_get_a_common_one(load):
    assert load("llama").info.context_length == DEFAULT_CONTEXT


def test_what_is_known_about_the_model_is_told(load):
    info = load("llama").info
    assert info.description == "LLaMA F32, GGML"
    assert info.template == "fallback"
    assert info.bytes == 4 * info.parameters > 100_000


def test_reading_tells_its_progress(load):
    model = load("gpt2")
    steps, course = ask(model, "It was a dark night. " * 8, max_tokens=1)
    fractions = [step.fraction for step in steps if isinstance(step, Read)]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert len(fractions) >= course.prompt_tokens / 16


def test_cancelling_in_mid_prompt_ends_it_and_the_next_question_works(load):
    model = load("gpt2", successor_fill("gpt2", alphabet(gpt_words())))
    generation = Generation(turns=(Turn("user", "It was a dark night. " * 8),))
    unread, course = model.prepare(generation)
    steps = model.answer(generation, unread, course)
    assert next(steps).fraction < 1
    model.flag.raise_()
    with pytest.raises(CancelledError):
        next(steps)
    assert 0 < model.cached_tokens < course.prompt_tokens
    model.flag.lower()
    assert text_of(ask(model, "Say the alphabet.")[0]) == "abcdefghijkl"


def test_cancelling_in_mid_answer_keeps_what_was_made(load):
    model = load("gpt2", successor_fill("gpt2", alphabet(gpt_words())))
    generation = Generation(turns=(Turn("user", "Say the alphabet."),), sampling=GREEDY, max_tokens=100)
    unread, course = model.prepare(generation)
    text = ""
    for step in model.answer(generation, unread, course):
        text += "" if isinstance(step, Read) else step.text
        if len(text) == 5:
            model.flag.raise_()
    assert text == "abcde"
    assert step.reason is StopReason.CANCELLED


def test_loading_tells_its_progress(load):
    told = []
    load("gpt2", progress=lambda fraction: told.append(fraction) or True)
    assert told[0] == 0.0
    assert told[-1] == 1.0


@pytest.mark.parametrize("at", [0.0, 1.0])
def test_loading_can_be_cancelled_from_the_beginning_to_the_end(load, at):
    with pytest.raises(CancelledError):
        load("gpt2", progress=lambda fraction: fraction < at)
    wait_for_loads()


def wait_for_loads():
    for thread in threading.enumerate():
        if thread.name == "legacy-load":
            thread.join()


def test_a_slow_load_is_left_at_once(load, monkeypatch):
    # The library can't be stopped: whatever it does, the answer to a cancel does not wait for it.
    from assistant.engine.legacy.library import LegacyLibrary, LibraryModel

    release, closed = threading.Event(), []
    really_open, really_close = LegacyLibrary.open, LibraryModel.close

    def slow_open(self, *arguments, **options):
        release.wait()
        return really_open(self, *arguments, **options)

    monkeypatch.setattr(LegacyLibrary, "open", slow_open)
    monkeypatch.setattr(LibraryModel, "close", lambda self: closed.append(self) or really_close(self))
    calls = iter([True, True, False])
    with pytest.raises(CancelledError):
        load("gpt2", progress=lambda _: next(calls))
    assert not closed
    release.set()
    wait_for_loads()
    assert len(closed) == 1


def test_a_model_that_does_not_fit_into_memory_is_refused_with_the_figures(load):
    with pytest.raises(ModelError) as raised:
        load("gpt2", available_bytes=100_000_000)
    assert "and 100 MB are free" in raised.value.sentence


def test_tokens_are_counted(load):
    model = load("gpt2")
    assert model.count_tokens("") == 0
    assert model.count_tokens("hello world") == 2
    assert model.count_tokens("hello" * 30_000) == 30_000


def test_speeds_are_told(load):
    model = load("gpt2")
    started = time.perf_counter()
    _, course = ask(model, "Hello there.", max_tokens=10, sampling=WARM)
    stats = course.stats()
    assert stats.prompt_tokens_per_second > 0
    assert 0 < stats.seconds_to_first_token < time.perf_counter() - started
