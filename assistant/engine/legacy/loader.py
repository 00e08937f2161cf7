"""Opens model files from before GGUF, inside the engine process."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import psutil

from assistant.engine.base import ModelInfo
from assistant.engine.legacy.buffers import Plan, key_value_bytes, plan
from assistant.engine.legacy.library import LegacyLibrary, LibraryModel
from assistant.engine.legacy.model import LegacyModel
from assistant.engine.legacy.words import LegacyVocabulary
from assistant.engine.prompt import PromptBuilder
from assistant.engine.threads import ThreadGovernor, Work
from assistant.errors import QT_TRANSLATE_NOOP, CancelledError, ModelError
from assistant.model_files.ggml_check import GgmlFile, check_ggml

DEFAULT_CONTEXT = 2_048
"""For the kinds whose files do not tell theirs; the first LLaMA and Falcon models were trained for it."""

_MOST_FREE_CONTEXT = 16_384
_FREE_CONTEXT_KINDS = frozenset({"llama", "falcon"})
_CONFIGURED_CONTEXT_KINDS = frozenset({"mpt"})
_NOT_REWINDING_KINDS = frozenset({"falcon"})
"""Falcon's values are stored in rows as long as the past, and are misread after going back."""

_ONE_BY_ONE_KINDS = frozenset({"falcon"})
"""Falcon's sums differ with the size of a step, so that a step chosen by time would change answers."""

_POLL_SECONDS = 0.05
_NAMES = {
    "gpt2": "GPT-2",
    "gptj": "GPT-J",
    "gptneox": "GPT-NeoX",
    "dolly": "Dolly",
    "mpt": "MPT",
    "replit": "Replit",
    "starcoder": "StarCoder",
    "falcon": "Falcon",
    "llama": "LLaMA",
}


def load_legacy(
    path: Path,
    *,
    kind: str,
    context_length: int,
    governor: ThreadGovernor,
    available_bytes: int,
    progress: Callable[[float], bool],
) -> LegacyModel:
    """Check a model file and load it.

    Args:
        path: The file.
        kind: What `assistant.model_files.ggml.ggml_kind` says it is.
        context_length: Context in tokens; 0 for as much as the model was trained for. Never more than that, except
            for the kinds whose files do not tell it.
        governor: Chooses the threads for reading and answering.
        available_bytes: Free memory.
        progress: Called with 0 to 1, about 20 times a second; answers whether to go on.

    Raises:
        ModelError: The file can't be used, or not on this computer.
        EngineError: The library can't be loaded.
        CancelledError: `progress` answered no.
    """
    if not progress(0.0):
        raise CancelledError
    file = check_ggml(path, kind)
    usage = plan(file, _wanted_context(file, context_length))
    if usage is None:
        raise ModelError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The model in {file} is too large for the engine that reads files of this older kind. Get the same "
                "model as a GGUF file.",
            ),
            file=path.name,
        )
    _refuse_too_little_memory(file, usage, available_bytes)
    library = LegacyLibrary()
    threads = governor.threads(Work.READ)
    model = _open(library, file, usage, progress)
    try:
        for position, count in (*usage.first_calls, (0, 1)):
            model.evaluate([0] * count, position, threads)
        vocabulary = LegacyVocabulary(file, model)
        length = min(usage.context_length, model.context_length)
        builder = PromptBuilder(vocabulary, None, length)
    except BaseException:
        model.close()
        raise
    info = ModelInfo(
        name=path.stem,
        description=f"{_NAMES[kind]} {file.type_name}, GGML",
        context_length=length,
        trained_context_length=file.numbers.get("context", DEFAULT_CONTEXT),
        parameters=file.parameters,
        bytes=file.weight_bytes,
        threads=threads,
        template=builder.template,
        system=f"ctransformers, {library.build} build",
    )
    return LegacyModel(
        model,
        vocabulary,
        builder,
        info,
        governor=governor,
        most_step=1 if kind in _ONE_BY_ONE_KINDS else usage.step,
        rewinds=kind not in _NOT_REWINDING_KINDS,
    )


def _wanted_context(file: GgmlFile, context_length: int) -> int:
    if file.kind in _FREE_CONTEXT_KINDS:
        return min(context_length or DEFAULT_CONTEXT, _MOST_FREE_CONTEXT)
    trained = file.numbers["context"]
    if file.kind in _CONFIGURED_CONTEXT_KINDS:
        return min(context_length or DEFAULT_CONTEXT, trained)
    return min(context_length or trained, trained)


def _allocated_context(file: GgmlFile, usage: Plan) -> int:
    """Return for how many tokens the library takes memory: most kinds do so for all the file names."""
    if file.kind in _FREE_CONTEXT_KINDS | _CONFIGURED_CONTEXT_KINDS:
        return usage.context_length
    return file.numbers["context"]


def _refuse_too_little_memory(file: GgmlFile, usage: Plan, available_bytes: int) -> None:
    needed = file.weight_bytes + key_value_bytes(file, _allocated_context(file, usage)) + usage.buffer_bytes
    if needed <= available_bytes:
        return
    raise ModelError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{file} needs about {needed} MB of memory, and {available} MB are free. Close other programs, or choose a "
            "smaller model.",
        ),
        file=file.path.name,
        needed=needed // 1_000_000,
        available=available_bytes // 1_000_000,
    )


def _open(library: LegacyLibrary, file: GgmlFile, usage: Plan, progress: Callable[[float], bool]) -> LibraryModel:
    """Load the file on a thread of its own, for the library neither tells its progress nor can be stopped.

    When `progress` answers no, the thread is left to itself: it gives the memory back once the library is done.
    """
    for left in threading.enumerate():
        if isinstance(left, _Opening) and not left.wait(progress, 0):
            raise CancelledError
    opening = _Opening(library, file, usage.context_length)
    opening.start()
    if not opening.wait(progress, file.weight_bytes):
        opening.abandon()
        raise CancelledError
    if opening.model is None:
        raise ModelError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The model file {file} can't be used: it is damaged, incomplete or of a kind Thimble does not know. "
                "Choose another model, or get the file again.",
            ),
            file=file.path.name,
            details=f"ctransformers refused a {file.kind} file",
        )
    return opening.model


class _Opening(threading.Thread):
    """Loads one file.

    Attributes:
        model: What was loaded; None when the library refused the file.
    """

    def __init__(self, library: LegacyLibrary, file: GgmlFile, context_length: int) -> None:
        super().__init__(name="legacy-load", daemon=True)
        self._library = library
        self._file = file
        self._context_length = context_length
        self._lock = threading.Lock()
        self._abandoned = False
        self.model: LibraryModel | None = None

    def run(self) -> None:
        """Load, and free again what nobody waits for any more."""
        file = self._file
        model = self._library.open(file.path, file.kind, context_length=self._context_length, mapped=file.mappable)
        with self._lock:
            self.model = model
            abandoned = self._abandoned
        if abandoned and model is not None:
            model.close()

    def wait(self, progress: Callable[[float], bool], expected_bytes: int) -> bool:
        """Wait for the end, telling the memory that was filled so far; False when `progress` answered no."""
        process = psutil.Process()
        before = process.memory_info().rss
        while self.is_alive():
            filled = process.memory_info().rss - before
            if not progress(min(0.99, max(0.0, filled / expected_bytes)) if expected_bytes else 0.0):
                return False
            self.join(_POLL_SECONDS)
        return progress(1.0 if expected_bytes else 0.0)

    def abandon(self) -> None:
        """Free the model as soon as it is loaded."""
        with self._lock:
            self._abandoned = True
            model = self.model
        if model is not None:
            model.close()
