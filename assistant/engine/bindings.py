"""llama.cpp's C functions, through llama-cpp-python's low-level module."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import sys
import types
from typing import Any

_PACKAGE = "llama_cpp"


def load_llama_cpp() -> Any:
    """Return the module `llama_cpp.llama_cpp`.

    The package's own `__init__` imports its high-level API with numpy, Jinja and a disk cache. Loading the module
    beside it takes 62 instead of 263 ms and 17 instead of 39 MB.

    Raises:
        ImportError: The library is missing or can't be loaded on this computer.
    """
    if _PACKAGE not in sys.modules:
        spec = importlib.util.find_spec(_PACKAGE)
        if spec is None or spec.submodule_search_locations is None:
            raise ImportError("llama-cpp-python is not installed")
        package = types.ModuleType(_PACKAGE)
        package.__path__ = list(spec.submodule_search_locations)
        package.__spec__ = spec
        sys.modules[_PACKAGE] = package
    try:
        return importlib.import_module(f"{_PACKAGE}.llama_cpp")
    except (OSError, RuntimeError) as error:
        raise ImportError(str(error)) from error


def ggml_function(llama: Any, name: str, result: Any, *arguments: Any) -> Any:
    """Return a C function of libggml-base, which llama-cpp-python declares none of.

    It is looked up from libllama, so that it is the one of the library that libllama uses: a wheel may hold several
    copies of it.

    Raises:
        ImportError: There is none.
    """
    library = llama._lib
    if sys.platform == "win32":
        # Windows does not look into the libraries that a library uses.
        library = ctypes.CDLL("ggml-base.dll")  # loaded already, so its name is enough
    try:
        function = library[name]  # a new object each time: its types are nobody else's
    except AttributeError as error:
        raise ImportError(str(error)) from error
    function.restype = result
    function.argtypes = list(arguments)
    return function


class AbortFlag:
    """Makes a running `llama_decode` return, from any thread.

    llama.cpp asks its abort callback after every node of the graph, some hundred times a token. A Python callback
    would take the interpreter's lock each time, so the callback is C's own `strlen` on a buffer of one character:
    it answers 0 (false) while the buffer is empty and 1 (true) once a character is in it.
    """

    def __init__(self, llama: Any) -> None:
        """Begin lowered."""
        library = ctypes.CDLL("msvcrt") if sys.platform == "win32" else ctypes.CDLL(None)
        self._buffer = ctypes.create_string_buffer(2)
        self.callback = ctypes.cast(library.strlen, llama.ggml_abort_callback)
        self.data = ctypes.cast(self._buffer, ctypes.c_void_p)

    @property
    def raised(self) -> bool:
        """Whether decoding is to end."""
        return self._buffer[0] != b"\0"

    def raise_(self) -> None:
        """End the current decode within a graph node."""
        self._buffer[0] = b"\1"

    def lower(self) -> None:
        """Let the next decode run."""
        self._buffer[0] = b"\0"
