"""Answer speed through the whole path (worker thread, pipe, engine process and back) beside a bare llama.cpp loop.

Both answer the same prompt greedily with the same threads, in turns, in one run.
"""

from __future__ import annotations

import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop

from assistant.engine.base import Generation, LoadOptions, Sampling, Turn
from assistant.engine.bindings import load_llama_cpp
from assistant.engine.client import EngineClient
from assistant.engine.load_plan import automatic_threads
from assistant.events import Cancelled, Failed, Finished, Text
from assistant.jobs import Job, JobRunner
from assistant.models.library import built_in_file
from assistant.tasks.chat import ChatRequest, chat
from ui.worker import EngineThread

ROUNDS = 7
TOKENS = 192
CONTEXT = 2048
PROMPT = "Write a very long story about a ship and its crew."
GREEDY = Sampling(temperature=0.0, repeat_penalty=1.0)


class BareLoop:
    """The shortest loop that answers with llama-cpp-python's low-level functions."""

    def __init__(self, path, threads):
        self.llama = llama = load_llama_cpp()
        self.silent = llama.llama_log_callback(lambda *_: None)
        llama.llama_log_set(self.silent, None)
        llama.llama_backend_init()
        self.model = llama.llama_model_load_from_file(str(path).encode(), llama.llama_model_default_params())
        parameters = llama.llama_context_default_params()
        parameters.n_ctx = CONTEXT
        parameters.n_threads = parameters.n_threads_batch = threads
        self.context = llama.llama_init_from_model(self.model, parameters)
        self.vocab = llama.llama_model_get_vocab(self.model)

    def tokens_per_second(self):
        llama = self.llama
        llama.llama_memory_clear(llama.llama_get_memory(self.context), True)
        text = f"<|im_start|>user\n{PROMPT}<|im_end|>\n<|im_start|>assistant\n".encode()
        prompt = (llama.llama_token * 256)()
        count = llama.llama_tokenize(self.vocab, text, len(text), prompt, 256, False, True)
        assert llama.llama_decode(self.context, llama.llama_batch_get_one(prompt, count)) == 0
        sampler = llama.llama_sampler_init_greedy()
        one = (llama.llama_token * 1)()
        one[0] = llama.llama_sampler_sample(sampler, self.context, -1)
        started = time.perf_counter()
        made = 1
        while made < TOKENS:
            assert llama.llama_decode(self.context, llama.llama_batch_get_one(one, 1)) == 0
            one[0] = llama.llama_sampler_sample(sampler, self.context, -1)
            made += 1
            if llama.llama_vocab_is_eog(self.vocab, one[0]):
                break
        seconds = time.perf_counter() - started
        llama.llama_sampler_free(sampler)
        return (made - 1) / seconds


class WholePath:
    """What the window does: a job on the worker thread, its events as signals on this thread."""

    def __init__(self, path):
        self.path = path
        self.engine = EngineClient()
        self.jobs = JobRunner()
        self.thread = EngineThread(self.jobs)
        self.thread.job_event.connect(self.receive)
        self.thread.start()
        self.loop = QEventLoop()

    def receive(self, _, event):
        now = time.perf_counter()
        if isinstance(event, Text):
            self.first = self.first or now
        elif isinstance(event, Finished | Cancelled | Failed):
            assert isinstance(event, Finished), event
            self.speed = (event.stats.answer_tokens - 1) / (now - self.first)
            self.loop.quit()

    def tokens_per_second(self):
        self.first = self.speed = 0.0
        request = ChatRequest(
            model=self.path,
            options=LoadOptions(context_length=CONTEXT, threads=automatic_threads()),
            generation=Generation(turns=(Turn("user", PROMPT),), sampling=GREEDY, max_tokens=TOKENS),
        )
        self.jobs.submit(Job(lambda cancel: chat(self.engine, request, cancel)))
        self.loop.exec()
        return self.speed

    def close(self):
        self.thread.stop()
        self.engine.close()


def main():
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    path = built_in_file()
    bare, whole = BareLoop(path, automatic_threads()), WholePath(path)
    bare.tokens_per_second(), whole.tokens_per_second()
    pairs = []
    for round_ in range(ROUNDS):
        # Who goes first changes, so that a slow minute does not always hit the same one.
        if round_ % 2:
            second = whole.tokens_per_second()
            pairs.append((bare.tokens_per_second(), second))
        else:
            pairs.append((bare.tokens_per_second(), whole.tokens_per_second()))
    whole.close()
    ratios = [ours / theirs for theirs, ours in pairs]
    print(f"answer tokens/s, medians of {ROUNDS} rounds of {TOKENS} tokens, {automatic_threads()} threads")
    print(f"  bare low-level loop      {statistics.median(a for a, _ in pairs):7.1f}")
    print(f"  through the whole path   {statistics.median(b for _, b in pairs):7.1f}")
    print(
        f"  ratio                    {statistics.median(ratios):7.3f}   (all: {', '.join(f'{r:.2f}' for r in ratios)})"
    )
    del application


if __name__ == "__main__":
    main()
