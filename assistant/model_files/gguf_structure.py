"""The structure of a GGUF file: its metadata and where its tensors lie, read with care.

Nothing is allocated by a number from the file, nothing is read that is not needed, and arrays of strings (a vocabulary)
are stepped over without making objects. The file is read, not mapped into memory: a mapped one that shrinks ends the
program.

Source of the format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import math
import stat
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from assistant.errors import QT_TRANSLATE_NOOP, ModelError
from assistant.model_files.tensor_types import TENSOR_TYPES, TensorType

_MAGIC = b"GGUF"
_CHUNK = 1 << 20
_MAX_PAIRS = 1 << 16
_MAX_TENSORS = 1 << 17
_MAX_KEY_BYTES = 1 << 16
_MAX_STRING_BYTES = 1 << 26
_MAX_STRINGS = 1 << 23
_MAX_ITEMS = 1 << 30
_MAX_HEADER_BYTES = 1 << 30
_MAX_NAME_BYTES = 63
_MAX_DIMENSIONS = 4
_MAX_ALIGNMENT = 1 << 20
_KEPT_TEXT_BYTES = 4_096
_KEPT_ITEMS = 1_024
_KEPT_PAIRS_BYTES = 1 << 24
_DEFAULT_ALIGNMENT = 32

_LENGTH = struct.Struct("<Q")
_COUNT = struct.Struct("<I")
_SCALARS = {
    0: struct.Struct("<B"),
    1: struct.Struct("<b"),
    2: struct.Struct("<H"),
    3: struct.Struct("<h"),
    4: struct.Struct("<I"),
    5: struct.Struct("<i"),
    6: struct.Struct("<f"),
    7: struct.Struct("<?"),
    10: struct.Struct("<Q"),
    11: struct.Struct("<q"),
    12: struct.Struct("<d"),
}
U16 = 2
INT32 = 5
FLOAT32 = 6
STRING = 8
_ARRAY = 9


@dataclass(frozen=True, slots=True)
class Array:
    """An array in the metadata.

    Attributes:
        kind: GGUF's number for the type of its items.
        length: How many there are.
        items: The items, if they are numbers and at most 1,024, else empty.
    """

    kind: int
    length: int
    items: tuple[int | float, ...] = ()


Value = str | int | float | Array


@dataclass(frozen=True, slots=True)
class Tensor:
    """A tensor in the file.

    Attributes:
        name: As llama.cpp looks for it ("blk.0.attn_q.weight").
        shape: Length of a row, number of rows, …
        type: Number format.
        bytes: Size in the file, without padding.
    """

    name: str
    shape: tuple[int, ...]
    type: TensorType
    bytes: int

    @property
    def parameters(self) -> int:
        """Number of weights in it."""
        return math.prod(self.shape)


@dataclass(frozen=True, slots=True)
class Structure:
    """What stands in one GGUF file.

    Attributes:
        version: Of the format: 2 or 3.
        metadata: Values by key; of a long string the first 4,096 bytes.
        kinds: GGUF's number for the type of each value.
        tensors: All of them, in order.
        file_bytes: Size of the file.
    """

    version: int
    metadata: Mapping[str, Value]
    kinds: Mapping[str, int]
    tensors: tuple[Tensor, ...]
    file_bytes: int


def read_structure(path: Path) -> Structure:
    """Read and check the structure of a GGUF file.

    Raises:
        ModelError: The file is gone, no GGUF file, of another version, incomplete or damaged.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ModelError(
                QT_TRANSLATE_NOOP("errors", "{file} is a folder. Choose a model file inside it."), file=path.name
            )
        if not stat.S_ISREG(mode):
            raise not_a_model(path)
        with path.open("rb", buffering=0) as file:
            return _Reader(file, path).structure()
    except OSError as error:
        raise ModelError.unreadable(path.name, error) from error


def not_a_model(path: Path) -> ModelError:
    """Return the error for a file of another kind."""
    return ModelError(
        QT_TRANSLATE_NOOP(
            "errors", "{file} is not a model file that Thimble can read. Choose a file that ends in .gguf."
        ),
        file=path.name,
    )


def damaged(path: Path, details: str) -> ModelError:
    """Return the error for a file that says something impossible."""
    return ModelError(
        QT_TRANSLATE_NOOP("errors", "The model file {file} is damaged. Get it again, or choose another model."),
        file=path.name,
        details=details,
    )


