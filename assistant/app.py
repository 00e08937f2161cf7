"""Composition root: builds every service once.

Order: paths, settings, store, library, engine, job runner. Building opens files but starts no process and no
thread; the engine process starts with the first job that needs it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.engine.base import Engine, Generation, LoadOptions, Sampling, Turn
from assistant.engine.client import EngineClient
from assistant.engine.state_files import StateFolder
from assistant.engine.tuning import ModelTuner
from assistant.errors import ModelError, StoreError, ThimbleError
from assistant.events import Cancelled, Event, Finished, ModelReady, Tidied
from assistant.jobs import CancelToken, Job, JobRunner
from assistant.models.library import Library, Model
from assistant.models.manager import ModelManager
from assistant.paths import Paths, find_paths
from assistant.settings import Settings, SettingsFile
from assistant.store import Store
from assistant.store.cipher import derived
from assistant.store.documents import KeptAnswer
from assistant.summaries.summary import Length, Style
from assistant.tasks.chat import ChatRequest, chat
from assistant.tasks.title import title_request
from assistant.tasks.tune import TunedModels

if TYPE_CHECKING:
    from assistant.summaries.digest import Digest

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
    _titling: Job | None = field(default=None, init=False)
    _loaded: tuple[Path, LoadOptions] | None = field(default=None, init=False)

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

        Making the built-in model faster ends for it, and so does looking for a title.
        """
        self._interrupt()
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

        return self._loading(model, load_options(self.settings.current), steps)

    def summary_job(
        self,
        digest: Digest,
        *,
        style: Style,
        length: Length,
        model: Model,
        language: str = "",
        known: Mapping[str, KeptAnswer] | None = None,
    ) -> Job:
        """Return a job that summarises a document with a model; see `assistant.tasks.summarise`.

        Args:
            digest: The document.
            style: What the summary looks like.
            length: How long it is.
            model: The model to write with.
            language: Code of the language to write; "" for the document's.
            known: What the model answered about the document before.
        """
        # Here: it brings numpy, which nothing else needs.
        from assistant.tasks.summarise import SummaryRequest, summarise

        options = self._prepare()
        request = SummaryRequest(
            model=self.tuned.file_for(model),
            name=model.name,
            options=options,
            digest=digest,
            style=style,
            length=length,
            language=language,
            languages=self._languages(model),
            known=known or {},
        )
        return self._loading(model, options, lambda cancel: summarise(self.engine, request, cancel))

    def ask_job(self, digest: Digest, question: str, *, model: Model) -> Job:
        """Return a job that answers a question about a document; see `assistant.tasks.ask_document`."""
        from assistant.tasks.ask_document import DocumentQuestion, ask_document

        options = self._prepare()
        request = DocumentQuestion(
            model=self.tuned.file_for(model),
            options=options,
            digest=digest,
            question=question,
            languages=self._languages(model),
        )
        return self._loading(model, options, lambda cancel: ask_document(self.engine, request, cancel))

    def _prepare(self) -> LoadOptions:
        """Make the engine ready for what the user waits for, and return how a model is loaded."""
        self._interrupt()
        follow_settings(self.engine, self.settings.current)
        return load_options(self.settings.current)

    def _interrupt(self) -> None:
        """End what is done only while nobody waits."""
        for other in (self._tuning, self._titling):
            if other is not None:
                other.cancel.cancel()

    def _loading(self, model: Model, options: LoadOptions, steps: Callable[[CancelToken], Iterator[Event]]) -> Job:
        """Return a job of `steps`, which load a model, and know afterwards that it is the one that is loaded."""
        loads = (self.tuned.file_for(model), options)

        def noting(cancel: CancelToken) -> Iterator[Event]:
            for event in steps(cancel):
                if isinstance(event, ModelReady):
                    self._loaded = loads
                yield event

        return Job(noting)

    def _languages(self, model: Model) -> tuple[str, ...]:
        entry = self.library.entry_of(model)
        return entry.languages if entry is not None else ()

    def title_job(self, question: str) -> Job:
        """Return a job that lets the model that is loaded find a title for a conversation; see `tasks.title`.

        It loads nothing: when the memory was given back, or another model was chosen, it ends with `Tidied`. An answer
        that is wanted meanwhile ends it at once.

        Args:
            question: What the user wrote first.
        """
        settings = self.settings.current

        def steps(cancel: CancelToken) -> Iterator[Event]:
            model = self.library.find(settings.model)
            wanted = (self.tuned.file_for(model), load_options(settings))
            if wanted != self._loaded or self.engine.status().model is None:
                yield Tidied()
                return
            yield from chat(self.engine, ChatRequest(*wanted, title_request(question)), cancel)

        job = self._titling = Job(steps)
        return job

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

    def forget(self, conversation_ids: Iterable[int]) -> None:
        """Drop what was read for conversations that were deleted, in memory and on disk."""
        ids = list(conversation_ids)
        if ids:
            self._tidy(lambda: self._forget_all(ids))

    def _forget_all(self, ids: list[int]) -> None:
        for conversation_id in ids:
            self.engine.forget(str(conversation_id))

    def _tidy(self, work: Callable[[], object]) -> None:
        def steps(_: CancelToken) -> Iterator[Event]:
            work()
            yield Tidied()

        self.jobs.submit(Job(steps))

    def close(self) -> None:
        """Stop the jobs, end the engine, close the store, empty the trash. Call when the job thread has ended."""
        self.jobs.stop()
        self.engine.close()
        self._erase()
        self.store.close()
        self.models.empty_trash()
        self.tuned.forget_removed(self.paths.models)

    def _erase(self) -> None:
        """Leave nothing of what was removed for good: now nobody waits for the store."""
        try:
            if self.store.has_leftovers:
                self.store.erase_leftovers()
        except StoreError as error:
            _log.info("what was removed is erased at the next end: %s", type(error).__name__)


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
    follow_settings(engine, settings)
    request = ChatRequest(
        model=file or model.path,
        options=load_options(settings),
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


def follow_settings(engine: Engine, settings: Settings) -> None:
    """Let the engine be as good a guest as the settings want."""
    engine.idle_seconds = settings.idle_minutes * 60
    engine.save_battery = settings.save_battery


def load_options(settings: Settings) -> LoadOptions:
    """Return how the settings want a model to be loaded."""
    return LoadOptions(
        context_length=settings.context_length,
        threads=settings.threads,
        memory_limit=settings.memory_limit_mb * _MEGABYTE,
    )


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
