"""How good are the titles that the built-in model finds, and what do they cost?

Prints each question with what the model wrote and the title that is kept (the beginning of the question where what it
wrote is of no use), then the share of titles found and the time of one.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from assistant.app import build
from assistant.engine.base import LoadOptions
from assistant.events import Finished, StopReason, Text
from assistant.jobs import CancelToken
from assistant.tasks.title import title_request
from assistant.text.titles import title_can_be_made, title_from, usable_title

QUESTIONS = (
    "How tall was the lighthouse of Alexandria?",
    "Give me a recipe for leek and potato soup for four people, please. I have no cream.",
    "Write a polite email to my landlord saying the heating in the bathroom has been broken for two weeks.",
    "What's the difference between a virus and a bacterium?",
    "Can you help me plan a weekend in Lisbon with two kids?",
    "Rewrite this more formally: hey boss, cant come in today, kid is sick, will do the report from home",
    "Write a Python function that reverses the words in a sentence.",
    "Explain photosynthesis to a ten year old.",
    "I feel tired all the time even though I sleep eight hours. What could it be?",
    "Wie lange muss man Eier kochen, damit sie hart sind?",
    "Écris un poème court sur la mer.",
    "¿Cuáles son las ventajas de andar en bicicleta al trabajo?",
    "My grandmother turns 80. Write a short birthday speech for her, she loves gardening and tells jokes.",
    "List five good names for a grey cat",
    "How do I remove a red wine stain from a white carpet?",
    "I have a job interview at a bakery tomorrow. Which questions will they ask?",
    "Explain how compound interest works with an example",
    "Compare SQLite and PostgreSQL for a small web shop",
    # None of these was looked at while the request was written.
    "What should I pack for a hiking trip in Scotland in October?",
    "My laptop gets very hot when I watch videos. How can I cool it down?",
    "Please summarise the plot of Romeo and Juliet in three sentences.",
    "I want to learn to play the guitar at the age of fifty, where do I begin?",
    "Is it safe to eat rice that was left on the counter overnight?",
    "Draft a message to my neighbours about the street party on Saturday.",
    "How does a heat pump work and is it worth it for an old house?",
    "Give me three ideas for a cheap birthday present for my father who likes fishing.",
)


def main() -> int:
    """Ask for a title of each question, as the window does."""
    seconds, found = [], 0
    with tempfile.TemporaryDirectory() as folder:
        app = build(Path(folder))
        model = app.library.find("")
        list(app.engine.load(model.path, LoadOptions(), CancelToken()))
        asked = [question for question in QUESTIONS if title_can_be_made(question)]
        for question in asked:
            begun = time.perf_counter()
            events = list(app.engine.generate(title_request(question), CancelToken()))
            seconds.append(time.perf_counter() - begun)
            written = "".join(event.text for event in events if isinstance(event, Text)).strip()
            whole = any(isinstance(event, Finished) and event.stop_reason is StopReason.STOP for event in events)
            title = usable_title(written, question=question, answer="") if whole else ""
            found += bool(title)
            print(f"{question[:60]:60}  {written[:44]:44}  {title or '= ' + title_from(question)}")
        app.close()
    print(
        f"{found} of {len(asked)} questions get a title of the model's; "
        f"one takes {statistics.median(seconds):.2f} s (median), {max(seconds):.2f} s at most"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
