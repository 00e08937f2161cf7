"""Looks for a faster form of a model file: the program's side of the tuner's process."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO, Self

from assistant.engine.formats import Format, estimated_bits, formats_for
from assistant.engine.openmp import openmp_environment
from assistant.engine.tuner_protocol import Done, Measured, Order, Report, Target, Working, read_report
from assistant.errors import QT_TRANSLATE_NOOP, Bytes, EngineError, ModelError
from assistant.events import Compared, Comparison, Event, FormatFigures, Tuning, TuningStep
from assistant.jobs import CancelToken
from assistant.model_files.gguf import Header, read_header
from assistant.paths import program_folder, resources_folder
from assistant.processes.guest import after_start, popen_options
from assistant.processes.messages import Failure, ProtocolError, write_message

MOST_LOSS = 0.03
"""Perplexity that may be lost: less than the difference between two models of one kind shows in an answer."""

LEAST_GAIN = 1.2
"""What reading or answering must gain to be worth a file of its own."""

NOISE = 0.95
"""A ratio above this may be one in truth: the measurements of a busy computer spread so far."""

PATIENCE = 1.0
QUICK_PATIENCE = 0.12
"""For measuring in between, when nobody waits for the result: some seconds for a small model."""

SUFFIX = "-tuned.gguf"

_SPACE_LEFT_BYTES = 200_000_000
_MEMORY_LEFT_BYTES = 300_000_000
_READ_TOKENS, _ANSWER_TOKENS = 512, 128
"""A usual request, by whose time candidates are ranked."""

_DETAIL_BYTES = 4_000

_SHARES = {
    (TuningStep.OBSERVING, False): (0.0, 0.2),
    (TuningStep.CONVERTING, True): (0.2, 0.35),
    (TuningStep.TIMING, True): (0.35, 0.65),
    (TuningStep.JUDGING, False): (0.65, 0.85),
    (TuningStep.JUDGING, True): (0.85, 1.0),
}
"""From where to where a step brings a format's share of the work; whether it is about that format or the original."""


