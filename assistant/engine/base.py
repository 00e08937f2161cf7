"""What an engine is, whatever runs behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import msgspec

from assistant.events import Event
from assistant.jobs import CancelToken


class Turn(msgspec.Struct, frozen=True):
    """One message as the chat template sees it; `role` is "system", "user" or "assistant"."""

    role: str
    text: str


class Sampling(msgspec.Struct, frozen=True, kw_only=True):
    """How the next token is chosen; see `assistant.settings.Settings` for the meaning of each value."""

    temperature: float = 0.2
    top_k: int = 40
    top_p: float = 0.9
    min_p: float = 0.05
    repeat_penalty: float = 1.1
    seed: int = -1


class LoadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a model is loaded; 0 means automatic.

    Attributes:
        context_length: Context in tokens.
        threads: Threads for reading and answering.
    """

    context_length: int = 0
    threads: int = 0


class ModelInfo(msgspec.Struct, frozen=True):
    """What is known about a loaded model.

    Attributes:
        name: The name in the file, or the file's name.
        description: Architecture and quantization in llama.cpp's words.
        context_length: Context in tokens as loaded.
        trained_context_length: Context in tokens the model was trained for.
        parameters: Number of weights.
        bytes: Size of the weights in bytes.
        threads: Threads in use.
        template: Where the chat template is from: "file" or "fallback".
        system: llama.cpp's own list of the CPU features it uses.
    """

    name: str
    description: str
    context_length: int
    trained_context_length: int
    parameters: int
    bytes: int
    threads: int
    template: str
    system: str


class Generation(msgspec.Struct, frozen=True, kw_only=True):
    """A request for one answer.

    Attributes:
        turns: The conversation, oldest first. At most one system turn, and it is the first.
        sampling: How tokens are chosen.
        max_tokens: Longest answer in tokens.
        stop: The answer ends before any of these strings.
        continue_last: The last turn is an unfinished answer of the assistant, to be continued.
        first_turn: Index in `turns` (not counting the system turn) of the first one to be read: what was left out
            earlier stays left out, so that the KV cache stays usable.
    """

    turns: tuple[Turn, ...]
    sampling: Sampling = Sampling()
    max_tokens: int = 1_024
    stop: tuple[str, ...] = ()
    continue_last: bool = False
    first_turn: int = 0


class EngineStatus(msgspec.Struct, frozen=True):
    """The engine at this moment.

    Attributes:
        model: The loaded model, if any.
        resident_bytes: Memory the engine process holds.
        context_used: Tokens in the KV cache.
        pid: Process id of the engine; 0 when it does not run.
    """

    model: ModelInfo | None
    resident_bytes: int
    context_used: int
    pid: int


class Engine(Protocol):
    """Runs a language model. Calls come from one thread at a time; cancelling comes from any."""

    def load(self, path: Path, options: LoadOptions, cancel: CancelToken) -> Iterator[Event]:
        """Load a model, yielding `Progress(STARTING, …)` and `ModelReady`; quick when it is loaded already.

        Raises:
            ModelError: The file can't be used.
            EngineError: The engine failed.
            CancelledError: The user stopped it.
        """

    def generate(self, request: Generation, cancel: CancelToken) -> Iterator[Event]:
        """Answer, yielding `Progress(READING, …)`, `ContextFitted`, `Text`, then `Finished` or `Cancelled`.

        Raises:
            PromptTooLongError: The newest message alone does not fit.
            EngineError: The engine failed; what was yielded stays valid.
        """

    def count_tokens(self, text: str) -> int:
        """Return the length of `text` in tokens of the loaded model."""

    def status(self) -> EngineStatus:
        """Return what is loaded and how much memory it takes."""

    def close(self) -> None:
        """Unload the model and give all memory back."""
