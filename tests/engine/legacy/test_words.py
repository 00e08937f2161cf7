"""Text to tokens and back."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from assistant.engine.legacy.library import LegacyLibrary
from assistant.engine.legacy.words import LegacyVocabulary
from assistant.model_files.ggml_check import check_ggml
from assistant.model_files.ggml_layouts import LAYOUTS
from tests.engine.tiny_ggml import falcon_words, gpt_words, llama_words, write_model

TEXTS = st.text(
    st.one_of(st.sampled_from(" \n\t'.,:#<|>abehilorstuwUAðß漢🙂123"), st.characters(codec="utf-8")), max_size=60
).filter(lambda text: "\0" not in text)


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """A vocabulary and the library's model of each kind."""
    folder = tmp_path_factory.mktemp("models")
    library = LegacyLibrary()
    found = {}
    for kind in LAYOUTS:
        path = write_model(folder / f"{kind}.bin", kind)
        model = library.open(path, kind, context_length=256, mapped=True)
        found[kind] = (LegacyVocabulary(check_ggml(path, kind), model), model)
    yield found
    for _, model in found.values():
        model.close()


@pytest.mark.parametrize("kind", ["gpt2", "dolly", "mpt", "replit"])
@given(text=TEXTS)
@example(text="hello world's the sea is User:\n\n  12ab\t ")
@example(text="   ")
def test_our_tokenizers_split_as_the_library_does(opened, kind, text):
    vocabulary, model = opened[kind]
    assume(text)  # The library's tokenizer of Replit ends the process where there is no text.
    assert vocabulary.tokenize(text) == model.tokenize(text.encode())


@pytest.mark.parametrize("kind", sorted(LAYOUTS))
@given(text=TEXTS)
@example(text="User: hello <|endoftext|> </s> <s> >>1<< ### End")
def test_the_bytes_of_the_tokens_are_the_text(opened, kind, text):
    vocabulary, _ = opened[kind]
    for parse_special in (False, True):
        tokens = vocabulary.tokenize(text, parse_special=parse_special)
        marks = {b"<|endoftext|>", b"</s>", b"<s>", b">>1<<"} if parse_special else set()
        expected = text.encode()
        for mark in marks:
            if vocabulary.tokenize(mark.decode(), parse_special=True) != vocabulary.tokenize(mark.decode()):
                expected = expected.replace(mark, b"")
        assert b"".join(vocabulary.piece(token) for token in tokens) == expected


@pytest.mark.parametrize("kind", sorted(LAYOUTS))
@pytest.mark.parametrize("text", ["x" * 200_000, " " * 50_000, "é" * 50_000, "a b" * 50_000, "\0\0", "\ud800"])
def test_texts_that_would_end_the_process_are_only_text(opened, kind, text):
    tokens = opened[kind][0].tokenize(text)
    assert 0 < len(tokens) <= len(text.encode("utf-8", "replace"))


def test_special_tokens_count_only_where_they_are_trusted(opened):
    vocabulary, _ = opened["gpt2"]
    assert vocabulary.tokenize("<|endoftext|>", parse_special=True) == [gpt_words().index(b"<|endoftext|>")]
    assert gpt_words().index(b"<|endoftext|>") not in vocabulary.tokenize("<|endoftext|>")
    assert vocabulary.piece(gpt_words().index(b"<|endoftext|>")) == b""


def test_falcons_special_tokens_count_only_where_they_are_trusted(opened):
    vocabulary, model = opened["falcon"]
    assert model.tokenize(b">>3<<") == [falcon_words().index(b">>3<<")]
    assert falcon_words().index(b">>3<<") not in vocabulary.tokenize(">>3<<")


def test_a_prompt_of_llama_begins_with_its_first_token_and_a_space(opened):
    vocabulary, _ = opened["llama"]
    tokens = vocabulary.tokenize("the", add_special=True)
    assert tokens == [llama_words().index(b"<s>"), llama_words().index(b" the")]


def test_replit_takes_the_likeliest_tokens(opened):
    vocabulary, _ = opened["replit"]
    assert len(vocabulary.tokenize("a the")) == 2
