"""Which kind of model a file from before GGUF holds: the files themselves do not say it.

Four bytes tell that a file is one of these at all. Which one is found by trying: the numbers at the beginning, the
vocabulary and every tensor of a file fit the layout of its own kind and hardly ever another. Two pairs have the same
layout and differ by words of their vocabulary.
"""

from __future__ import annotations

import struct
from pathlib import Path

from assistant.errors import ModelError
from assistant.model_files.ggml_check import GgmlFile, check_ggml
from assistant.model_files.ggml_layouts import LAYOUTS, MAGIC_GGCC, MAGIC_GGJT, MAGIC_GGMF, MAGIC_GGML

_DAMAGED_KINDS = {MAGIC_GGML: "gpt2", MAGIC_GGMF: "llama", MAGIC_GGJT: "llama", MAGIC_GGCC: "falcon"}
"""What a file that fits no layout is taken for, so that its check can say that it is damaged."""

_TWINS = {
    "gpt2": ("starcoder", (b"<fim_prefix>", b"<fim-prefix>", b"<|system|>")),
    "gptneox": ("dolly", (b"### Instruction:", b"### End")),
}
"""Kinds of the same layout, and words that only the second one knows."""

_WORD_BYTES = struct.Struct("<I")


def ggml_kind(path: Path) -> str | None:
    """Return the kind of a model file from before GGUF, one of `LAYOUTS`; None when it is no such file.

    A file that begins like one but fits no layout gets the likeliest kind: its check then says what is wrong with it.
    """
    try:
        # Opening a pipe would wait for somebody to write into it.
        if not path.is_file():
            return None
        with path.open("rb") as file:
            head = file.read(_WORD_BYTES.size)
    except OSError:
        return None
    if len(head) < _WORD_BYTES.size:
        return None
    (magic,) = _WORD_BYTES.unpack(head)
    if magic not in _DAMAGED_KINDS:
        return None
    for kind in LAYOUTS:
        try:
            return _of_twins(check_ggml(path, kind))
        except ModelError:
            continue
    return _DAMAGED_KINDS[magic]


def _of_twins(file: GgmlFile) -> str:
    twin, words = _TWINS.get(file.kind, ("", ()))
    return twin if any(word in file.words for word in words) else file.kind
