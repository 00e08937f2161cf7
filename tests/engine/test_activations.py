from __future__ import annotations

import pytest

from assistant.engine.activations import Activations
from assistant.engine.bindings import load_llama_cpp
from assistant.engine.measuring import MeasuredModel
from tests.engine.tiny_models import write_llama


@pytest.fixture(scope="module")
def llama():
    module = load_llama_cpp()
    silent = module.llama_log_callback(lambda *_: None)
    module.llama_log_set(silent, None)
    module.llama_backend_init()
    yield module
    module.llama_log_set(module.llama_log_callback(), None)


def shapes(layers):
    parts = {"attn_q": 64, "attn_k": 64, "attn_v": 64, "attn_output": 64, "ffn_gate": 64, "ffn_up": 64, "ffn_down": 128}
    return {f"blk.{layer}.{part}.weight": (width, 64) for layer in range(layers) for part, width in parts.items()}


def observed(llama, file, tokens):
    activations = Activations(llama)
    with MeasuredModel(llama, file, threads=1, watch=activations.callback) as model:
        activations.tokens = len(tokens)
        model.read(tokens, judged=True)
    return activations


def test_every_matrix_of_a_block_gets_the_importance_of_its_columns(llama, tmp_path):
    file = write_llama(tmp_path / "tiny.gguf")
    importance = observed(llama, file, list(range(3, 67))).importance(shapes(2))
    assert set(importance) == set(shapes(2))
    assert {len(values) for name, values in importance.items() if "ffn_down" in name} == {128}
    assert all(value >= 0 for values in importance.values() for value in values)


def test_importance_is_the_mean_square_of_what_a_column_is_multiplied_with(llama, tmp_path):
    file = write_llama(tmp_path / "tiny.gguf")
    values = observed(llama, file, [5] * 16).importance(shapes(2))["blk.0.attn_q.weight"]
    # The input is normalized to a mean square of one, and the norm's own weights are ones.
    assert sum(values) / len(values) == pytest.approx(1.0, rel=1e-3)


def test_matrices_of_another_width_get_none(llama, tmp_path):
    file = write_llama(tmp_path / "tiny.gguf")
    activations = observed(llama, file, list(range(3, 35)))
    assert activations.importance({"blk.0.attn_q.weight": (96, 64)}) == {}


def test_the_perplexity_of_a_model_that_knows_nothing_is_about_its_vocabulary(llama, tmp_path):
    import math

    file = write_llama(tmp_path / "tiny.gguf")
    with MeasuredModel(llama, file, threads=1) as model:
        tokens = [3 + index * 7 % 250 for index in range(512)]
        windows = list(model.surprises(tokens))
        size = model.vocabulary.size
    assert len(windows) == 2
    values = [value for window in windows for value in window]
    assert 0.3 < math.exp(sum(values) / len(values)) / size < 6
