"""Builds the prompt of a conversation so that it fits into the context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from assistant.engine.base import Generation, Turn
from assistant.engine.templates import CHATML, PLAIN, PLAIN_STOP, ChatTemplate, TemplateError
from assistant.errors import QT_TRANSLATE_NOOP, PromptTooLongError

KEPT_SHARE = 0.6
"""After older turns had to be left out, the prompt takes at most this share of the context, so that the next turns
fit without leaving out more: each change of the beginning makes the whole prompt be read again."""

_LEAST_ANSWER_TOKENS = 32
_MOST_BYTES_PER_TOKEN = 48
_TURN_OVERHEAD_TOKENS = 8


class Vocabulary(Protocol):
    """What a prompt needs of a model's tokens; see `assistant.engine.vocabulary.Vocabulary`."""

    @property
    def bos(self) -> str:
        """How the token is written that begins a text, or an empty string."""

    @property
    def eos(self) -> str:
        """How the token is written that ends a text, or an empty string."""

    def tokenize(self, text: str, *, add_special: bool = False, parse_special: bool = False) -> list[int]:
        """Return the tokens of `text`."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt that fits.

    Attributes:
        tokens: The prompt.
        left_out: How many of the oldest turns, not counting the system turn, are not in it.
    """

    tokens: list[int]
    left_out: int


