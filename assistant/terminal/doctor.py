"""`thimble doctor`: what this computer and this installation can do, with a question put to the built-in model."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from pathlib import Path

import apsw
import msgspec
import psutil

from assistant.about import version, versions_of
from assistant.app import chat_job
from assistant.engine.base import Turn
from assistant.engine.client import EngineClient
from assistant.engine.load_plan import automatic_threads
from assistant.engine.lockdown import Lockdown
from assistant.errors import ThimbleError
from assistant.models.library import Library
from assistant.paths import Paths, find_paths
from assistant.settings import SettingsFile
from assistant.store import Store
from assistant.store.protection import Protection
from assistant.tasks.characters import plain_text
from assistant.terminal.answering import answer
from assistant.terminal.unlocking import VARIABLE, key_for, passphrase_given

_PACKAGES = ("PySide6-Essentials", "llama-cpp-python", "apsw-sqlite3mc", "msgspec", "jinja2", "platformdirs")
_QUESTION = "What is the capital of France?"
_MEGABYTE = 1_000_000
_PROBLEM = "problem"


def run_doctor(options: argparse.Namespace) -> int:
    """Print the report; returns 1 when something does not work."""
    paths = find_paths(options.data_dir)
    settings = SettingsFile(paths.settings)
    report: dict[str, dict[str, object]] = {
        "thimble": {"version": version(), "python": platform.python_version(), "system": platform.platform()},
        "packages": dict(versions_of(_PACKAGES)),
        "computer": _computer(),
        "paths": _paths(paths),
        "settings": {"problems": [notice.sentence for notice in settings.notices]},
        "conversations": _conversations(paths),
        "models": {
            model.id: f"{model.name}, {model.size // _MEGABYTE} MB, {model.path}"
            for model in Library(paths.models, settings.current.model_files).models()
        },
    }
    report["self-test"], lockdown = _self_test(paths, settings)
    report["engine process"] = lockdown_report(lockdown)
    if options.json:
        print(msgspec.json.format(msgspec.json.encode(report)).decode())
    else:
        _print(report)
    return 1 if any(_PROBLEM in part for part in report.values()) else 0


def _computer() -> dict[str, object]:
    memory = psutil.virtual_memory()
    return {
        "processor": _processor(),
        "cores": psutil.cpu_count(logical=False),
        "logical cores": os.cpu_count(),
        "threads used": automatic_threads(),
        "memory in MB": memory.total // _MEGABYTE,
        "free memory in MB": memory.available // _MEGABYTE,
        "SQLite": apsw.sqlite_lib_version(),
    }


def _processor() -> str:
    if sys.platform == "linux":
        try:
            with Path("/proc/cpuinfo").open(encoding="utf-8", errors="replace") as file:
                for line in file:
                    if line.startswith("model name"):
                        return line.partition(":")[2].strip()
        except OSError:
            return platform.machine()
    return platform.processor() or platform.machine()


def _paths(paths: Paths) -> dict[str, object]:
    return {
        "data folder": str(paths.data),
        "chosen by": paths.origin,
        "settings": str(paths.settings),
        "conversations": str(paths.conversations),
        "models": str(paths.models),
    }


def _conversations(paths: Paths) -> dict[str, object]:
    try:
        protected = Protection.of(paths).is_on
        if protected and not passphrase_given():
            return {"protected": f"by a passphrase; put it into {VARIABLE} to have them looked at"}
        with Store.open(paths.conversations, key=key_for(paths), read_only=True) as store:
            return {"kept": len(store.conversations()), "protected": "by a passphrase" if protected else "no"}
    except ThimbleError as error:
        return {_PROBLEM: error.sentence}


def _self_test(paths: Paths, settings: SettingsFile) -> tuple[dict[str, object], Lockdown | None]:
    """Ask the built-in model a question through the whole engine; also returns what the engine can't do."""
    engine = EngineClient()
    try:
        model = Library(paths.models).find("")
        fixed = msgspec.structs.replace(settings.current, seed=1, max_answer_tokens=48, context_length=0)
        turns = (Turn("system", plain_text()), Turn("user", _QUESTION))
        answered = answer(chat_job(engine, fixed, turns, model=model), show=False)
        if answered.error is not None:
            raise answered.error
        status = engine.status()
    except ThimbleError as error:
        return {"model": "built-in", _PROBLEM: error.sentence, "details": error.details}, None
    finally:
        engine.close()
    info, stats = status.model, answered.stats
    if info is None or stats is None or not answered.text.strip():
        return {"model": "built-in", _PROBLEM: "The built-in model gave no answer. Install Thimble again."}, None
    return {
        "model": f"{info.name} ({info.description})",
        "question": _QUESTION,
        "answer": answered.text.strip(),
        "answer tokens per second": round(stats.answer_tokens_per_second, 1),
        "prompt tokens per second": round(stats.prompt_tokens_per_second, 1),
        "context in tokens": info.context_length,
        "engine memory in MB": status.resident_bytes // _MEGABYTE,
        "CPU features used": _features(info.system),
    }, status.lockdown


def lockdown_report(lockdown: Lockdown | None) -> dict[str, object]:
    """Return the report's part on what the engine process can't do; None when there was no engine to ask."""
    if lockdown is None:
        return {}
    locked = {True: "locked", False: "not locked on this computer"}
    return {
        "network": locked[lockdown.network],
        "writing files": locked[lockdown.files],
        "starting programs": locked[lockdown.programs],
        "by": list(lockdown.means),
    }


def _features(system: str) -> list[str]:
    """Return what is switched on in llama.cpp's own description ("CPU : SSE3 = 1 | AVX2 = 1 | …")."""
    parts = (part.rpartition(":")[2].split("=") for part in system.split("|"))
    return [name.strip() for name, *value in parts if value and value[0].strip() == "1"]


def _print(report: dict[str, dict[str, object]]) -> None:
    for title, part in report.items():
        print(title)
        width = max((len(name) for name in part), default=0)
        for name, value in part.items():
            shown = ", ".join(map(str, value)) or "none" if isinstance(value, list) else value
            print(f"  {name:<{width}}  {shown}")
        if not part:
            print("  none")
        print()
    problems = [str(part[_PROBLEM]) for part in report.values() if _PROBLEM in part]
    print("\n".join(problems) or "Everything works.")
