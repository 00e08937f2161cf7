"""How a model is to be loaded, decided before the engine process starts: what it needs, and what there is."""

from __future__ import annotations

import os
from pathlib import Path

from assistant.about import versions_of
from assistant.engine.base import LoadOptions
from assistant.engine.protocol import Load
from assistant.engine.state_files import StateFolder, StateKey
from assistant.errors import QT_TRANSLATE_NOOP, MemoryShortError, ModelError
from assistant.model_files.ggml import ggml_kind
from assistant.model_files.gguf import Header, read_header
from assistant.model_files.memory import fitting_context, memory_need

DEFAULT_CONTEXT = 8_192
"""Context in tokens when nothing else is wanted and memory allows it."""

SMALLEST_CONTEXT = 512

_KEPT_FREE_SHARE = 0.1
"""Part of the free memory that the other programs keep."""

_CACHE_SHARE = 0.08
_MOST_CACHE_BYTES = 512_000_000
_MEGABYTE = 1_000_000


def plan_load(path: Path, options: LoadOptions, states: StateFolder | None) -> Load:
    """Return how to load a model.

    Args:
        path: The model file.
        options: What is wanted.
        states: Where what was read may be kept.

    Raises:
        ModelError: The file can't be used.
        MemoryShortError: It does not fit into the memory that is free or allowed.
    """
    import psutil  # here: its 10 ms and its sockets are no part of the window's start

    free = int(psutil.virtual_memory().available * (1 - _KEPT_FREE_SHARE))
    allowed = min(free, options.memory_limit) if options.memory_limit else free
    key = states.key() if states is not None else StateKey()
    # Files from before GGUF say too little; the engine that reads them looks at their memory itself.
    header = None if ggml_kind(path) is not None else read_header(path)
    return Load(
        path=str(path.absolute()),
        context_length=options.context_length if header is None else _context(path, header, options, allowed),
        threads=options.threads or automatic_threads(),
        fixed_threads=options.threads > 0,
        available_bytes=allowed,
        cache_bytes=min(_MOST_CACHE_BYTES, int(allowed * _CACHE_SHARE)),
        states=str(states.path.absolute()) if states is not None and key.secret else "",
        secret=key.secret,
        encrypted=key.encrypted,
        build=versions_of(("llama-cpp-python",))["llama-cpp-python"],
    )


def automatic_threads() -> int:
    """Return how many threads the engine uses by itself: the physical cores this process may run on."""
    import psutil

    physical = psutil.cpu_count(logical=False) or os.cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        physical = min(physical, len(os.sched_getaffinity(0)))
    return max(1, physical)


def fingerprint(path: Path) -> tuple[Path, int, int]:
    """Return what tells a model file from one that replaced it.

    Raises:
        ModelError: The file is gone.
    """
    try:
        stat = path.stat()
    except OSError as error:
        raise ModelError.unreadable(path.name, error) from error
    return path, stat.st_size, stat.st_mtime_ns


def _context(path: Path, header: Header, options: LoadOptions, allowed: int) -> int:
    """Return the context to load with: as wanted, or as much as fits when nothing special is wanted."""
    if options.context_length:
        if memory_need(header, options.context_length).total > allowed:
            raise _too_large(path, header, options.context_length, allowed, limited=options.memory_limit > 0)
        return options.context_length
    wanted = min(header.context_length or DEFAULT_CONTEXT, DEFAULT_CONTEXT)
    fitting = fitting_context(header, wanted, allowed)
    if fitting == 0:
        raise _too_large(path, header, SMALLEST_CONTEXT, allowed, limited=options.memory_limit > 0)
    return fitting


def _too_large(path: Path, header: Header, context: int, allowed: int, *, limited: bool) -> MemoryShortError:
    need = memory_need(header, context)
    values: dict[str, object] = {
        "file": path.name,
        "need": _megabytes(need.total),
        "free": _megabytes(allowed),
        "context": context,
        "details": f"weights {need.weights}, KV cache {need.kv}, buffers {need.buffers} bytes; {allowed} bytes allowed",
    }
    if limited:
        return MemoryShortError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The model {file} needs {need} with a context of {context} tokens, and {free} are allowed. Raise the "
                "limit in Settings, or choose a smaller model or context.",
            ),
            **values,  # type: ignore[arg-type]
        )
    return MemoryShortError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The model {file} needs {need} with a context of {context} tokens, and {free} are free. Close other "
            "programs, or choose a smaller model or context.",
        ),
        **values,  # type: ignore[arg-type]
    )


def _megabytes(size: int) -> str:
    return f"{size / 1e9:.1f} GB" if size >= 1_000 * _MEGABYTE else f"{max(1, size // _MEGABYTE)} MB"
