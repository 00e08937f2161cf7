"""Answer a conversation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.engine.base import Engine, Generation, LoadOptions
from assistant.events import Event
from assistant.jobs import CancelToken


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """One answer wanted.

    Attributes:
        model: The model file.
        options: How to load it.
        generation: The conversation and how to answer it.
    """

    model: Path
    options: LoadOptions
    generation: Generation


def chat(engine: Engine, request: ChatRequest, cancel: CancelToken) -> Iterator[Event]:
    """Load the model if needed and stream the answer.

    Yields:
        `Progress`, `ModelReady`, `ContextFitted`, `Text`, then `Finished` or `Cancelled`.

    Raises:
        ModelError, EngineError: As `Engine.load` and `Engine.generate`.
    """
    yield from engine.load(request.model, request.options, cancel)
    yield from engine.generate(request.generation, cancel)
