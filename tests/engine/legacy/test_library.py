"""What ctransformers' library computes, and what it must never be asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from assistant.engine.legacy.library import LegacyLibrary
from assistant.model_files.ggml_layouts import F16, LAYOUTS
from tests.engine.legacy import reference
from tests.engine.tiny_ggml import EMBEDDING, HEADS, LAYERS, numbers_of, random_fill, write_model

ROOT = Path(__file__).parents[3]
TOKENS = [17, 200, 3, 3, 91, 140, 17]


@pytest.fixture
def open_model(tmp_path):
    models = []

    def open_model(kind, fill, **options):
        path = write_model(tmp_path / f"{kind}.bin", kind, fill, **options)
        model = LegacyLibrary().open(path, kind, context_length=256, mapped=True)
        assert model is not None
        models.append(model)
        return model

    yield open_model
    for model in models:
        model.close()


def remembered(fill, tensors):
    def remembering(name, rows):
        tensors[name] = fill(name, rows)
        return tensors[name]

    return remembering


@pytest.mark.parametrize(("kind", "logits"), [("gpt2", reference.gpt2_logits), ("llama", reference.llama_logits)])
def test_the_library_computes_the_model_in_the_file(open_model, kind, logits):
    tensors = {}
    model = open_model(kind, remembered(random_fill(5, scale=0.15), tensors))
    assert model.evaluate(TOKENS, 0, 1)
    expected = logits(tensors, TOKENS, embedding=EMBEDDING, heads=HEADS, layers=LAYERS)
    assert max(abs(a - b) for a, b in zip(model.logits(), expected, strict=True)) < 0.01
    assert max(map(abs, expected)) > 0.5


@pytest.mark.parametrize("kind", sorted(set(LAYOUTS) - {"falcon"}))
def test_the_size_of_a_step_changes_no_bit(open_model, kind):
    model = open_model(kind, random_fill(2))
    model.evaluate(TOKENS, 0, 1)
    together = model.logits()
    for position, token in enumerate(TOKENS):
        model.evaluate([token], position, 1)
    assert model.logits() == together


@pytest.mark.parametrize("kind", sorted(set(LAYOUTS) - {"falcon"}))
def test_reading_goes_on_from_the_middle_as_if_it_had_begun_anew(open_model, kind):
    model = open_model(kind, random_fill(2))
    model.evaluate(TOKENS, 0, 1)
    wanted = model.logits()
    model.evaluate([5, 6, 7, 8], 4, 1)
    model.evaluate(TOKENS[4:], 4, 1)
    assert model.logits() == wanted


def test_falcon_can_not_go_back(open_model):
    # Why `LegacyModel` reads Falcon's prompts from the beginning: when this fails, it need not any more.
    model = open_model("falcon", random_fill(2))
    model.evaluate(TOKENS, 0, 1)
    wanted = model.logits()
    model.evaluate(TOKENS[4:], 4, 1)
    assert max(abs(a - b) for a, b in zip(model.logits(), wanted, strict=True)) > 0.01


def test_weights_of_half_precision_give_nearly_the_same(open_model):
    whole = open_model("gpt2", random_fill(4))
    whole.evaluate(TOKENS, 0, 1)
    half = open_model("gpt2", random_fill(4), numbers=numbers_of("gpt2", type=F16))
    half.evaluate(TOKENS, 0, 1)
    difference = max(abs(a - b) for a, b in zip(whole.logits(), half.logits(), strict=True))
    assert 0 < difference < 0.1


def test_nothing_of_the_package_but_the_library_is_loaded(tmp_path):
    path = write_model(tmp_path / "gpt2.bin", "gpt2")
    code = (
        "import sys; from pathlib import Path; from assistant.engine.legacy.loader import load_legacy;"
        "from assistant.engine.threads import ThreadGovernor;"
        f"load_legacy(Path({str(path)!r}), kind='gpt2', context_length=0,"
        "governor=ThreadGovernor(1), available_bytes=1 << 33, progress=lambda _: True);"
        "print(sorted(n for n in sys.modules if n.split('.')[0] in ('ctransformers', 'huggingface_hub', 'ssl',"
        "'urllib3', 'requests', 'numpy', 'cpuinfo')))"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
