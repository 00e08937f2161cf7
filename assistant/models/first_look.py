"""A first look at a file: whether its beginning is that of a model."""

from __future__ import annotations

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
    from assistant.model_files.ggml import ggml_kind

    try:
        return ggml_kind(path)
    except (OSError, ModelError):
        return None


def no_model(path: Path) -> ModelError:
    """Return the error about a file that is no model."""
    return ModelError(
        QT_TRANSLATE_NOOP(
            "errors", "{file} is not a model file that Thimble can read. Choose a file that ends in .gguf."
        ),
        file=path.name,
    )
