"""Answers that copy from their prompt, and one that doesn't, with and without guessed tokens; the built-in model.

Each pair answers the same prompt greedily in the same minute; a ratio above 1 means that guessing is faster.
"""

from __future__ import annotations

import statistics

from assistant.engine.base import Generation, LoadOptions, Sampling, Turn
from assistant.engine.client import EngineClient
from assistant.events import AnswerStats, Finished, Text
from assistant.jobs import CancelToken
from assistant.models.library import built_in_file

ROUNDS = 7
TOKENS = 160
CONTEXT = 4_096
GREEDY = Sampling(temperature=0.0, repeat_penalty=1.0)
NOTE = (
    "The meeting of the garden club was opened by Mrs Lindqvist at half past seven. The treasurer reported that the "
    "new greenhouse cost 4,310 euros, which is 190 euros less than planned. The members decided to plant apple trees "
    "along the northern fence, and to lend the old tools to the school. The next meeting is on the third of May."
)
PROMPTS = {
    "repeats a text word for word": f"Repeat the following text word for word.\n\n{NOTE}",
    "quotes a text": f"{NOTE}\n\nCopy the sentences about the treasurer and about the apple trees from this text.",
    "copies nothing": "Write a very long story about a ship and its crew.",
}


def answer(engine: EngineClient, prompt: str, *, copies: bool) -> tuple[str, AnswerStats]:
    """Return an answer and its figures."""
    request = Generation(turns=(Turn("user", prompt),), sampling=GREEDY, max_tokens=TOKENS, copies=copies, keep=False)
    text: list[str] = []
    for event in engine.generate(request, CancelToken()):
        if isinstance(event, Text):
            text.append(event.text)
        elif isinstance(event, Finished):
            return "".join(text), event.stats
    raise AssertionError("the answer did not finish")


def main() -> None:
    """Print medians and ratios."""
    path = built_in_file()
    assert path is not None
    engine = EngineClient()
    list(engine.load(path, LoadOptions(context_length=CONTEXT), CancelToken()))
    print(f"answer tokens/s without and with guessing, medians of {ROUNDS} rounds of up to {TOKENS} tokens")
    try:
        for name, prompt in PROMPTS.items():
            answer(engine, prompt, copies=False)
            rows = []
            for round_ in range(ROUNDS):
                order = (False, True) if round_ % 2 else (True, False)
                found = {copies: answer(engine, prompt, copies=copies) for copies in order}
                same = found[False][0] == found[True][0]
                rows.append((found[False][1], found[True][1], same))
            plain, guessed = (
                statistics.median(row[place].answer_tokens_per_second for row in rows) for place in (0, 1)
            )
            ratio = statistics.median(
                with_.answer_tokens_per_second / without.answer_tokens_per_second for without, with_, _ in rows
            )
            alike = "the same answer" if all(row[2] for row in rows) else "answers that differ"
            print(
                f"  {name:30} {plain:7.1f} {guessed:7.1f}   ratio {ratio:.2f}   "
                f"{rows[0][0].answer_tokens} tokens, {alike}"
            )
    finally:
        engine.close()


if __name__ == "__main__":
    main()
