"""One request on its way from its prompt to its last token."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any

from assistant.engine.base import Generation
from assistant.engine.decoder import Decoder, Slot
from assistant.engine.prompt import Prompt
from assistant.engine.sampler import Sampler
from assistant.engine.speculation import NgramIndex, Payoff
from assistant.engine.steps import Answering, Begun, End, Read, Step, Token, Unmade
from assistant.engine.text_stream import TextStream
from assistant.engine.vocabulary import Vocabulary
from assistant.events import StopReason


class SequenceRun:
    """A request, the sequence it has in the KV cache once it has one, and its answer so far.

    Attributes:
        number: The request's number.
        request: What is wanted.
        prompt: The tokens to read.
        slot: Its sequence; None while it waits for one.
        waits: It waits for another one to read what both begin with.
        ended: Nothing more comes.
        due: Tokens that are not in the cache yet: the rest of the prompt, later the token chosen last and a guess.
    """

    def __init__(self, number: int, request: Generation, prompt: Prompt, *, stop: Sequence[str], room: int) -> None:
        """Begin with a built prompt.

        Args:
            number: The request's number.
            request: What is wanted.
            prompt: The prompt of `request`.
            stop: Stop strings that the template needs.
            room: Tokens that prompt and answer may have together.
        """
        self.number = number
        self.request = request
        self.prompt = prompt.tokens
        self.slot: Slot | None = None
        self.waits = False
        self.ended = False
        self.due: list[int] = []
        self._answer_room = room - len(prompt.tokens)
        self._course = Answering(len(prompt.tokens), 0, prompt.left_out, time.perf_counter())
        self._stream = TextStream((*request.stop, *stop))
        self._sampler: Sampler | None = None
        self._guessed = 0
        self._index: NgramIndex | None = None
        self._payoff = Payoff()
        self._read_from = 0.0
        self._pauses: list[int] = []

    @property
    def reading(self) -> bool:
        """Whether the prompt is not read yet."""
        return self._sampler is None

    @property
    def most_tokens(self) -> int:
        """Tokens that prompt and answer can come to."""
        return len(self.prompt) + max(1, min(self.request.max_tokens, self._answer_room))

    def begin(self, slot: Slot, *, pauses: Sequence[int] = ()) -> Begun:
        """Take a sequence that holds a beginning of the prompt, at most all but its last token.

        Args:
            slot: The sequence.
            pauses: Lengths of the prompt's beginning that a batch must end at.
        """
        self.slot = slot
        self._pauses = sorted(length for length in pauses if length > len(slot.tokens))
        self.due = self.prompt[len(slot.tokens) :]
        self._course.reused_tokens = len(slot.tokens)
        self._read_from = time.perf_counter()
        return Begun(self._course.left_out, self._course.prompt_tokens)

    def next_tokens(self, most: int, *, guess: bool) -> list[int]:
        """Return what to decode next, at most `most` tokens; an answer's guess is added when `guess` allows it."""
        if self.reading:
            done = len(self.prompt) - len(self.due)
            until = next((length - done for length in self._pauses if length > done), most)
            return self.due[: min(most, until)]
        del self.due[1:]
        if guess and self._index is not None and (longest := self._payoff.longest):
            left = min(self.request.max_tokens, self._answer_room) - self._course.answer_tokens - 1
            self.due += self._index.guess(max(0, min(longest, most - 1, left)))
        self._guessed = len(self.due) - 1
        return self.due

    def pause_at(self, length: int) -> None:
        """Let a batch end behind the first `length` tokens of the prompt, if it is not read so far yet."""
        if self.reading and length > len(self.prompt) - len(self.due):
            self._pauses = sorted({*self._pauses, length})

    @property
    def pausing(self) -> bool:
        """Whether what is read so far ends at one of the pauses."""
        return self.reading and len(self.prompt) - len(self.due) in self._pauses

    def read(self, count: int) -> Read:
        """Note that `count` more tokens of the prompt are in the cache."""
        del self.due[:count]
        return Read(1 - len(self.due) / max(1, len(self.prompt) - self._course.reused_tokens))

    def answer(
        self, llama: Any, decoder: Decoder, vocabulary: Vocabulary, places: range, seconds: float
    ) -> Iterator[Step]:
        """Choose tokens from the outputs of the last batch.

        Args:
            llama: The bindings.
            decoder: Whose context it was.
            vocabulary: The model's.
            places: Places of the outputs: one for the token that was due, one for each guessed token.
            seconds: What the batch took.
        """
        if self._sampler is None:
            self._course.reading_seconds = time.perf_counter() - self._read_from
            self._sampler = Sampler(llama, decoder.context, vocabulary.size, self.request.sampling)
            if self.request.copies and decoder.rewinds:
                self._index = NgramIndex(self.prompt)
        guesses = self.due[1:] if self._guessed else []
        chosen: list[int] = []
        for place in places:
            token = self._sampler.choose(place)
            chosen.append(token)
            right = len(chosen) <= len(guesses) and guesses[len(chosen) - 1] == token
            for step in self._take(token, vocabulary):
                yield step
                if isinstance(step, End):
                    self._forget_guesses(decoder, len(guesses) - len(chosen) + (not right))
                    return
            if not right:
                break
        self._forget_guesses(decoder, len(guesses) - len(chosen) + 1)
        if self._index is not None:
            self._index.extend(chosen)
            self._payoff.observe(guessed=len(guesses), tokens=len(chosen), seconds=seconds)
        self.due = chosen[-1:]
        self._guessed = 0

    def stop(self) -> Step:
        """End because the user wants it; what was made stays."""
        if self._course.answer_tokens:
            return self._end(StopReason.CANCELLED, self._stream.finish())
        self.close()
        return Unmade()

    def close(self) -> None:
        """Free what the answer needed; the sequence keeps its tokens."""
        self.ended = True
        if self._sampler is not None:
            self._sampler.close()
            self._sampler = None

    def _take(self, token: int, vocabulary: Vocabulary) -> Iterator[Step]:
        course = self._course
        course.last_token = time.perf_counter()
        course.first_token = course.first_token or course.last_token
        if vocabulary.is_end(token):
            yield self._end(StopReason.STOP, self._stream.finish())
            return
        course.answer_tokens += 1
        text = self._stream.feed(vocabulary.piece(token))
        if self._stream.stopped:
            yield self._end(StopReason.STOP, text)
            return
        yield Token(text)
        if course.answer_tokens >= self.request.max_tokens:
            yield self._end(StopReason.LENGTH, self._stream.finish())
        elif course.answer_tokens >= self._answer_room:
            yield self._end(StopReason.CONTEXT, self._stream.finish())

    def _end(self, reason: StopReason, text: str) -> End:
        self.close()
        return End(reason, text, self._course.stats())

    def _forget_guesses(self, decoder: Decoder, wrong: int) -> None:
        if wrong > 0 and self.slot is not None:
            decoder.rewind(self.slot, len(self.slot.tokens) - wrong)
