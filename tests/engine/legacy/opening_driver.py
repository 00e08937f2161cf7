"""Loads the files of a folder and answers with each: what a hostile file does happens in this process.

Prints a line per file, its name and "sound" or the sentence why it is refused.
"""

from __future__ import annotations

import sys
from pathlib import Path

from assistant.engine.base import Generation, Sampling, Turn
from assistant.engine.legacy.loader import load_legacy
from assistant.engine.threads import ThreadGovernor
from assistant.errors import ThimbleError


def answer(path, kind):
    model = load_legacy(
        path, kind=kind, context_length=0, governor=ThreadGovernor(1), available_bytes=1 << 33, progress=lambda _: True
    )
    try:
        for sampling in (Sampling(temperature=0.0), Sampling(temperature=1.0, seed=1)):
            request = Generation(turns=(Turn("user", "Hello there, sea!"),), sampling=sampling, max_tokens=8)
            unread, course = model.prepare(request)
            for _ in model.answer(request, unread, course):
                pass
    finally:
        model.close()


def main():
    kind, *paths = sys.argv[1:]
    for path in map(Path, paths):
        print(path.name, end="\t", flush=True)
        try:
            answer(path, kind)
            print("sound", flush=True)
        except ThimbleError as error:
            print(error.sentence, flush=True)


main()