def incomplete(path: Path, details: str) -> ModelError:
    """Return the error for a file that ends too early."""
    return ModelError(
        QT_TRANSLATE_NOOP("errors", "The model file {file} is incomplete: it ends too early. Get it again."),
        file=path.name,
        details=details,
    )


class _Reader:
    """Reads one file from its beginning to the end of its header."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self._path = path
        self._size = file.seek(0, 2)
        file.seek(0)
        self._data = b""
        self._start = 0  # where `_data` lies in the file
        self._at = 0  # the next byte in `_data`
        self._kept = 0

    def structure(self) -> Structure:
        version = self._begin()
        tensor_count = self._number(_LENGTH, _MAX_TENSORS, "tensors")
        pair_count = self._number(_LENGTH, _MAX_PAIRS, "metadata values")
        metadata: dict[str, Value] = {}
        kinds: dict[str, int] = {}
        for _ in range(pair_count):
            key = self._text(_MAX_KEY_BYTES, _MAX_KEY_BYTES, "key")
            if not key or key in metadata:
                raise damaged(self._path, f"metadata key {key[:80]!r} is empty or there twice")
            kinds[key], metadata[key] = self._value(key)
            self._kept += len(key)
            if self._kept > _KEPT_PAIRS_BYTES:
                raise damaged(self._path, "more metadata than any model has")
        alignment = metadata.get("general.alignment", _DEFAULT_ALIGNMENT)
        if (
            not isinstance(alignment, int)
            or not 0 < alignment <= _MAX_ALIGNMENT
            or alignment & (alignment - 1)
            or kinds.get("general.alignment", 4) != 4
        ):
            raise damaged(self._path, f"alignment {alignment}")
        tensors = self._tensors(tensor_count, alignment)
        return Structure(version, metadata, kinds, tensors, self._size)

    def _begin(self) -> int:
        if self._size == 0:
            raise ModelError(
                QT_TRANSLATE_NOOP("errors", "The model file {file} is empty. Get it again."), file=self._path.name
            )
        magic = self._take(min(len(_MAGIC), self._size))
        if magic != _MAGIC:
            raise incomplete(self._path, "no magic") if _MAGIC.startswith(magic) else not_a_model(self._path)
        (version,) = _COUNT.unpack(self._take(4))
        if version and not version & 0xFFFF:
            raise ModelError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{file} is made for another kind of computer (big-endian). Get the ordinary file of this model.",
                ),
                file=self._path.name,
            )
        if version not in (2, 3):
            raise ModelError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{file} is in version {version} of the GGUF format, which Thimble can't read. Get a file in "
                    "version 3, or a newer Thimble.",
                ),
                file=self._path.name,
                version=version,
            )
        return int(version)

    def _value(self, key: str) -> tuple[int, Value]:
        (kind,) = _COUNT.unpack(self._take(4))
        if kind == STRING:
            text = self._text(_MAX_STRING_BYTES, _KEPT_TEXT_BYTES, key)
            self._kept += len(text)
            return kind, text
        if kind == _ARRAY:
            return kind, self._array(key)
        if kind not in _SCALARS:
            raise damaged(self._path, f"{key} has the unknown type {kind}")
        scalar = _SCALARS[kind]
        value: int | float = scalar.unpack(self._take(scalar.size))[0]
        return kind, value

    def _array(self, key: str) -> Array:
        (kind,) = _COUNT.unpack(self._take(4))
        if kind == STRING:
            length = self._number(_LENGTH, _MAX_STRINGS, key)
            self._need(length * _LENGTH.size)
            self._skip_strings(length)
            return Array(kind, length)
        if kind not in _SCALARS:
            raise damaged(self._path, f"{key} is an array of the unknown type {kind}")
        length = self._number(_LENGTH, _MAX_ITEMS, key)
        scalar = _SCALARS[kind]
        self._need(length * scalar.size)
        if length > _KEPT_ITEMS:
            self._skip(length * scalar.size)
            return Array(kind, length)
        self._kept += length * 8
        data = self._take(length * scalar.size)
        return Array(kind, length, tuple(item for (item,) in scalar.iter_unpack(data)))

    def _tensors(self, count: int, alignment: int) -> tuple[Tensor, ...]:
        tensors: dict[str, Tensor] = {}
        expected = 0
        for _ in range(count):
            name = self._text(_MAX_NAME_BYTES, _MAX_NAME_BYTES, "tensor name")
            if name in tensors:
                raise damaged(self._path, f"tensor {name!r} is there twice")
            shape = self._shape(name)
            (kind,) = _COUNT.unpack(self._take(4))
            (offset,) = _LENGTH.unpack(self._take(8))
            if kind not in TENSOR_TYPES:
                raise damaged(self._path, f"tensor {name!r} has the unknown type {kind}")
            form = TENSOR_TYPES[kind]
            if shape[0] % form.block:
                raise damaged(self._path, f"rows of tensor {name!r} are no whole blocks of {form.name}")
            size = math.prod(shape) // form.block * form.bytes
            if offset != expected:
                raise damaged(self._path, f"tensor {name!r} lies at {offset} instead of {expected}")
            expected += _padded(size, alignment)
            tensors[name] = Tensor(name, shape, form, size)
        if tensors:
            begin = _padded(self._start + self._at, alignment)
            # The padding behind the last tensor may be missing.
            end = begin + expected - _padded(size, alignment) + size
            if end > self._size:
                raise incomplete(self._path, f"{end - self._size} of {end} bytes are missing")
        return tuple(tensors.values())

    def _shape(self, name: str) -> tuple[int, ...]:
        dimensions = self._number(_COUNT, _MAX_DIMENSIONS, f"dimensions of tensor {name!r}")
        shape = struct.unpack(f"<{dimensions}Q", self._take(8 * dimensions)) or (1,)
        # Python's numbers do not overflow; a tensor larger than the file is refused before anything uses its size.
        if not all(shape) or math.prod(shape) >= 1 << 63:
            raise damaged(self._path, f"tensor {name!r} has the shape {shape}")
        return shape

    def _number(self, form: struct.Struct, most: int, what: str) -> int:
        number: int = form.unpack(self._take(form.size))[0]
        if number > most:
            raise damaged(self._path, f"{number} {what}")
        return number

    def _text(self, most: int, kept: int, what: str) -> str:
        length = self._number(_LENGTH, most, f"bytes of {what}")
        self._need(length)
        text = self._take(min(length, kept)).decode("utf-8", "replace")
        self._skip(max(0, length - kept))
        return text

    def _need(self, count: int) -> None:
        """Raise unless `count` more bytes are in the file."""
        end = self._start + self._at + count
        if end > self._size:
            raise incomplete(self._path, f"the header goes beyond the end at {self._size}")
        if end > _MAX_HEADER_BYTES:
            raise damaged(self._path, "more header than any model has")

    def _take(self, count: int) -> bytes:
        """Return the next bytes; the caller has bounded their number."""
        if self._at + count > len(self._data):
            self._refill(count)
        data = self._data[self._at : self._at + count]
        self._at += count
        return data

    def _refill(self, count: int) -> None:
        self._need(count)
        position = self._start + self._at
        self._file.seek(position)
        wanted = max(count, _CHUNK)
        parts = []
        # An unbuffered read may return less than asked for.
        while wanted > 0 and (part := self._file.read(wanted)):
            parts.append(part)
            wanted -= len(part)
        self._data, self._start, self._at = b"".join(parts), position, 0
        if len(self._data) < count:
            raise incomplete(self._path, "the file became shorter while it was read")

    def _skip(self, count: int) -> None:
        self._need(count)
        self._at += count
        if self._at > len(self._data):
            self._data, self._start, self._at = b"", self._start + self._at, 0

    def _skip_strings(self, count: int) -> None:
        """Step over strings: the part that has to be quick, for there may be half a million."""
        length_at = _LENGTH.unpack_from
        data, at = self._data, self._at
        last = len(data) - _LENGTH.size
        for _ in range(count):
            if at > last:
                self._at = 0
                self._start += at
                self._data = b""
                self._refill(_LENGTH.size)
                data, at = self._data, 0
                last = len(data) - _LENGTH.size
            at += _LENGTH.size + length_at(data, at)[0]
        self._at = 0
        self._start += at
        self._data = data[at:] if at < len(data) else b""
        self._need(0)


def _padded(size: int, alignment: int) -> int:
    return -(-size // alignment) * alignment