def tuner_command() -> list[str]:
    """Return the command that starts the tuner's process of this very program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--tuner"]
    return [sys.executable, str(program_folder() / "main.py"), "--tuner"]


class ModelTuner:
    """Makes faster forms of model files and measures them on this computer. The originals are only read."""

    def __init__(
        self,
        command: Sequence[str] | None = None,
        *,
        free_bytes: Callable[[Path], int] | None = None,
        available_bytes: Callable[[], int] | None = None,
        threads: int = 0,
    ) -> None:
        """Prepare; nothing is started.

        Args:
            command: How to start the tuner's process; by default this program with `--tuner`.
            free_bytes: Tells the free space on the disk of a folder.
            available_bytes: Tells the free memory.
            threads: Most threads to use; 0 for as many as the engine uses by itself.
        """
        self._command = list(command or tuner_command())
        self._free_bytes = free_bytes or _free_bytes
        self._available_bytes = available_bytes or _available_bytes
        self._threads = threads

    def tune(self, path: Path, folder: Path, cancel: CancelToken, *, quick: bool = False) -> Iterator[Event]:
        """Look for a faster form of a model file, yielding `Tuning`, then `Compared`.

        The recommended candidate's file stays in `folder` under a temporary name, to be kept or discarded
        (`assistant.models.tuned`); after a cancel or a failure there is none.

        Args:
            path: The model file; of a split model the first.
            folder: Where to write; made if need be.
            cancel: Ends it.
            quick: Measure for some seconds only.

        Raises:
            ModelError: The file can't be used, or there is too little memory or room on the disk.
            EngineError: The tuner's process failed.
            CancelledError: The user stopped it.
        """
        header = read_header(path)
        formats = formats_for(header.file_type, bytes_per_weight=header.weight_bytes / max(1, header.parameters))
        if not formats:
            yield Compared(Comparison(source=str(path), original=None))
            return
        self._check_room(path, header, formats, folder)
        _remove_leftovers(folder)
        targets = tuple(Target(one.name, str(_temporary(folder, path, header.file_type, one))) for one in formats)
        kept = ""
        try:
            comparison = yield from self._compare(self._order(header, folder, targets, quick=quick), cancel)
            kept = comparison.file
        finally:
            for target in targets:
                if target.path != kept:
                    remove_quietly(Path(target.path))
        yield Compared(comparison)

    def _check_room(self, path: Path, header: Header, formats: Sequence[Format], folder: Path) -> None:
        sizes = sorted(int(header.parameters * estimated_bits(one) / 8) for one in formats)
        # The best so far is kept while the next is measured.
        needed = sum(sizes[-2:]) + _SPACE_LEFT_BYTES
        try:
            folder.mkdir(parents=True, exist_ok=True)
            free = self._free_bytes(folder)
        except OSError as error:
            raise _unwritable(folder, error) from error
        if free < needed:
            raise ModelError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Making {file} faster needs {needed} of room on the disk, and {free} is free. Free some space and "
                    "try again.",
                ),
                file=path.name,
                needed=Bytes(needed),
                free=Bytes(free),
            )
        # The original and one candidate are open side by side.
        memory = header.weight_bytes + sizes[-1] + _MEMORY_LEFT_BYTES
        available = self._available_bytes()
        if available < memory:
            raise ModelError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Making {file} faster needs {needed} of memory, and {free} is free. Close other programs and try "
                    "again.",
                ),
                file=path.name,
                needed=Bytes(memory),
                free=Bytes(available),
            )

    def _order(self, header: Header, folder: Path, targets: tuple[Target, ...], *, quick: bool) -> Order:
        from assistant.engine.load_plan import automatic_threads

        texts = resources_folder() / "tuning"
        return Order(
            parts=tuple(str(part.resolve()) for part in header.parts),
            file_type=header.file_type,
            layers=header.layers,
            folder=str(folder.resolve()),
            targets=targets,
            most_loss=MOST_LOSS,
            threads=self._threads or automatic_threads(),
            patience=QUICK_PATIENCE if quick else PATIENCE,
            text=(texts / "text.txt").read_text(encoding="utf-8"),
            calibration=(texts / "calibration.txt").read_text(encoding="utf-8"),
        )

    def _compare(self, order: Order, cancel: CancelToken) -> Generator[Event, None, Comparison]:
        """Run the process; of the files it makes only the best so far stays."""
        candidates: list[FormatFigures] = []
        original: FormatFigures | None = None
        paths = {target.format: Path(target.path) for target in order.targets}
        places = {target.format: index for index, target in enumerate(order.targets)}
        place, reached = 0, 0.0
        with _Process(self._command, cancel) as process:
            process.send(order)
            while True:
                match process.receive():
                    case Working(step, name, fraction):
                        place = places.get(name, place)
                        begin, end = _SHARES.get((step, bool(name)), (0.0, 1.0))
                        done = (place + begin + (end - begin) * fraction) / len(places)
                        reached = max(reached, done)
                        yield Tuning(step, name, reached)
                    case Measured(candidate, figures):
                        original = original or figures
                        candidates.append(candidate)
                        best = recommended(candidates)
                        for one in candidates:
                            if one.format != best:
                                remove_quietly(paths[one.format])
                    case Failure() as failure:
                        raise failure.error()
                    case Done():
                        break
        best = recommended(candidates)
        return Comparison(
            source=order.parts[0],
            original=original,
            candidates=tuple(candidates),
            recommended=best,
            file=str(paths[best]) if best else "",
        )


def recommended(candidates: Sequence[FormatFigures]) -> str:
    """Return the format of the candidate that is worth keeping; empty when none is.

    One that loses too much, or is slower at something, is not; of the others the one that answers a usual request
    soonest.
    """
    worthy = [
        one
        for one in candidates
        if one.loss <= MOST_LOSS
        and min(one.prompt_ratio, one.answer_ratio) >= NOISE
        and max(one.prompt_ratio, one.answer_ratio) >= LEAST_GAIN
    ]
    return min(worthy, key=_request_seconds).format if worthy else ""


def _request_seconds(one: FormatFigures) -> float:
    return _READ_TOKENS / one.prompt_tokens_per_second + _ANSWER_TOKENS / one.answer_tokens_per_second


class _Process:
    """The tuner's process. A cancel ends it at once."""

    def __init__(self, command: Sequence[str], cancel: CancelToken) -> None:
        self._command = command
        self._cancel = cancel
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Self:
        self._cancel.raise_if_cancelled()
        self._errors: IO[bytes] = self._stack.enter_context(tempfile.TemporaryFile())
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env=os.environ | openmp_environment(),
                **popen_options(),
            )
        except OSError as error:
            self._stack.close()
            raise EngineError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The engine could not be started. Close other programs and try again; if that does not help, "
                    "install Thimble again.",
                ),
                details=str(error),
            ) from error
        assert self._process.stdin and self._process.stdout  # noqa: S101, PT018 - pipes asked for above
        self._sink: BinaryIO = self._process.stdin  # type: ignore[assignment]
        self._source: BinaryIO = self._process.stdout  # type: ignore[assignment]
        self._tie = after_start(self._process)
        self._stack.callback(self._end)
        self._stack.enter_context(self._cancel.listening(self._process.kill))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def send(self, order: Order) -> None:
        with contextlib.suppress(OSError):  # reading will tell
            write_message(self._sink, order)

    def receive(self) -> Report:
        """Return the next report.

        Raises:
            CancelledError: The process was ended by a cancel.
            EngineError: It died or said nonsense.
        """
        try:
            report = read_report(self._source)
            details = ""
        except ProtocolError as error:
            report, details = None, str(error)
        self._cancel.raise_if_cancelled()
        if report is not None:
            return report
        self._process.kill()
        code = self._process.wait()
        self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, self._errors.tell() - _DETAIL_BYTES))
        raise EngineError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The process that makes the model faster stopped unexpectedly. The original is as it was; close other "
                "programs and try again.",
            ),
            details=f"exit code {code}; {details}\n{self._errors.read().decode('utf-8', 'replace')}".strip(),
        )

    def _end(self) -> None:
        self._process.kill()
        self._process.wait()
        with contextlib.suppress(OSError):  # what was not sent has nobody to go to
            self._sink.close()
        self._source.close()


