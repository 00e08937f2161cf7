"""First token of a turn: read anew, with what was read kept in memory, and put back from disk after a restart.

The peer of each figure is the same prompt read by an engine that knows nothing of it, in the same round.
"""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from assistant.engine.base import Generation, LoadOptions, Sampling, Turn
from assistant.engine.client import EngineClient
from assistant.engine.state_files import StateFolder
from assistant.events import AnswerStats, Finished
from assistant.jobs import CancelToken
from assistant.models.library import built_in_file

ROUNDS = 3
CONTEXT = 8_192
TURNS = 10
WORDS_PER_TURN = 240
SAMPLING = Sampling(temperature=0.0, repeat_penalty=1.0)


def conversation(name: str) -> list[Turn]:
    """Return `TURNS` turns of the user with short answers, about 3,000 tokens, and a short question."""
    turns = []
    for number in range(TURNS):
        words = f"In the year {number} of the {name} the keeper wrote down what he saw. "
        turns.append(Turn("user", words * (WORDS_PER_TURN // len(words.split()))))
        turns.append(Turn("assistant", "I see."))
    return [*turns, Turn("user", "What did he see last?")]


def ask(engine: EngineClient, turns: list[Turn], owner: str) -> AnswerStats:
    """Return the figures of a short answer."""
    request = Generation(turns=tuple(turns), sampling=SAMPLING, max_tokens=4, owner=owner)
    *_, last = engine.generate(request, CancelToken())
    assert isinstance(last, Finished)
    return last.stats


def started(folder: Path | None) -> EngineClient:
    """Return an engine with the built-in model."""
    path = built_in_file()
    assert path is not None
    engine = EngineClient(states=StateFolder(folder) if folder is not None else None)
    list(engine.load(path, LoadOptions(context_length=CONTEXT), CancelToken()))
    return engine


def one_round(folder: Path) -> tuple[AnswerStats, AnswerStats, AnswerStats, AnswerStats]:
    """Return the figures of a cold turn, a warm one, one after another conversation, and one after a restart."""
    turns = conversation("lighthouse")
    engine = started(folder)
    ask(engine, turns[:-2], "1")
    warm = ask(engine, turns, "1")
    ask(engine, conversation("garden"), "2")
    returned = ask(engine, turns, "1")
    engine.close()
    engine = started(folder)
    reopened = ask(engine, turns, "1")
    engine.close()
    engine = started(None)
    cold = ask(engine, turns, "1")
    engine.close()
    return cold, warm, returned, reopened


def main() -> None:
    """Print medians and ratios."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="thimble-bench-") as folder:
        for number in range(ROUNDS):
            rows.append(one_round(Path(folder) / str(number)))
    names = ("read anew", "the next turn", "after another conversation", "after a restart")
    cold = statistics.median(row[0].seconds_to_first_token for row in rows)
    print(f"seconds to the first token, medians of {ROUNDS} rounds, {rows[0][0].prompt_tokens} tokens of prompt")
    for place, name in enumerate(names):
        seconds = statistics.median(row[place].seconds_to_first_token for row in rows)
        ratio = statistics.median(row[0].seconds_to_first_token / row[place].seconds_to_first_token for row in rows)
        stats = rows[0][place]
        print(
            f"  {name:28} {seconds:7.3f} s   {ratio:6.1f} times sooner   {stats.prompt_tokens - stats.reused_tokens:5} "
            "tokens read"
        )
    print(f"  (read anew: {rows[0][0].prompt_tokens / cold:.0f} tokens/s)")


if __name__ == "__main__":
    main()
