"""A first look at a file: whether its beginning is that of a model."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from assistant.errors import QT_TRANSLATE_NOOP, ModelError

GGUF_SUFFIX = ".gguf"
MODEL_SUFFIXES = (GGUF_SUFFIX, ".bin")
"""How model files end: `.bin` is what legacy GGML files are called."""
GGUF_MAGIC = b"GGUF"


def magic_of(path: Path) -> bytes:
    """Return the first four bytes of a file.

    Raises:
        OSError: It can't be read.
    """
    with path.open("rb") as file:
        return file.read(len(GGUF_MAGIC))


def legacy_kind(path: Path) -> str | None:
    """Return which kind of legacy GGML model a file is ("gpt2"), or None when it is none or can't be read."""
    try:
        status = path.stat()
    except OSError:
        return None
    return _legacy_kind(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=64)
def _legacy_kind(path: Path, _size: int, _changed: int) -> str | None:
    """Find out once: the kind is found by trying, which reads the vocabulary several times."""
    from assistant.model_files.ggml import ggml_kind

    return ggml_kind(path)


def check_legacy(path: Path, kind: str) -> None:
    """Walk through a legacy GGML file.

    Raises:
        ModelError: It is damaged or incomplete.
    """
    from assistant.model_files.ggml_check import check_ggml

    check_ggml(path, kind)


def no_model(path: Path) -> ModelError:
    """Return the error about a file that is no model."""
    return ModelError(
        QT_TRANSLATE_NOOP(
            "errors", "{file} is not a model file that Thimble can read. Choose a file that ends in .gguf."
        ),
        file=path.name,
    )
