"""The states on disk, from the side of the engine process, which reads them but never writes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.engine.prompt_cache import Kept, common_length, pays
from assistant.engine.state_files import (
    MAX_FILE_BYTES,
    SavedState,
    StateKey,
    file_name,
    pack,
    read_state,
    read_tokens,
    state_files,
)

LEAST_TOKENS = 200
"""Shorter conversations are read again in a moment."""

_WORTH_WRITING_TOKENS = 100


class SavedStates:
    """Finds states in a folder and makes the files for new ones."""

    def __init__(self, folder: Path | None, *, model: str = "", key: StateKey | None = None) -> None:
        """Use the files of one model in a folder; without folder or key nothing is found or wanted."""
        self._key = key or StateKey()
        self._folder = folder if folder is not None and self._key.secret else None
        self._model = model
        self._known: dict[tuple[str, int], SavedState | None] = {}
        self._written: dict[str, list[int]] = {}

    def find(self, tokens: Sequence[int], *, known: int, whole: bool, other: Kept | None) -> Kept | None:
        """Return the state that saves most reading, if it saves clearly more than `known` tokens and `other` do.

        Args:
            tokens: What is to be read, without its last token.
            known: How many of them are in the KV cache already.
            whole: Only states that are a beginning of `tokens` from end to end.
            other: The best state in memory.
        """
        if self._folder is None:
            return None
        if other is not None:
            known = max(known, common_length(other.tokens, tokens))
        best, length = None, known
        for saved in self._files(self._folder):
            shared = common_length(saved.tokens, tokens)
            if shared > length and pays(len(saved.tokens), shared - known):
                if whole and shared < len(saved.tokens):
                    continue
                best, length = saved, shared
        if best is None:
            return None
        state = read_state(best, key=self._key)
        if state is None:
            return None
        self._written.setdefault(best.owner, best.tokens)
        return Kept(best.tokens, state, best.owner, saved=True)

    def wanted(self, owner: str, tokens: list[int]) -> bool:
        """Tell whether a state is worth a file: somebody's, long enough, and clearly longer than the file there is."""
        if self._folder is None or not owner or len(tokens) < LEAST_TOKENS:
            return False
        return len(tokens) - common_length(self._written.get(owner, []), tokens) >= _WORTH_WRITING_TOKENS

    def pack(self, owner: str, tokens: list[int], state: bytes) -> tuple[str, bytes]:
        """Return name and content of the file for a state; empty content when it would be too large."""
        self._written[owner] = tokens.copy()
        if len(state) > MAX_FILE_BYTES - 1_000_000:
            return "", b""
        return file_name(self._model, owner), pack(self._model, owner, tokens, state, key=self._key)

    def forget(self, owner: str) -> None:
        """Remember no longer that an owner has a file."""
        self._written.pop(owner, None)

    def _files(self, folder: Path) -> list[SavedState]:
        found: dict[tuple[str, int], SavedState | None] = {}
        for path in state_files(folder):
            if not path.name.startswith(self._model):
                continue
            try:
                key = (path.name, path.stat().st_mtime_ns)
            except OSError:
                continue
            found[key] = self._known[key] if key in self._known else self._read(path)
        self._known = found
        return [saved for saved in found.values() if saved is not None]

    def _read(self, path: Path) -> SavedState | None:
        return read_tokens(path, self._model, key=self._key)
