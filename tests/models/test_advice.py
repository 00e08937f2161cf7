from __future__ import annotations

import subprocess
import sys

import psutil
import pytest

from assistant.models.advice import Computer, Verdict, advise, estimated_need, this_computer
from assistant.models.speeds import Speed

GB = 10**9
COMPUTER = Computer(total_bytes=4 * GB, available_bytes=2 * GB)


@pytest.mark.parametrize(
    ("need", "speed", "computer", "verdict", "sentence"),
    [
        (GB, Speed(100, 20.0), COMPUTER, Verdict.WELL, "Writes 20 tokens a second here and needs 1.0 GB of memory."),
        (GB, Speed(9, 3.44), COMPUTER, Verdict.SLOW, "Writes 3.4 tokens a second here and needs 1.0 GB of memory."),
        (
            GB,
            Speed(100, 20.0, measured=False),
            COMPUTER,
            Verdict.WELL,
            "Would write about 20 tokens a second here and needs 1.0 GB of memory.",
        ),
        (
            1_400_000_000,
            Speed(100, 20.0),
            Computer(4 * GB, 900_000_000),
            Verdict.WONT_FIT,
            "Needs 1.4 GB of memory, 900 MB is free: close other programs first.",
        ),
        (
            9 * GB,
            Speed(100, 20.0),
            COMPUTER,
            Verdict.WONT_FIT,
            "Needs 9.0 GB of memory; this computer has 4.0 GB in all.",
        ),
        (
            GB,
            Speed(100, 20.0),
            Computer(4 * GB, 2 * GB, 500_000_000),
            Verdict.WONT_FIT,
            "Needs 1.0 GB of memory; the settings allow 500 MB.",
        ),
        (
            GB,
            None,
            COMPUTER,
            Verdict.UNKNOWN,
            "Needs 1.0 GB of memory, 2.0 GB is free. How fast it runs shows once a model has answered.",
        ),
    ],
)
def test_the_advice_is_a_verdict_and_a_sentence_with_its_figures(need, speed, computer, verdict, sentence):
    advice = advise(need, speed, computer)
    assert (advice.verdict, advice.reason.sentence) == (verdict, sentence)


def test_what_the_system_itself_needs_is_left_to_it():
    assert advise(3_800_000_000, None, Computer(4 * GB, 4 * GB)).verdict is Verdict.WONT_FIT


@pytest.mark.model
def test_the_estimate_for_a_file_that_is_not_here_is_near_what_its_header_would_say():
    from assistant.model_files.gguf import read_header
    from assistant.model_files.memory import memory_need
    from assistant.models.library import built_in_file

    header = read_header(built_in_file())
    assert estimated_need(header.file_bytes) == pytest.approx(memory_need(header, 2_048).total, rel=0.3)


def test_hybrid_models_need_less_for_their_context():
    assert estimated_need(GB, hybrid=True) < estimated_need(GB)


def test_this_computer_has_memory():
    computer = this_computer(5)
    assert 0 < computer.available_bytes <= computer.total_bytes
    assert computer.limit_bytes == 5


def test_what_our_own_engine_holds_counts_as_free():
    script = "kept = bytearray(b'x') * 400_000_000; print(len(kept), flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        child.stdout.readline()
        with_child, free = this_computer().available_bytes, psutil.virtual_memory().available
        child.communicate(b"\n")
    assert with_child - free > 300_000_000
