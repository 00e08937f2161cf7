"""The library's fixed buffers, which real models with long contexts overrun."""

from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.engine.legacy.buffers import key_value_bytes, plan
from assistant.model_files.ggml_check import check_ggml
from tests.engine.tiny_ggml import numbers_of, write_model

ROOT = Path(__file__).parents[3]
LONG = 65_536
"""At this length the past of even a small model needs more than the first buffer."""

EVALUATE = """
import sys
from pathlib import Path
from assistant.engine.legacy.library import LegacyLibrary

path, kind, *calls = sys.argv[1:]
model = LegacyLibrary().open(Path(path), kind, context_length=0, mapped=False)
for call in calls:
    position, count = map(int, call.split(":"))
    assert model.evaluate([0] * count, position, 1)
"""


def long_model(tmp_path, kind):
    numbers = numbers_of(kind, context=LONG, heads=16, layers=24)
    return write_model(tmp_path / "model.bin", kind, lambda _, rows: [0.0] * math.prod(rows), numbers=numbers)


def evaluated(path, kind, *calls):
    arguments = [f"{position}:{count}" for position, count in calls]
    return subprocess.run(
        [sys.executable, "-c", EVALUATE, str(path), kind, *arguments], cwd=ROOT, capture_output=True, check=False
    )


def test_after_the_planned_calls_a_long_context_fits(tmp_path):
    path = long_model(tmp_path, "gpt2")
    usage = plan(check_ggml(path, "gpt2"), LONG)
    assert usage.first_calls
    end = (LONG - usage.step, usage.step)
    assert evaluated(path, "gpt2", *usage.first_calls, (0, 1), end).returncode == 0
    # What happens otherwise: the process ends.
    assert evaluated(path, "gpt2", (0, 1), end).returncode != 0


def real_model(tmp_path, kind, **numbers):
    """What is known about a model of real size; only its header is made."""
    small = check_ggml(write_model(tmp_path / "model.bin", kind), kind)
    return replace(small, numbers=small.numbers | numbers)


def test_a_small_model_needs_no_preparation(tmp_path):
    usage = plan(real_model(tmp_path, "gpt2", embedding=768, heads=12, layers=12, vocabulary=50_257), 1_024)
    assert usage.first_calls == ()
    assert usage.context_length == 1_024


@pytest.mark.parametrize(
    ("kind", "context", "numbers"),
    [
        ("gpt2", 1_024, {"embedding": 1_600, "heads": 25, "layers": 48, "vocabulary": 50_257}),
        ("gptj", 2_048, {"embedding": 4_096, "heads": 16, "layers": 28, "vocabulary": 50_400}),
        ("dolly", 2_048, {"embedding": 5_120, "heads": 40, "layers": 36, "vocabulary": 50_280}),
        ("gptneox", 2_048, {"embedding": 6_144, "heads": 64, "layers": 44, "vocabulary": 50_432}),
        ("starcoder", 8_192, {"embedding": 6_144, "heads": 48, "layers": 40, "vocabulary": 49_152}),
        ("mpt", 8_192, {"embedding": 7_168, "heads": 64, "layers": 48, "vocabulary": 50_432}),
        ("replit", 2_048, {"embedding": 2_560, "heads": 32, "layers": 32, "vocabulary": 32_768}),
        ("llama", 2_048, {"embedding": 8_192, "heads": 64, "layers": 80, "vocabulary": 32_000}),
    ],
)
def test_the_largest_models_of_each_kind_keep_their_whole_context(tmp_path, kind, context, numbers):
    usage = plan(real_model(tmp_path, kind, **numbers), context)
    assert usage.context_length == context
    assert usage.step >= 1
    assert sum(count for _, count in usage.first_calls) <= 100


def test_a_context_that_can_not_fit_is_shortened(tmp_path):
    story_writer = real_model(tmp_path, "mpt", embedding=4_096, heads=32, layers=32, vocabulary=50_432)
    assert 8_192 < plan(story_writer, 65_536).context_length < 65_536


def test_keys_and_values_are_counted(tmp_path):
    gpt2 = real_model(tmp_path, "gpt2", embedding=768, heads=12, layers=12)
    assert key_value_bytes(gpt2, 1_024) == 1_024 * 12 * 768 * 4 * 2
    falcon = real_model(tmp_path, "falcon", embedding=4_544, heads=71, kv_heads=1, layers=32)
    assert key_value_bytes(falcon, 100) == 100 * 32 * 64 * 4 * 3
    llama = real_model(tmp_path, "llama", embedding=8_192, heads=64, layers=80, gqa=8)
    assert key_value_bytes(llama, 100) == 100 * 80 * 1_024 * 2 * 2
