"""A program killed while it keeps the search index."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.store import Store
from assistant.store.search import Searcher
from assistant.store.search_indexer import Indexer

CHILD = Path(__file__).with_name("indexing_child.py")
ROOT = Path(__file__).resolve().parents[2]


def kill_after(path, steps):
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with child.stdout as output:
        for _ in range(steps):
            output.readline()
        child.kill()
        output.read()
    child.wait()


def kill_and_check(path, seeds):
    for seed in seeds:
        choose = random.Random(seed)
        kill_after(path, choose.randrange(1, 40))
        indexer = Indexer(path)
        while indexer.step():
            pass
        indexer.close()
        with Store.open(path) as store:
            texts = store._database.query("SELECT id, text FROM message")
        searcher = Searcher(path)
        for id_, text in choose.sample(texts, min(len(texts), 30)):
            word = text.split()[0]
            assert [hit.message_id for hit in searcher.search(f"{word} ").hits] == [id_]
        assert all("x" in hit.snippet.text for hit in searcher.search("京").hits)
        searcher.release()


def test_the_index_knows_everything_again_after_the_program_was_killed(path):
    kill_and_check(path, range(4))


@pytest.mark.soak
def test_the_index_knows_everything_again_after_hundreds_of_kills(path):
    kill_and_check(path, range(100, 300))