def _temporary(folder: Path, path: Path, file_type: str, wanted: Format) -> Path:
    """Return the name under which a candidate is written: the final one, this process's id and ".part"."""
    stem = path.stem
    for mark in (".", "-", "_"):
        stem = stem.removesuffix(f"{mark}{file_type}") if file_type else stem
    return folder.resolve() / f"{stem}.{wanted.name}{SUFFIX}.{os.getpid()}.part"


def _remove_leftovers(folder: Path) -> None:
    """Remove what a killed program left in the folder; another one that runs keeps its files."""
    import psutil

    for part in folder.glob(f"*{SUFFIX}.*.part"):
        owner = part.name.removesuffix(".part").rpartition(".")[2]
        if not owner.isdecimal() or int(owner) == os.getpid() or not psutil.pid_exists(int(owner)):
            remove_quietly(part)


def remove_quietly(path: Path) -> None:
    """Remove a file under a temporary name; what can't be removed now is removed the next time."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def _available_bytes() -> int:
    import psutil

    return int(psutil.virtual_memory().available)


def _unwritable(folder: Path, error: OSError) -> ModelError:
    return ModelError(
        QT_TRANSLATE_NOOP(
            "errors", "The folder {folder} can't be written to. Check that it is there and may be changed."
        ),
        folder=str(folder),
        details=str(error),
    )
