"""What an engine is, whatever runs behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

import msgspec

from assistant.events import Event
from assistant.jobs import CancelToken
from assistant.processes.lockdown import Lockdown


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
        memory_limit: Most bytes a model may take with its context.
    """

    context_length: int = 0
    threads: int = 0
    memory_limit: int = 0


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
        copies: The answer is likely to copy from the prompt (rewording, quoting, correcting): its tokens are guessed
            ahead where that is faster.
        owner: Whose conversation this is. What was read for it may then be kept on disk, until `Engine.forget`.
        keep: Whether a request that begins like this one is likely to come: what was read is kept when another
            conversation needs the room.
    """

    turns: tuple[Turn, ...]
    sampling: Sampling = Sampling()
    max_tokens: int = 1_024
    stop: tuple[str, ...] = ()
    continue_last: bool = False
    first_turn: int = 0
    copies: bool = False
    owner: str = ""
    keep: bool = True


class EngineStatus(msgspec.Struct, frozen=True):
    """The engine at this moment.

    Attributes:
        lockdown: What its process can no longer do.
        model: The loaded model, if any.
        resident_bytes: Memory the engine process holds.
        context_used: Tokens in the KV cache.
        pid: Process id of the engine; 0 when it does not run.
    """

    model: ModelInfo | None
    resident_bytes: int
    context_used: int
    pid: int
    lockdown: Lockdown = Lockdown()


class Engine(Protocol):
    """Runs a language model. Calls come from one thread at a time; cancelling comes from any.

    Attributes:
        idle_seconds: After so long without work all memory is given back; 0 for never.
        save_battery: Use half the threads while the computer runs on its battery.
    """

    idle_seconds: float
    save_battery: bool

    def load(self, path: Path, options: LoadOptions, cancel: CancelToken) -> Iterator[Event]:
        """Load a model, yielding `Progress(STARTING, …)` and `ModelReady`; quick when it is loaded already.

        Raises:
            ModelError: The file can't be used.
            MemoryShortError: It does not fit into the memory.
            RepeatedCrashError: The engine crashed twice in a row with it; see `forgive`.
            EngineError: The engine failed.
            CancelledError: The user stopped it.
        """

    def generate(self, request: Generation, cancel: CancelToken) -> Iterator[Event]:
        """Answer, yielding `Progress(READING, …)`, `ContextFitted`, `Text`, then `Finished` or `Cancelled`.

        Raises:
            PromptTooLongError: The newest message alone does not fit.
            EngineError: The engine failed; what was yielded stays valid.
        """

    def generate_many(
        self,
        requests: Iterable[Generation],
        cancel: CancelToken,
        *,
        cancels: Mapping[int, CancelToken] | None = None,
    ) -> Iterator[tuple[int, Event]]:
        """Answer several requests together, which is much faster than one after the other.

        What requests have in common at their beginning is read once. As one ends the next one joins.

        Args:
            requests: Taken from the iterable only when there is room for more; may be endless.
            cancel: Ends all of them.
            cancels: Cancel tokens of single requests, by their place in `requests`.

        Yields:
            A request's place in `requests` with one of its events, as `generate` would give them; each ends in
            exactly one of `Finished`, `Cancelled`, `Failed`.

        Raises:
            EngineError: The engine failed; what was yielded stays valid.
        """

    def count_tokens(self, text: str) -> int:
        """Return the length of `text` in tokens of the loaded model."""

    def status(self) -> EngineStatus:
        """Return what is loaded and how much memory it takes."""

    def save_states(self) -> int:
        """Keep on disk what was read for conversations, so that it need not be read again after a restart."""

    def forget(self, owner: str) -> None:
        """Drop what was read for a conversation, in memory and on disk; `owner` as in `Generation`."""

    def forgive(self, path: Path) -> None:
        """Let a model be loaded again after the engine crashed twice in a row with it."""

    def close(self) -> None:
        """Unload the model and give all memory back."""
