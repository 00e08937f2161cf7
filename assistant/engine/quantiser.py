"""Converts a model file to another format with llama.cpp's quantiser; in the tuner's process."""

from __future__ import annotations

import ctypes
import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.engine.formats import Q4_0, Q8_0, Format, patterns, small_tensors
from assistant.errors import QT_TRANSLATE_NOOP, ModelError

_ALL_Q8_0 = 7
"""llama.cpp's number for files of Q8_0 (`enum llama_ftype`)."""

_BUFFER_BYTES = 256_000_000
_COUNTER = re.compile(rb"^\[\s*(\d+)/\s*(\d+)\]")
"""How llama.cpp's log begins a line about a tensor: "[  12/ 272] blk.0.attn_q.weight …"."""


class Quantiser:
    """Writes files in other formats."""

    def __init__(self, llama: Any, *, threads: int) -> None:
        """Use llama-cpp-python's low-level module."""
        self._llama = llama
        self._threads = threads

    def convert(
        self,
        source: Path,
        target: Path,
        wanted: Format,
        *,
        shapes: Mapping[str, tuple[int, ...]],
        layers: int,
        importance: Mapping[str, Sequence[float]],
    ) -> None:
        """Write `source` as `target`; of a split model all parts, into one file.

        A tensor without importance stays in Q8_0: Q4_0 without it loses too much.

        Args:
            source: The original; its first part.
            target: The file to write.
            wanted: The format.
            shapes: Of every tensor, by its name; the length of a row first.
            layers: Number of blocks.
            importance: Of each column of a tensor, by its name.

        Raises:
            ModelError: llama.cpp could not do it.
        """
        llama = self._llama
        parameters = llama.llama_model_quantize_default_params()
        parameters.nthread = self._threads
        parameters.ftype = _ALL_Q8_0
        parameters.allow_requantize = True
        parameters.token_embedding_type = parameters.output_tensor_type = Q8_0
        parameters.max_buf_size = _BUFFER_BYTES
        small = [name for name in small_tensors(wanted, shapes, layers) if name in importance]
        overrides = self._overrides(small)
        matrix, columns = self._matrix({name: importance[name] for name in small})
        if small:
            parameters.tt_overrides = ctypes.cast(overrides, type(parameters.tt_overrides))
            parameters.imatrix = ctypes.cast(matrix, type(parameters.imatrix))
        code = llama.llama_model_quantize(os.fsencode(source), os.fsencode(target), ctypes.byref(parameters))
        del columns  # until here llama.cpp reads them
        if code != 0:
            raise ModelError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{file} could not be converted: the disk may be full, or the model is of a kind that can't be. The "
                    "original is as it was.",
                ),
                file=source.name,
                details=f"llama_model_quantize returned {code}",
            )

    def _overrides(self, small: Sequence[str]) -> Any:
        """Return the array of patterns and types, ended by an empty one."""
        found = patterns(small)
        array = (self._llama.llama_model_tensor_override * (len(found) + 1))()
        for place, pattern in zip(array, found, strict=False):
            place.pattern = pattern.encode()
            place.type = Q4_0
        return array

    def _matrix(self, importance: Mapping[str, Sequence[float]]) -> tuple[Any, list[Any]]:
        """Return the array of importances, ended by an empty one, and what it points to."""
        array = (self._llama.llama_model_imatrix_data * (len(importance) + 1))()
        kept = []
        for place, (name, values) in zip(array, importance.items(), strict=False):
            columns = (ctypes.c_float * len(values))(*values)
            kept.append(columns)
            place.name = name.encode()
            place.data = ctypes.cast(columns, type(place.data))
            place.size = len(values)
        return array, kept


def conversion_progress(line: bytes, report: Callable[[float], None]) -> None:
    """Report the fraction that a line of llama.cpp's log tells, if it is about a conversion."""
    if (match := _COUNTER.match(line)) is not None and (total := int(match[2])):
        report(int(match[1]) / total)
