"""Malformed files: a sentence, or an answer made of noise, but never the end of the process."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.errors import ModelError
from assistant.model_files.ggml_check import check_ggml
from assistant.model_files.ggml_layouts import LAYOUTS
from tests.engine.tiny_ggml import model_bytes, random_fill

ROOT = Path(__file__).parents[3]
KINDS = sorted(LAYOUTS)
_LOADS = 25
"""Files per process: the library never frees a Falcon model, and has room for 64 models or parts of models."""


def damaged(data, rng):
    """Return a copy with one to three changed bytes, in the half of the cases near the beginning."""
    changed = bytearray(data)
    end = rng.choice((60, 6_000, len(data)))
    for _ in range(rng.randint(1, 3)):
        changed[rng.randrange(end)] = rng.choice((0, 1, 0x7F, 0x80, 0xFF, rng.randrange(256)))
    return bytes(changed)


def survives(tmp_path, kind, number, seed):
    """Write damaged files and load in a child process those that pass the check; returns how many did."""
    data = model_bytes(kind, random_fill(1))
    rng = random.Random(seed)
    passed = []
    for index in range(number):
        path = tmp_path / f"{index}.bin"
        path.write_bytes(damaged(data, rng))
        try:
            check_ggml(path, kind)
            passed.append(path)
        except ModelError:
            path.unlink()
    for start in range(0, len(passed), _LOADS):
        part = passed[start : start + _LOADS]
        result = subprocess.run(
            [sys.executable, "-m", "tests.engine.legacy.opening_driver", kind, *map(str, part)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        lines = result.stdout.splitlines()
        assert result.returncode == 0, f"the process ended at {lines[-1:]}: {result.stderr[-2_000:]}"
        assert len(lines) == len(part)
    return len(passed)


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_files_never_end_the_process(tmp_path, kind):
    assert 0 < survives(tmp_path, kind, 40, seed=21) < 40


@pytest.mark.soak
@pytest.mark.parametrize("kind", KINDS)
def test_many_damaged_files_never_end_the_process(tmp_path, kind):
    assert 0 < survives(tmp_path, kind, 1_500, seed=22) < 1_500


def test_without_the_check_a_damaged_file_ends_the_process(tmp_path):
    # What the check is for. The number of layers says a million.
    data = bytearray(model_bytes("gpt2", random_fill(1)))
    data[4 + 4 * 4 : 8 + 4 * 4] = (1_000_000).to_bytes(4, "little")
    path = tmp_path / "model.bin"
    path.write_bytes(data)
    code = (
        "import sys; from pathlib import Path; from assistant.engine.legacy.library import LegacyLibrary;"
        "LegacyLibrary().open(Path(sys.argv[1]), 'gpt2', context_length=0, mapped=False)"
    )
    result = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, check=False)
    assert result.returncode != 0
    with pytest.raises(ModelError):
        check_ggml(path, "gpt2")
