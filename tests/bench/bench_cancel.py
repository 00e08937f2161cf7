"""How long a cancel takes in mid-load, mid-prompt and mid-answer, beside the time of the step it interrupts.

The peer is what a cancel would have to wait for if the engine looked at it between steps alone: a whole load, the
reading of 512 tokens, one token.
"""

from __future__ import annotations

import statistics
import threading
import time

from assistant.engine.base import Generation, LoadOptions, Sampling, Turn
from assistant.engine.client import EngineClient
from assistant.errors import CancelledError
from assistant.events import Cancelled, Progress, Stage, Text
from assistant.jobs import CancelToken
from assistant.models.library import built_in_file

ROUNDS = 9
OPTIONS = LoadOptions(context_length=8_192)
LONG = "It was a dark and stormy night, and the ship was far from home. " * 270


def seconds_until_it_ended(events, reached, delay):
    """Cancel `delay` seconds after an event for which `reached` is true; return the seconds until the end."""
    cancel, pressed = CancelToken(), []

    def press():
        pressed.append(time.perf_counter())
        cancel.cancel()

    timer = None
    try:
        for event in events(cancel):
            if timer is None and reached(event):
                timer = threading.Timer(delay, press)
                timer.start()
    except CancelledError:
        pass
    ended = time.perf_counter()
    assert pressed, "it ended before the cancel"
    timer.join()
    return ended - pressed[0]


def whole(events, last):
    """Return the seconds from the first event to the first for which `last` is true."""
    started = None
    for event in events(CancelToken()):
        started = started or time.perf_counter()
        if last(event):
            return time.perf_counter() - started
    raise AssertionError("it ended before that")


def main():
    engine, path = EngineClient(), built_in_file()

    def load(cancel):
        engine.close()
        return engine.load(path, OPTIONS, cancel)

    def read(cancel):
        turns = (Turn("user", f"{time.perf_counter()} {LONG}"),)
        return engine.generate(Generation(turns=turns, max_tokens=8), cancel)

    def answer(cancel):
        turns = (Turn("user", "Write a very long story about a ship."),)
        return engine.generate(Generation(turns=turns, sampling=Sampling(seed=1), max_tokens=2_000), cancel)

    def is_reading(event):
        return isinstance(event, Progress) and event.stage is Stage.READING

    load_step = whole(load, lambda event: isinstance(event, Progress) and event.fraction == 1)
    loads = [seconds_until_it_ended(load, lambda event: True, 0.02) for _ in range(ROUNDS)]
    list(load(CancelToken()))
    tokens = engine.count_tokens(LONG)
    prompt_step = whole(read, lambda event: isinstance(event, Text | Cancelled)) * 512 / tokens
    prompts = [seconds_until_it_ended(read, is_reading, 0.1 + 0.05 * round_) for round_ in range(ROUNDS)]
    answers = [seconds_until_it_ended(answer, lambda event: isinstance(event, Text), 0.1) for _ in range(ROUNDS)]
    stats = list(
        engine.generate(Generation(turns=(Turn("user", "Tell me of the sea."),), max_tokens=64), CancelToken())
    )
    token_step = 1 / stats[-1].stats.answer_tokens_per_second
    engine.close()
    print(f"cancel, {ROUNDS} rounds, in ms           median     longest   the step it interrupts")
    for name, taken, step in (
        ("in mid-load", loads, load_step),
        (f"in mid-prompt ({tokens} tokens)", prompts, prompt_step),
        ("in mid-answer", answers, token_step),
    ):
        middle, longest = statistics.median(taken) * 1000, max(taken) * 1000
        print(f"  {name:<30} {middle:9.1f}   {longest:9.1f}   {step * 1000:9.1f}   ratio {middle / step / 1000:.3f}")


if __name__ == "__main__":
    main()