class PromptBuilder:
    """Renders, counts and fits conversations for one model.

    Attributes:
        template: "file" when the model file's own template is used, else "fallback".
        stop: Stop strings the template needs.
        context_length: Tokens that prompt and answer may have together.
    """

    def __init__(self, vocabulary: Vocabulary, template_source: str | None, context_length: int) -> None:
        """Compile the model's template, or a fallback when it has none or a broken one."""
        self._vocabulary = vocabulary
        self.context_length = context_length
        self._measure = lru_cache(maxsize=4096)(self._measure_text)
        self._fallback, self._fallback_stop = self._choose_fallback()
        self.template = "fallback"
        self._chat_template = self._fallback
        self.stop = self._fallback_stop
        if template_source:
            try:
                self._chat_template = ChatTemplate(template_source, bos=vocabulary.bos, eos=vocabulary.eos)
                self._chat_template.render([Turn("user", "Hi")])
                self.template, self.stop = "file", ()
            except TemplateError:
                self._chat_template = self._fallback

    def build(self, request: Generation) -> Prompt:
        """Return the prompt, older turns left out where the context needs it.

        The system turn and the newest turns stay; what is kept begins with a turn of the user.

        Raises:
            PromptTooLongError: Even the newest turn alone does not fit.
        """
        system = request.turns[:1] if request.turns and request.turns[0].role == "system" else ()
        turns = request.turns[len(system) :]
        newest = _newest_start(turns)
        self._refuse_huge(system + turns[newest:])
        first = min(request.first_turn, newest)
        reserve = min(request.max_tokens, self.context_length // 4)
        limit = self.context_length - reserve
        estimate = self._estimate(system + turns[first:])
        if estimate > limit:
            first = self._skip(system, turns, first, newest, int(self.context_length * KEPT_SHARE))
        while True:
            tokens = self._tokens(system + turns[first:], continue_last=request.continue_last)
            if len(tokens) <= limit:
                return Prompt(tokens, first)
            if first >= newest:
                if len(tokens) <= self.context_length - _LEAST_ANSWER_TOKENS:
                    return Prompt(tokens, first)
                raise self._too_long(len(tokens))
            first = self._skip(system, turns, first + 1, newest, int(self.context_length * KEPT_SHARE))

    def _skip(self, system: Sequence[Turn], turns: Sequence[Turn], first: int, newest: int, limit: int) -> int:
        """Return the first turn of the user from `first` on with which the estimate is within `limit`."""
        while first < newest and (turns[first].role != "user" or self._estimate((*system, *turns[first:])) > limit):
            first += 1
        return first

    def _tokens(self, turns: Sequence[Turn], *, continue_last: bool) -> list[int]:
        partial = turns[-1].text if continue_last else ""
        asked = turns[:-1] if continue_last else turns
        tokens = self._asked_tokens(asked)
        return tokens + self._vocabulary.tokenize(partial) if partial else tokens

    def _asked_tokens(self, turns: Sequence[Turn]) -> list[int]:
        template = self._chat_template
        try:
            rendered = template.render(turns)
        except TemplateError:
            template = self._fallback
            rendered = template.render(turns)
        if not any(self._measure(turn.text)[1] for turn in turns):
            return self._tokenize_prompt(rendered)
        # Somebody wrote the model's own marks into a message: they must stay text.
        try:
            fragments = template.fragments(turns)
        except TemplateError:
            return self._tokenize_prompt(template.render([Turn(turn.role, _defused(turn.text)) for turn in turns]))
        tokens = self._tokenize_prompt(fragments[0].text)
        for fragment in fragments[1:]:
            tokens += self._vocabulary.tokenize(fragment.text, parse_special=fragment.trusted)
        return tokens

    def _tokenize_prompt(self, text: str) -> list[int]:
        bos = self._vocabulary.bos
        # A template that writes the beginning token itself must not get a second one.
        return self._vocabulary.tokenize(text, add_special=not (bos and text.startswith(bos)), parse_special=True)

    def _estimate(self, turns: Sequence[Turn]) -> int:
        return sum(self._measure(turn.text)[0] + _TURN_OVERHEAD_TOKENS for turn in turns)

    def _measure_text(self, text: str) -> tuple[int, bool]:
        """Return the tokens in `text`, and whether it spells special tokens."""
        if len(text) > self.context_length * _MOST_BYTES_PER_TOKEN:
            return len(text) // _MOST_BYTES_PER_TOKEN, False
        plain = self._vocabulary.tokenize(text)
        return len(plain), plain != self._vocabulary.tokenize(text, parse_special=True)

    def _refuse_huge(self, turns: Sequence[Turn]) -> None:
        """Refuse in a moment what can't fit by far: splitting megabytes into tokens takes long."""
        length = sum(len(turn.text) for turn in turns)
        if length > self.context_length * _MOST_BYTES_PER_TOKEN:
            raise self._too_long(length // 4)

    def _too_long(self, tokens: int) -> PromptTooLongError:
        return PromptTooLongError(
            QT_TRANSLATE_NOOP(
                "errors",
                "This is too long for the model: about {words} words, and it can read about {limit} at once. "
                "Shorten the message, or send it in parts.",
            ),
            words=_rounded(tokens * 3 // 4),
            limit=_rounded((self.context_length - _LEAST_ANSWER_TOKENS) * 3 // 4),
            details=f"{tokens} tokens, context {self.context_length}",
        )

    def _choose_fallback(self) -> tuple[ChatTemplate, tuple[str, ...]]:
        mark = self._vocabulary.tokenize("<|im_start|>", parse_special=True)
        bos, eos = self._vocabulary.bos, self._vocabulary.eos
        if len(mark) == 1:
            return ChatTemplate(CHATML, bos=bos, eos=eos), ("<|im_end|>",)
        return ChatTemplate(PLAIN, bos=bos, eos=eos), PLAIN_STOP


def _newest_start(turns: Sequence[Turn]) -> int:
    """Return the index of the newest turn of the user: this one and what follows must be read."""
    for index in range(len(turns) - 1, -1, -1):
        if turns[index].role == "user":
            return index
    return 0


def _defused(text: str) -> str:
    """Break up what could be a special token, for templates that rewrite texts."""
    return text.replace("<", "<\u200b").replace("[", "[\u200b")


def _rounded(number: int) -> int:
    """Return `number` with two significant digits, for a sentence."""
    magnitude: int = 10 ** max(0, len(str(number)) - 2)
    return number // magnitude * magnitude
