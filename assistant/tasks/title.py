"""Ask the model for a title of a conversation, from the user's first message."""

from __future__ import annotations

from assistant.engine.base import Generation, Sampling, Turn

_LOOKED_AT = 600
"""Characters of the question that the model reads."""
_MOST_TOKENS = 14
"""A title that needs more is none."""


def title_request(question: str) -> Generation:
    """Return the request for a title.

    The answer is begun for the model: measured on 24 questions, SmolLM2-135M then names the topic of eleven of them,
    where it answers the question, or nothing of use, when only asked for a title. What is of no use is found out by
    `assistant.text.titles.usable_title`.

    Args:
        question: What the user wrote first.
    """
    text = f"{question.strip()[:_LOOKED_AT]}\n\nWhat is this about? Name the topic in three words."
    return Generation(
        turns=(Turn("user", text), Turn("assistant", "Topic:")),
        sampling=Sampling(temperature=0.0, repeat_penalty=1.0),
        max_tokens=_MOST_TOKENS,
        stop=("\n",),
        continue_last=True,
        # It comes once; the conversation whose place it takes is what will be needed.
        keep=False,
    )
