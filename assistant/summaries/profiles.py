"""How a model is asked for the facts of a text, by how capable it is.

The words of the small profile were chosen by measuring with the built-in model over parts of manuals, a licence, a
report and an article: how many parts gave a sentence that passes the checks. Instructions behind the text gave 23 %
("summarize in one sentence") to 46 %, before it 73 %, in short sentences and with parts of 700 instead of 1,400
characters 83 %; an example in the prompt took that down to 12 %, because the model wrote about the example.
"""

from __future__ import annotations

import msgspec

from assistant.engine.base import Generation, ModelInfo, Sampling, Turn

_SMALL_PARAMETERS = 900_000_000
LANGUAGE_NAMES = {
    "ar": "Arabic",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian",
    "th": "Thai",
    "zh": "Chinese",
}
"""English names of the languages a summary can be written in, by their codes."""


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """How a model is asked.

    Attributes:
        name: Tells stored answers of one profile from those of another; changes whenever a prompt does.
        part_characters: Length of a part of the document, about.
        answer_tokens: Longest list of facts.
        facts: How many facts are wanted of a part.
        least_overlap: Share of a fact's words that its sources must hold.
        neighbours: Over how many neighbouring passages a fact may stretch.
        passages_read: How many passages are read to answer a question.
        least_answer_overlap: Share of an answer's words, beside the question's, that the passages must hold.
        merges: Whether the model is good enough to merge facts into fewer; if not, the most central are chosen.
        languages: Codes of the languages it writes; None where it may be trusted with any.
    """

    name: str
    part_characters: int
    answer_tokens: int
    facts: int
    least_overlap: float
    neighbours: int
    passages_read: int
    least_answer_overlap: float
    merges: bool
    languages: tuple[str, ...] | None

    def writes(self, language: str) -> bool:
        """Tell whether the model can be trusted to write a language; "" is a text too short to tell."""
        return self.languages is None or language in self.languages

    def facts_of(self, text: str, *, language: str = "") -> Generation:
        """Return the request for the facts of a part.

        Args:
            text: The part.
            language: The language to write in when that is not the text's own.
        """
        return self._listing("List the most important facts of this text in short sentences", text, language)

    def facts_again(self, text: str, *, language: str = "") -> Generation:
        """Return the request for a part whose first answer could not be used: a few sentences, word for word."""
        return self._listing("Repeat the most important statements of this text, shortened", text, language)

    def tasks_of(self, text: str, *, language: str = "") -> Generation:
        """Return the request for what a part says is to be done, with dates."""
        order = "List everything that this text says must be done, by whom and by when, and every date with its event"
        return self._listing(order, text, language, count=2 * self.facts)

    def merged(self, points: str, *, count: int, language: str = "") -> Generation:
        """Return the request to make `count` points out of more."""
        order = f"Merge these notes into the {count} most important points, in the same order, one sentence each"
        return self._listing(order, points, language, count=count)

    def question_for(self, sentence: str) -> Generation:
        """Return the request for a question that a sentence answers."""
        return self._request(
            f"Write one short question that is answered by this sentence:\n\n{sentence}", begun="Question:", tokens=40,
            stop=("\n", "Answer"),
        )  # fmt: skip

    def answer_from(self, passages: str, question: str) -> Generation:
        """Return the request for the answer to a question that passages give.

        Of fifteen questions about two texts the built-in model answered 13 this way; with the question only before or
        only after the text 10 and 11.
        """
        order = f"Answer the question from the text below.\n\nText: {passages}\n\nQuestion: {question}"
        return self._request(order, begun="", tokens=self.answer_tokens, stop=("\n\n", "Question:"))

    def _listing(self, order: str, text: str, language: str, *, count: int = 0) -> Generation:
        name = LANGUAGE_NAMES.get(language, "")
        manner = f", in {name}" if name else ", in its own words"
        tokens = self.answer_tokens * max(1, count) // self.facts if count else self.answer_tokens
        stop = (f"\n{(count or self.facts) + 1}.", "\n\n\n")
        return self._request(f"{order}{manner}:\n\n{text}", begun="1.", tokens=tokens, stop=stop)

    def _request(self, user: str, *, begun: str, tokens: int, stop: tuple[str, ...]) -> Generation:
        return Generation(
            turns=(
                Turn("system", "You are a helpful AI assistant. Answer clearly and correctly."),
                Turn("user", user),
                *((Turn("assistant", begun),) if begun else ()),
            ),
            # Facts are copied, so a word may come again, and the likeliest one is wanted.
            sampling=Sampling(temperature=0.0, repeat_penalty=1.0, seed=1),
            max_tokens=tokens,
            stop=stop,
            continue_last=bool(begun),
            keep=False,
        )


SMALL = Profile(
    name="small-1",
    part_characters=1_200,
    answer_tokens=64,
    facts=2,
    least_overlap=0.9,
    neighbours=2,
    passages_read=2,
    least_answer_overlap=0.7,
    merges=False,
    languages=("en",),
)
"""For models of about 100 million weights."""

CAPABLE = Profile(
    name="capable-1",
    part_characters=5_000,
    answer_tokens=220,
    facts=4,
    least_overlap=0.5,
    neighbours=3,
    passages_read=5,
    least_answer_overlap=0.4,
    merges=True,
    languages=None,
)
"""For models of a billion weights and more."""


def profile_for(model: ModelInfo, languages: tuple[str, ...] = ()) -> Profile:
    """Return how a model is asked.

    Args:
        model: What is known about it.
        languages: The languages it knows, where the catalogue says so.
    """
    if model.parameters < _SMALL_PARAMETERS:
        return msgspec.structs.replace(SMALL, languages=languages) if languages else SMALL
    return msgspec.structs.replace(CAPABLE, languages=languages) if languages else CAPABLE
