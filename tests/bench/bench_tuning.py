"""The built-in model as shipped, in the formats it is made faster with, and in plain Q4_0: speed and perplexity.

All files read and answer in turns, in one process, with one thread and with as many as there are cores; ratios are to
the shipped file in the same round.
"""

from __future__ import annotations

import ctypes
import math
import os
import statistics
import sys
import tempfile
from pathlib import Path

from assistant.engine.activations import Activations
from assistant.engine.bindings import load_llama_cpp
from assistant.engine.formats import FORMATS
from assistant.engine.load_plan import automatic_threads
from assistant.engine.measuring import BATCH, WINDOW, MeasuredModel
from assistant.engine.openmp import openmp_environment
from assistant.engine.quantiser import Quantiser
from assistant.model_files.gguf import read_header
from assistant.model_files.gguf_structure import read_structure
from assistant.models.library import built_in_file
from assistant.paths import resources_folder

ROUNDS = 7
ANSWER_TOKENS = 32
PLAIN = 2
"""llama.cpp's number for files of Q4_0."""


def text(name):
    return (resources_folder() / "tuning" / name).read_text(encoding="utf-8")


def observed(llama, source, shapes):
    """Return the importance of the source's weights."""
    activations = Activations(llama)
    with MeasuredModel(llama, source, threads=1, watch=activations.callback) as model:
        tokens = model.vocabulary.tokenize(text("calibration.txt"))
        for start in range(0, len(tokens), BATCH):
            batch = tokens[start : start + BATCH]
            activations.tokens = len(batch)
            model.read(batch, start=start % WINDOW, judged=True)
    return activations.importance(shapes)


def convert(llama, source, folder):
    """Return the files by the name of their format, the shipped one first."""
    header = read_header(source)
    shapes = {tensor.name: tensor.shape for tensor in read_structure(source).tensors}
    importance = observed(llama, source, shapes)
    files = {f"{header.file_type} as shipped": source}
    for wanted in FORMATS:
        files[wanted.name] = folder / f"{wanted.name}.gguf"
        Quantiser(llama, threads=2).convert(
            source, files[wanted.name], wanted, shapes=shapes, layers=header.layers, importance=importance
        )
    parameters = llama.llama_model_quantize_default_params()
    parameters.ftype, parameters.allow_requantize, parameters.pure = PLAIN, True, True
    files["Q4_0, all of it"] = folder / "plain.gguf"
    target = os.fsencode(files["Q4_0, all of it"])
    assert llama.llama_model_quantize(os.fsencode(source), target, ctypes.byref(parameters)) == 0
    return files


def race(models, tokens, threads):
    """Return reading and answering speeds, by file and round."""
    speeds = {name: [] for name in models}
    for model in models.values():
        model.use_threads(threads)
        model.reading_speed(tokens[:WINDOW])
    for round_ in range(ROUNDS):
        order = list(models) if round_ % 2 else list(models)[::-1]
        for name in order:
            reading = models[name].reading_speed(tokens[:WINDOW])
            speeds[name].append((reading, models[name].answering_speed(tokens[:ANSWER_TOKENS], start=WINDOW)))
    return speeds


def print_race(speeds, files, threads):
    shipped = next(iter(speeds.values()))
    print(f"{threads} thread(s), medians of {ROUNDS} rounds: reading {WINDOW} tokens, answering {ANSWER_TOKENS}")
    for name, rounds in speeds.items():
        read, answer = (statistics.median(one[part] for one in rounds) for part in (0, 1))
        pairs = list(zip(rounds, shipped, strict=True))
        reads, answers = (statistics.median(one[part] / other[part] for one, other in pairs) for part in (0, 1))
        size = files[name].stat().st_size / 1e6
        print(
            f"  {name:<16} {size:4.0f} MB  prompt {read:6.0f} tok/s ({reads:4.2f} times)  "
            f"answer {answer:6.1f} tok/s ({answers:4.2f} times)"
        )


def print_losses(models, tokens):
    expected = None
    print(f"perplexity of {len(tokens) // WINDOW * WINDOW} tokens that no file was made with")
    for name, model in models.items():
        found = [value for window in model.surprises(tokens) for value in window]
        expected = expected or found
        differences = [new - old for old, new in zip(expected, found, strict=True)]
        loss = math.expm1(statistics.fmean(differences))
        error = statistics.stdev(differences) / math.sqrt(len(differences))
        print(f"  {name:<16} {math.exp(statistics.fmean(found)):6.2f}  loss {loss:6.2%} ± {error:.2%}")


def main():
    missing = openmp_environment()
    if missing:  # they only count from the start of a process
        command = [sys.executable, "-m", "tests.bench.bench_tuning"]
        os.execve(sys.executable, command, os.environ | missing)  # noqa: S606 - this very program
    llama = load_llama_cpp()
    silent = llama.llama_log_callback(lambda *_: None)
    llama.llama_log_set(silent, None)
    llama.llama_backend_init()
    with tempfile.TemporaryDirectory() as folder:
        files = convert(llama, built_in_file(), Path(folder))
        models = {name: MeasuredModel(llama, path, threads=1) for name, path in files.items()}
        tokens = next(iter(models.values())).vocabulary.tokenize(text("text.txt"))
        for threads in sorted({1, automatic_threads()}):
            print_race(race(models, tokens, threads), files, threads)
        print_losses(models, tokens)
        for model in models.values():
            model.close()


if __name__ == "__main__":
    main()
