"""Composition root: builds every service once.

Order: paths, settings, store, library, engine, job runner. Building opens files but starts no process and no
thread; the engine process starts with the first job that needs it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from assistant.engine.base import Engine, Generation, LoadOptions, Sampling, Turn
from assistant.engine.client import EngineClient
from assistant.engine.state_files import StateFolder
from assistant.engine.tuning import ModelTuner
from assistant.errors import ModelError, ThimbleError
from assistant.events import Cancelled, Event, Finished, Tidied
from assistant.jobs import CancelToken, Job, JobRunner
from assistant.models.library import Library, Model
from assistant.models.manager import ModelManager
from assistant.paths import Paths, find_paths
from assistant.settings import Settings, SettingsFile
from assistant.store import Store
from assistant.store.cipher import derived
from assistant.tasks.chat import ChatRequest, chat
from assistant.tasks.tune import TunedModels

_MEGABYTE = 1_000_000
_LONG_QUESTION = 400
"""Characters from which a question is taken for one that brings a text; guessing ahead then costs 5 % or gains 75 %."""
_log = logging.getLogger(__name__)


@dataclass(slots=True, weakref_slot=True)
class App:
    """The services of one running program.

    Attributes:
        notices: Sentences to show once at the start.
        models: The installed models and those that could come.
        tuned: The faster forms of models that were made on this computer.
    """

    paths: Paths
    settings: SettingsFile
    store: Store
    engine: Engine
    jobs: JobRunner
    notices: list[ThimbleError] = field(default_factory=list)
    models: ModelManager = field(init=False)
    tuned: TunedModels = field(init=False)
    _tuning: Job | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """Make what only depends on the other services."""
        self.models = ModelManager(self.paths.models, self.settings)
        self.tuned = TunedModels(ModelTuner(), self.paths.tuned)

    @property
    def library(self) -> Library:
        """The models, as the settings say at this moment."""
        return self.models.library

    def chat_job(
        self,
        turns: tuple[Turn, ...],
        *,
        model: Model,
        continue_last: bool = False,
        first_turn: int = 0,
        conversation_id: int | None = None,
    ) -> Job:
        """Return a job that answers `turns` with the settings in force, and keeps its speed; see `chat_job`.

        Making the built-in model faster ends for it.
        """
        if self._tuning is not None:
            self._tuning.cancel.cancel()
        job = chat_job(
            self.engine,
            self.settings.current,
            turns,
            model=model,
            continue_last=continue_last,
            first_turn=first_turn,
            owner="" if conversation_id is None else str(conversation_id),
            file=self.tuned.file_for(model),
        )

        def steps(cancel: CancelToken) -> Iterator[Event]:
            for event in job.steps(cancel):
                if isinstance(event, Finished | Cancelled) and event.stats is not None:
                    self.models.record(model, event.stats)
                yield event

        return Job(steps)

    def tune_built_in(self) -> None:
        """Make the built-in model faster in the background, unless that was done or an answer is wanted meanwhile."""
        try:
            self._tuning = self.tuned.built_in_job(self.library.find(""))
        except ModelError as error:
            _log.info("the built-in model is not made faster: %s", error)
            return
        if self._tuning is not None:
            self.jobs.submit(self._tuning)

    def forgive(self, model: Model) -> None:
        """Let a model be loaded again after the engine crashed twice in a row with it."""
        for file in {model.path, self.tuned.file_for(model)}:
            self.engine.forgive(file)

    def park(self) -> None:
        """Keep on disk what was read for conversations, when nothing else is to be done; call when one is left."""
        self._tidy(self.engine.save_states)

    def forget(self, conversation_id: int) -> None:
        """Drop what was read for a conversation that was deleted, in memory and on disk."""
        self._tidy(lambda: self.engine.forget(str(conversation_id)))

    def _tidy(self, work: Callable[[], object]) -> None:
        def steps(_: CancelToken) -> Iterator[Event]:
            work()
            yield Tidied()

        self.jobs.submit(Job(steps))

    def close(self) -> None:
        """Stop the jobs, end the engine, close the store, empty the trash. Call when the job thread has ended."""
        self.jobs.stop()
        self.engine.close()
        self.store.close()
        self.models.empty_trash()
        self.tuned.forget_removed(self.paths.models)


def chat_job(
    engine: Engine,
    settings: Settings,
    turns: tuple[Turn, ...],
    *,
    model: Model,
    continue_last: bool = False,
    first_turn: int = 0,
    owner: str = "",
    file: Path | None = None,
) -> Job:
    """Return a job that answers `turns` as `settings` say.

    Args:
        engine: Runs the model.
        settings: How to load it and how to answer.
        turns: As `Generation.turns`.
        model: The model to answer with.
        continue_last: As `Generation.continue_last`.
        first_turn: As `Generation.first_turn`.
        owner: As `Generation.owner`.
        file: What is opened in the place of the model's own file, if anything.
    """
    engine.idle_seconds = settings.idle_minutes * 60
    engine.save_battery = settings.save_battery
    request = ChatRequest(
        model=file or model.path,
        options=LoadOptions(
            context_length=settings.context_length,
            threads=settings.threads,
            memory_limit=settings.memory_limit_mb * _MEGABYTE,
        ),
        generation=Generation(
            turns=turns,
            sampling=sampling(settings),
            max_tokens=settings.max_answer_tokens,
            continue_last=continue_last,
            first_turn=first_turn,
            copies=_brings_text(turns),
            owner=owner,
        ),
    )
    return Job(lambda cancel: chat(engine, request, cancel))


def _brings_text(turns: tuple[Turn, ...]) -> bool:
    """Tell whether the newest question is long enough to be a text that is to be reworded, corrected or quoted."""
    newest = next((turn.text for turn in reversed(turns) if turn.role == "user"), "")
    return len(newest) >= _LONG_QUESTION


def sampling(settings: Settings) -> Sampling:
    """Return the sampling values of the settings."""
    return Sampling(
        temperature=settings.temperature,
        top_k=settings.top_k,
        top_p=settings.top_p,
        min_p=settings.min_p,
        repeat_penalty=settings.repeat_penalty,
        seed=settings.seed,
    )


def build(
    data_dir: Path | None = None,
    settings: SettingsFile | None = None,
    *,
    key: bytes | None = None,
    report: Callable[[float], None] = lambda share: None,
) -> App:
    """Build the services.

    Args:
        data_dir: The data folder, if one was chosen.
        settings: The settings of that folder, if they were read already.
        key: What protects the conversations, from `Protection.unlock`; `None` where nothing does.
        report: Told the share that is done, from 0 to 1, while damaged conversations are repaired.

    Raises:
        LockedError: The conversations are protected, and there is no key.
        StoreError: The conversations can't be opened.
    """
    paths = find_paths(data_dir)
    settings = settings or SettingsFile(paths.settings)
    store = Store.open(paths.conversations, key=key, report=report)
    secret = derived(key, "states") if key else b""
    return App(
        paths=paths,
        settings=settings,
        store=store,
        engine=EngineClient(states=StateFolder(paths.states, secret=secret)),
        jobs=JobRunner(),
        notices=[*settings.notices, *store.notices],
    )
