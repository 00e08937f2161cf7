"""The transcript: opening and scrolling 10,000 messages, streaming Markdown, beside the naive way.

Run with `python packaging/dev.py bench`. Prints times; decides nothing.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QTextBrowser

from assistant.events import AnswerStats
from assistant.settings import Theme
from assistant.store.records import Message, MessageHead, MessageState, Role
from ui.theme import ThemeManager
from ui.transcript import TranscriptView

MESSAGES = 10_000
PIECE = 16
SECTION = """## Section {0}

The *lighthouse* of Alexandria was **between 100 and 140 metres** tall, see [the page](https://example.org/{0}),
and `light` was seen from far away. It stood for more than a thousand years before the last earthquake.

- It was built of limestone and granite.
- A fire burnt at its top, and a mirror threw its light to the sea.

1. First came the base.
2. Then the tower.

```python
def height(stones: int, *, each: float = 0.5) -> float:
    # Number {0}
    return stones * each
```

| part | metres |
|------|-------:|
| base | 71 |
| top  | 34 |

"""


def markdown(characters: int) -> str:
    """Return an answer of so many characters."""
    text = "".join(SECTION.format(number) for number in range(characters // len(SECTION) + 2))
    return text[:characters]


def conversation(count: int) -> tuple[list[MessageHead], dict[int, Message]]:
    """Return a conversation of questions and answers of many lengths."""
    random.seed(1)
    heads, messages = [], {}
    for number in range(1, count + 1):
        role = Role.USER if number % 2 else Role.ASSISTANT
        text = f"Question {number}?" if role is Role.USER else markdown(random.randrange(50, 3_000))
        parent = number - 1 or None
        stats = AnswerStats(100, 200, 400.0, 30.0, 0.5) if role is Role.ASSISTANT else None
        messages[number] = Message(
            number, 1, parent, role, text, MessageState.COMPLETE, "SmolLM2 135M", stats, "stop", "", 0.0
        )
        heads.append(MessageHead(number, parent, role, MessageState.COMPLETE, len(text), 1, 1))
    return heads, messages


def timed(action: Callable[[], object]) -> float:
    """Return how long an action and what it leaves to the event loop's next turn take, in milliseconds."""
    start = time.perf_counter()
    cpu = time.thread_time()
    action()
    QApplication.processEvents()
    _cpu.append(1000 * (time.thread_time() - cpu))
    return 1000 * (time.perf_counter() - start)


def turns_until(done: Callable[[], bool], limit: float = 5.0) -> list[float]:
    """Run the event loop until `done`, returning how long each turn took, in milliseconds."""
    steps = []
    end = time.monotonic() + limit
    while not done() and time.monotonic() < end:
        steps.append(timed(lambda: None))
        time.sleep(0.001)
    return steps


_cpu: list[float] = []


def longest_cpu() -> float:
    """Return the most processor time one turn took since the last call, in milliseconds: other load is not in it."""
    longest = max(_cpu, default=0.0)
    _cpu.clear()
    return longest


def summary(steps: Sequence[float]) -> str:
    """Return middle, 95th percentile and longest."""
    ordered = sorted(steps)
    return (
        f"p50 {ordered[len(ordered) // 2]:.1f}  p95 {ordered[int(len(ordered) * 0.95)]:.1f}  max {ordered[-1]:.1f} ms"
    )


def shown(theme: ThemeManager, fetch: Callable[[Sequence[int]], list[Message]]) -> TranscriptView:
    """Return an empty view in a window of usual size."""
    view = TranscriptView(theme, fetch)
    view.resize(1000, 900)
    view.show()
    QApplication.processEvents()
    return view


def open_and_scroll(theme: ThemeManager) -> None:
    """Measure opening and scrolling."""
    heads, messages = conversation(MESSAGES)
    fetched: list[int] = []

    def fetch(ids: Sequence[int]) -> list[Message]:
        fetched.extend(ids)
        return [messages[message_id] for message_id in ids]

    view = shown(theme, fetch)
    first = timed(lambda: view.show_path(heads))
    settling = turns_until(lambda: False, 0.5)
    print(
        f"open {MESSAGES:,} messages: {first:.1f} ms, longest turn after that {max(settling):.1f} ms; "
        f"{len(fetched)} bodies fetched; longest CPU {longest_cpu():.1f} ms"
    )
    bar = view.verticalScrollBar()
    wheel, between = [], []
    for _ in range(300):
        wheel.append(timed(lambda: bar.setValue(bar.value() - 120)))
        between += turns_until(lambda: False, 0.004)
    print(
        f"scroll by a wheel step: {summary(wheel)}; longest turn between steps {max(between):.1f} ms, "
        f"CPU {longest_cpu():.1f} ms"
    )
    jumps, between = [], []
    for _ in range(60):
        place = random.randrange(bar.maximum())
        jumps.append(timed(lambda place=place: bar.setValue(place)))
        between += turns_until(lambda: False, 0.02)
    print(
        f"jump anywhere: {summary(jumps)}; longest turn between jumps {max(between):.1f} ms, CPU {longest_cpu():.1f} ms"
    )


def stream(theme: ThemeManager, text: str) -> None:
    """Measure streaming an answer, and the naive way for as long as it is bearable."""
    empty = Message(2, 1, 1, Role.ASSISTANT, "", MessageState.STREAMING, "SmolLM2 135M", None, "", "", 0.0)
    question = Message(1, 1, None, Role.USER, "Tell me.", MessageState.COMPLETE, "", None, "", "", 0.0)
    view = shown(theme, lambda ids: [{1: question, 2: empty}[message_id] for message_id in ids])
    heads = [
        MessageHead(1, None, Role.USER, MessageState.COMPLETE, 8, 1, 1),
        MessageHead(2, 1, Role.ASSISTANT, MessageState.STREAMING, 0, 1, 1),
    ]
    view.show_path(heads)
    turns_until(lambda: False, 0.1)
    steps = []
    cpu = time.process_time()
    for start in range(0, len(text), PIECE):
        view.append_text(2, text[start : start + PIECE])
        if start % (PIECE * 4) == 0:
            time.sleep(0.034)
            steps.append(timed(lambda: None))
    cpu = time.process_time() - cpu
    print(
        f"stream {len(text):,} characters: {cpu:.2f} s of CPU, one update {summary(steps)}, CPU {longest_cpu():.1f} ms"
    )
    browser = QTextBrowser()
    browser.resize(720, 900)
    browser.show()
    cpu = time.process_time()
    longest = 0.0
    end = 0
    while end < len(text) and time.process_time() - cpu < 20:
        end = min(len(text), end + PIECE)
        longest = max(longest, timed(lambda end=end: browser.setMarkdown(text[:end])))
    cpu = time.process_time() - cpu
    print(
        f"  naive, up to {end:,} characters: {cpu:.2f} s of CPU, longest {longest:.1f} ms, CPU {longest_cpu():.1f} ms"
    )
    browser.close()


def main() -> None:
    """Print all measurements."""
    app = QApplication.instance() or QApplication([])
    theme = ThemeManager(Theme.LIGHT)
    theme.apply(app)
    open_and_scroll(theme)
    stream(theme, markdown(8_000))
    stream(theme, markdown(100_000))


if __name__ == "__main__":
    main()
