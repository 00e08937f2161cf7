"""Adaptive threads beside fixed counts, on the computer as it is, with one busy process per core, and afterwards again.

Four engines answer in turns, a second or so each: one thread, all cores, adaptive (all three with the environment that
the engine process gets), and all cores with OpenMP's own setting. Reading a prompt is measured beside answering.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from assistant.engine.bindings import load_llama_cpp
from assistant.engine.load_plan import automatic_threads
from assistant.engine.openmp import openmp_environment
from assistant.engine.threads import ThreadGovernor, Work
from assistant.models.library import built_in_file

ROUNDS = 7
SECONDS = 1.2
CHUNK = 128
CHUNKS = 2
CONTEXT = 1_024
ALL = automatic_threads()
ENGINES = {  # name: fixed count (0 adapts), environment
    "one thread": (1, openmp_environment()),
    "all cores": (ALL, openmp_environment()),
    "adaptive": (0, openmp_environment()),
    "all cores, own spins": (ALL, {}),
}


def serve(fixed):
    """Read and answer once per line of standard input: writes the tokens/s of both and the last counts."""
    llama = load_llama_cpp()
    silent = llama.llama_log_callback(lambda *_: None)
    llama.llama_log_set(silent, None)
    llama.llama_backend_init()
    model = llama.llama_model_load_from_file(str(built_in_file()).encode(), llama.llama_model_default_params())
    parameters = llama.llama_context_default_params()
    parameters.n_ctx = CONTEXT
    context = llama.llama_init_from_model(model, parameters)
    sampler = llama.llama_sampler_init_greedy()
    governor = ThreadGovernor(ALL, fixed=fixed)
    threads = 0

    def decode(work, tokens):
        nonlocal threads
        if governor.threads(work) != threads:
            threads = governor.threads(work)
            llama.llama_set_n_threads(context, threads, threads)
        batch = (llama.llama_token * len(tokens))(*tokens)
        started = time.perf_counter()
        assert llama.llama_decode(context, llama.llama_batch_get_one(batch, len(tokens))) == 0
        token = llama.llama_sampler_sample(sampler, context, -1)
        governor.observe(work, tokens=len(tokens), seconds=time.perf_counter() - started)
        return token

    print("ready", flush=True)
    for _ in sys.stdin:
        llama.llama_memory_clear(llama.llama_get_memory(context), True)
        started = time.perf_counter()
        for chunk in range(CHUNKS):
            token = decode(Work.READ, [1_000 + 17 * chunk + index for index in range(CHUNK)])
        reading = CHUNKS * CHUNK / (time.perf_counter() - started)
        started, made = time.perf_counter(), 0
        while time.perf_counter() - started < SECONDS and CHUNKS * CHUNK + made < CONTEXT:
            token = decode(Work.ANSWER, [token])
            made += 1
        answering = made / (time.perf_counter() - started)
        print(reading, answering, governor.threads(Work.READ), governor.threads(Work.ANSWER), flush=True)


class Engine:
    """An engine in a process of its own, in a session of its own like the program's."""

    def __init__(self, name):
        fixed, added = ENGINES[name]
        environment = {key: value for key, value in os.environ.items() if key not in openmp_environment({})}
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).resolve()), "--serve", str(fixed)],
            env={**environment, **added, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.process.stdout.readline()

    def measure(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return [float(value) for value in self.process.stdout.readline().split()]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def measure(title, engines):
    results = {name: [] for name in engines}
    names = list(engines)
    for _ in range(ROUNDS):
        for name in names:
            results[name].append(engines[name].measure())
        names = names[1:] + names[:1]  # so that a slow minute does not always hit the same one
    print(f"{title}; load average {os.getloadavg()[0]:.1f}")
    print(f"  {'tokens/s, medians':<22} {'reading':>8} {'answering':>10}   answering, each round (counts at its end)")
    for name, rounds in results.items():
        reading, answering = (statistics.median(round_[which] for round_ in rounds) for which in (0, 1))
        each = " ".join(f"{round_[1]:.0f}({round_[3]:.0f})" for round_ in rounds)
        print(f"  {name:<22} {reading:8.1f} {answering:10.1f}   {each}")
    for which, work in ((0, "reading"), (1, "answering")):
        speeds = {name: [round_[which] for round_ in rounds] for name, rounds in results.items()}
        middle = {name: statistics.median(values) for name, values in speeds.items()}
        best = max(middle["one thread"], middle["all cores"])
        print(
            f"  {work}: adaptive / best fixed {middle['adaptive'] / best:.2f}, / all cores "
            f"{middle['adaptive'] / middle['all cores']:.2f}, / all cores with OpenMP's own spins "
            f"{middle['adaptive'] / middle['all cores, own spins']:.2f}"
        )


def main():
    engines = {name: Engine(name) for name in ENGINES}
    cores = os.cpu_count() or 1
    measure(f"as it is, {ALL} physical cores, {openmp_environment()}", engines)
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"], start_new_session=True) for _ in range(cores)]
    try:
        measure(f"with {cores} busy processes", engines)
    finally:
        for process in busy:
            process.kill()
            process.wait()
    measure("afterwards", engines)
    for engine in engines.values():
        engine.close()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        serve(int(sys.argv[2]))
    else:
        main()
