"""Eight answers at once beside one alone, and how much of a common beginning is read, with the built-in model."""

from __future__ import annotations

import statistics
import time

from assistant.engine.base import Generation, LoadOptions, Sampling, Turn
from assistant.engine.client import EngineClient
from assistant.events import AnswerStats, Finished
from assistant.jobs import CancelToken
from assistant.models.library import built_in_file

ROUNDS = 5
AT_ONCE = 8
TOKENS = 96
CONTEXT = 8_192
SAMPLING = Sampling(temperature=0.0, repeat_penalty=1.0)
INSTRUCTIONS = "You write down in plain words what a text says, and you leave nothing out. " * 32


def requests(count: int, *, shared: bool, salt: object) -> list[Generation]:
    """Return requests for answers of `TOKENS` tokens; with 500 tokens in common, or short ones."""
    system = (Turn("system", f"{salt} {INSTRUCTIONS}"),) if shared else ()
    return [
        Generation(
            turns=(*system, Turn("user", f"Write a very long story about a ship with {number} masts.")),
            sampling=SAMPLING,
            max_tokens=TOKENS,
            keep=False,
        )
        for number in range(count)
    ]


def run(engine: EngineClient, wanted: list[Generation]) -> tuple[float, list[AnswerStats]]:
    """Return the seconds for all answers and their figures."""
    started = time.perf_counter()
    stats = [event.stats for _, event in engine.generate_many(wanted, CancelToken()) if isinstance(event, Finished)]
    return time.perf_counter() - started, stats


def speed(engine: EngineClient, count: int) -> float:
    """Return tokens a second of `count` answers together, from the first token to the last."""
    seconds, stats = run(engine, requests(count, shared=False, salt=""))
    return sum(one.answer_tokens for one in stats) / seconds


def main() -> None:
    """Print medians and ratios."""
    path = built_in_file()
    assert path is not None
    engine = EngineClient()
    list(engine.load(path, LoadOptions(context_length=CONTEXT), CancelToken()))
    try:
        speed(engine, 1)
        rows = [(speed(engine, 1), speed(engine, AT_ONCE)) for _ in range(ROUNDS)]
        reads = []
        for number in range(ROUNDS):
            _, stats = run(engine, requests(AT_ONCE, shared=True, salt=number))
            reads.append([one.prompt_tokens - one.reused_tokens for one in stats])
            prompt = stats[0].prompt_tokens
    finally:
        engine.close()
    one, many = (statistics.median(row[place] for row in rows) for place in (0, 1))
    ratio = statistics.median(many / one for one, many in rows)
    print(f"answer tokens/s, medians of {ROUNDS} rounds of {TOKENS} tokens an answer, prompts of 20 tokens included")
    print(f"  one answer    {one:7.1f}")
    print(f"  {AT_ONCE} at once     {many:7.1f}   ratio {ratio:.2f}")
    total = statistics.median(sum(read) for read in reads)
    print(f"prompts of {prompt} tokens with a common beginning: {total:.0f} of {AT_ONCE * prompt} tokens were read")


if __name__ == "__main__":
    main()
