"""Opens GGUF model files with llama.cpp, inside the engine process."""

from __future__ import annotations

import ctypes
import os
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.engine.base import ModelInfo
from assistant.engine.bindings import load_llama_cpp
from assistant.engine.decoder import SLOTS, Decoder
from assistant.engine.llama import LlamaModel
from assistant.engine.prompt import PromptBuilder
from assistant.engine.prompt_cache import PromptCache
from assistant.engine.protocol import Load
from assistant.engine.saved_states import SavedStates
from assistant.engine.state_files import StateKey, model_key
from assistant.engine.threads import ThreadGovernor
from assistant.engine.vocabulary import Vocabulary
from assistant.errors import QT_TRANSLATE_NOOP, CancelledError, EngineError, ModelError

_BATCH = 512
_MOST_OUTPUTS = 16
"""Tokens of a batch whose successors are chosen: one of each sequence, or a guess. Memory is set aside for so many
whole vocabularies of numbers; for all 512 it would be 100 MB more."""
_LOG_LINES = 40
_LOG_WARNING = 2
_LOG_ERROR = 3


class LlamaLoader:
    """Opens model files.

    Attributes:
        log: llama.cpp's last warnings and errors.
    """

    def __init__(self) -> None:
        """Start llama.cpp.

        Raises:
            EngineError: The library can't be loaded on this computer.
        """
        try:
            self._llama = load_llama_cpp()
        except ImportError as error:
            raise EngineError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The engine can't be loaded on this computer. Install Thimble again; if that does not help, this "
                    "computer's processor may be too old.",
                ),
                details=str(error),
            ) from error
        self.log: deque[str] = deque(maxlen=_LOG_LINES)
        # Kept for the life of the process: llama.cpp calls it, and a collected callback is a segmentation fault.
        self._log_callback = self._llama.llama_log_callback(self._take_log)
        self._llama.llama_log_set(self._log_callback, None)
        self._llama.llama_backend_init()

    def load(self, load: Load, progress: Callable[[float], bool]) -> LlamaModel:
        """Open a model file.

        Args:
            load: Which file, and how.
            progress: Called with 0 to 1; answers whether to go on.

        Raises:
            ModelError: The file can't be used.
            CancelledError: `progress` answered no.
        """
        path = Path(load.path)
        llama = self._llama
        self.log.clear()
        model = self._open(path, progress)
        trained = llama.llama_model_n_ctx_train(model)
        length = load.context_length or trained
        context = self._new_context(model, length, load.threads)
        if not context:
            llama.llama_model_free(model)
            raise ModelError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "There is not enough memory for {file} with a context of {tokens} tokens. Close other programs, "
                    "or choose a smaller model or context in Settings.",
                ),
                file=path.name,
                tokens=length,
                details="\n".join(self.log),
            )
        vocabulary = Vocabulary(llama, llama.llama_model_get_vocab(model))
        template = llama.llama_model_chat_template(model, None)
        length = llama.llama_n_ctx(context)
        builder = PromptBuilder(vocabulary, template.decode("utf-8", "replace") if template else None, length)
        governor = ThreadGovernor(load.threads, fixed=load.threads if load.fixed_threads else 0)
        system = llama.llama_print_system_info().decode("utf-8", "replace")
        info = ModelInfo(
            name=self._metadata(model, "general.name") or path.stem,
            description=self._description(model),
            context_length=length,
            trained_context_length=trained,
            parameters=llama.llama_model_n_params(model),
            bytes=llama.llama_model_size(model),
            threads=load.threads,
            template=builder.template,
            system=system,
        )
        return LlamaModel(
            llama,
            model,
            Decoder(llama, model, context, governor),
            info,
            vocabulary=vocabulary,
            builder=builder,
            cache=PromptCache(load.cache_bytes),
            saved=SavedStates(
                Path(load.states) if load.states else None,
                model=model_key(path, f"{load.build} {system}"),
                key=StateKey(load.secret, encrypted=load.encrypted),
            ),
        )

    def _open(self, path: Path, progress: Callable[[float], bool]) -> Any:
        llama = self._llama
        stopped = False

        def report(fraction: float, _: object) -> bool:
            nonlocal stopped
            stopped = stopped or not progress(fraction)
            return not stopped

        parameters = llama.llama_model_default_params()
        callback = llama.llama_progress_callback(report)
        parameters.progress_callback = callback
        parameters.n_gpu_layers = 0
        model = llama.llama_model_load_from_file(os.fsencode(path), parameters)
        if model:
            return model
        if stopped:
            raise CancelledError
        raise ModelError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The model file {file} can't be used: it is damaged, incomplete or of a kind Thimble does not know. "
                "Choose another model, or get the file again.",
            ),
            file=path.name,
            details="\n".join(self.log),
        )

    def _new_context(self, model: Any, length: int, threads: int) -> Any:
        parameters = self._llama.llama_context_default_params()
        parameters.n_ctx = length
        parameters.n_batch = _BATCH
        parameters.n_ubatch = _BATCH
        parameters.n_seq_max = SLOTS
        parameters.n_outputs_max = _MOST_OUTPUTS
        # One room for all sequences: any of them can have the whole context, and a common beginning is there once.
        parameters.kv_unified = True
        parameters.n_threads = threads
        parameters.n_threads_batch = threads
        return self._llama.llama_init_from_model(model, parameters)

    def _metadata(self, model: Any, key: str) -> str:
        buffer = ctypes.create_string_buffer(256)
        length = self._llama.llama_model_meta_val_str(model, key.encode(), buffer, len(buffer))
        return buffer.value.decode("utf-8", "replace") if length >= 0 else ""

    def _description(self, model: Any) -> str:
        buffer = ctypes.create_string_buffer(256)
        self._llama.llama_model_desc(model, buffer, len(buffer))
        return buffer.value.decode("utf-8", "replace")

    def _take_log(self, level: int, text: bytes, _: object) -> None:
        if level in (_LOG_WARNING, _LOG_ERROR):
            self.log.append(text.decode("utf-8", "replace").rstrip())
