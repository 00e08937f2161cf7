"""Values from a GGUF file's metadata, each within bounds that a real model keeps."""

from __future__ import annotations

from pathlib import Path

from assistant.model_files.gguf_structure import Array, Structure, damaged


class Values:
    """The metadata of a model of one architecture.

    Keys that begin with a dot get the architecture put before them, as llama.cpp does it.
    """

    def __init__(self, path: Path, structure: Structure, architecture: str) -> None:
        """Look into `structure`, read from `path`."""
        self.path = path
        self._metadata = structure.metadata
        self._architecture = architecture

    def number(self, key: str, *, most: int, least: int = 0, default: int | None = None) -> int:
        """Return a whole number between `least` and `most`, or `default` when the file has none.

        Raises:
            ModelError: It is no number, beyond the bounds, or missing with no default.
        """
        key = self._full(key)
        value = self._metadata.get(key)
        if value is None and default is not None:
            return default
        return self._bounded(key, value, least, most)

    def per_layer(self, key: str, layers: int, *, most: int, default: tuple[int, ...] | None = None) -> tuple[int, ...]:
        """Return a number for each layer; the file has one for all of them, or an array.

        Raises:
            ModelError: They are no numbers, beyond the bounds, not as many as layers, or missing with no default.
        """
        key = self._full(key)
        value = self._metadata.get(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, Array):
            return (self._bounded(key, value, 0, most),) * layers
        if len(value.items) != layers or value.length != layers:
            raise damaged(self.path, f"{key} has {value.length} items for {layers} layers")
        return tuple(self._bounded(key, item, 0, most) for item in value.items)

    def flags(self, key: str, layers: int) -> tuple[bool, ...]:
        """Return a yes or no for each layer, or nothing when the file has no such array."""
        value = self._metadata.get(self._full(key))
        if not isinstance(value, Array) or len(value.items) < layers:
            return ()
        return tuple(bool(item) for item in value.items[:layers])

    def text(self, key: str) -> str:
        """Return a text as one line without control characters; an empty one when the file has none."""
        value = self._metadata.get(self._full(key))
        if not isinstance(value, str):
            return ""
        return " ".join("".join(character if character.isprintable() else " " for character in value).split())

    def array(self, key: str) -> Array | None:
        """Return an array, or None when the file has none.

        Raises:
            ModelError: It is something else.
        """
        value = self._metadata.get(self._full(key))
        if value is not None and not isinstance(value, Array):
            raise damaged(self.path, f"{key} is no array")
        return value

    def has(self, key: str) -> bool:
        """Return whether the file has this value."""
        return self._full(key) in self._metadata

    def _full(self, key: str) -> str:
        return self._architecture + key if key.startswith(".") else key

    def _bounded(self, key: str, value: object, least: int, most: int) -> int:
        if value is None:
            raise damaged(self.path, f"{key} is missing")
        if not isinstance(value, int) or not least <= value <= most:
            raise damaged(self.path, f"{key} is {value}")
        return int(value)
