"""`thimble chat`: one answer, or a conversation that is kept."""

from __future__ import annotations

import argparse
import sys
import time

import msgspec

from assistant import app as composition
from assistant.app import App
from assistant.engine.base import Turn
from assistant.errors import QT_TRANSLATE_NOOP, StoreError, ThimbleError
from assistant.events import StopReason
from assistant.jobs import Job
from assistant.models.library import Model
from assistant.paths import find_paths
from assistant.store import MessageState, Role
from assistant.tasks.characters import plain_text
from assistant.terminal.answering import Answered, answer
from assistant.terminal.unlocking import key_for
from assistant.text.titles import title_from

_SAVE_SECONDS = 0.5
_HELP = """\
/new            begin a new conversation
/system TEXT    give the model other instructions (without TEXT: show them)
/again          another answer to the last question
/help           this list
/quit           end (Ctrl+D too); Ctrl+C stops an answer"""


def run_chat(options: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    app = composition.build(options.data_dir, key=key_for(find_paths(options.data_dir)))
    try:
        for notice in app.notices:
            print(notice.sentence, file=sys.stderr)
        overrides = {"seed": options.seed, "max_answer_tokens": options.max_tokens}
        app.settings.override(**{name: value for name, value in overrides.items() if value is not None})
        model = app.library.find(options.model or app.settings.current.model)
        system = plain_text() if options.system is None else options.system
        prompt = _prompt(options)
        if prompt is None:
            return _Conversation(app, model, system).run()
        return _answer_once(app, model, system, prompt, as_json=options.json)
    finally:
        app.close()


def _prompt(options: argparse.Namespace) -> str | None:
    """Return the question, or None when a conversation is wanted."""
    piped = ""
    if options.also_stdin or (options.prompt is None and not sys.stdin.isatty()) or options.prompt == "-":
        piped = sys.stdin.buffer.read().decode("utf-8", "replace")
    typed = "" if options.prompt in (None, "-") else options.prompt
    text = "\n\n".join(part for part in (typed.strip(), piped.strip()) if part)
    if text:
        return text
    if options.prompt is None and sys.stdin.isatty():
        if options.json:
            raise ThimbleError(
                QT_TRANSLATE_NOOP("errors", "--json answers one question: give it as PROMPT or through a pipe.")
            )
        return None
    raise ThimbleError(QT_TRANSLATE_NOOP("errors", "The question is empty. Write it behind “chat”, in quotes."))


def _turns(system: str, messages: list[Turn]) -> tuple[Turn, ...]:
    return (*([Turn("system", system)] if system.strip() else []), *messages)


def _answer_once(app: App, model: Model, system: str, prompt: str, *, as_json: bool) -> int:
    job = app.chat_job(_turns(system, [Turn("user", prompt)]), model=model)
    answered = answer(job, show=not as_json)
    if as_json and answered.stats is not None:
        print(msgspec.json.encode(_json(answered, model)).decode())
    elif answered.text:
        print()
    if answered.error is not None:
        raise answered.error
    return 130 if answered.stop_reason is StopReason.CANCELLED else 0


def _json(answered: Answered, model: Model) -> dict[str, object]:
    stats = answered.stats
    assert stats is not None  # noqa: S101 - the caller looked
    return {
        "text": answered.text,
        "model": model.id,
        "prompt_tokens": stats.prompt_tokens,
        "answer_tokens": stats.answer_tokens,
        "prompt_tokens_per_second": round(stats.prompt_tokens_per_second, 2),
        "answer_tokens_per_second": round(stats.answer_tokens_per_second, 2),
        "seconds_to_first_token": round(stats.seconds_to_first_token, 4),
        "stop_reason": answered.stop_reason,
    }


class _Conversation:
    """A conversation at the terminal, kept in the store like one in the window."""

    def __init__(self, app: App, model: Model, system: str) -> None:
        self._app = app
        self._model = model
        self._system = system
        self._begin()

    def _begin(self) -> None:
        self._turns: list[Turn] = []
        self._question: int | None = None
        self._newest: int | None = None
        self._first_turn = 0
        self._conversation: int | None = None
        self._saving = True

    def run(self) -> int:
        """Read questions until the end of the input."""
        print(f"{self._model.name}, on this computer only. /help lists what you can type.\n")
        _enable_line_editing()
        while True:
            try:
                typed = input("> ").strip()
            except EOFError:
                print()
                return 0
            except KeyboardInterrupt:
                print("\n(Ctrl+D or /quit ends.)")
                continue
            if typed in ("/quit", "/exit"):
                return 0
            try:
                self._obey(typed)
            except ThimbleError as error:
                print(error.sentence, file=sys.stderr)

    def _obey(self, typed: str) -> None:
        command, _, rest = typed.partition(" ")
        match command:
            case "":
                return
            case "/help":
                print(_HELP)
            case "/new":
                self._begin()
                print("A new conversation.")
            case "/system":
                self._change_system(rest.strip())
            case "/again":
                self._again()
            case _ if command.startswith("/") and command[1:].isalpha():
                print(f"{command} is not known here. /help lists what is.")
            case _:
                self._ask(typed)

    def _change_system(self, text: str) -> None:
        if not text:
            print(self._system or "(none)")
            return
        self._system = text
        if self._conversation is not None:
            self._app.store.set_system_text(self._conversation, text)

    def _again(self) -> None:
        if not self._turns:
            print("There is no question yet.")
            return
        if self._turns[-1].role == "assistant":
            self._turns.pop()
        self._reply()

    def _ask(self, text: str) -> None:
        self._turns.append(Turn("user", text))
        self._keep_question(text)
        self._reply()

    def _reply(self) -> None:
        job = self._app.chat_job(
            _turns(self._system, self._turns),
            model=self._model,
            first_turn=self._first_turn,
            conversation_id=self._conversation,
        )
        answered = self._answer(job)
        print("\n" if answered.text else "")
        if answered.text:
            self._turns.append(Turn("assistant", answered.text))
        if answered.left_out > self._first_turn:
            print("(Earlier messages no longer fit; the model reads the newest ones.)", file=sys.stderr)
        self._first_turn = answered.left_out
        if answered.error is not None:
            raise answered.error

    def _answer(self, job: Job) -> Answered:
        message = self._keep_answer_row()
        pieces: list[str] = []
        saved = time.monotonic()

        def save(piece: str) -> None:
            nonlocal saved
            pieces.append(piece)
            if message is None or not self._saving or time.monotonic() - saved < _SAVE_SECONDS:
                return
            try:
                self._app.store.update_streaming(message, "".join(pieces))
            except StoreError as error:
                self._stop_saving(error)
            saved = time.monotonic()

        answered = answer(job, show=True, on_text=save)
        if message is not None:
            if answered.error is not None:
                state = MessageState.FAILED
            elif answered.stop_reason is StopReason.CANCELLED:
                state = MessageState.CANCELLED
            else:
                state = MessageState.COMPLETE
            try:
                self._app.store.finish_message(
                    message,
                    text=answered.text,
                    state=state,
                    stats=answered.stats,
                    stop_reason=answered.stop_reason or "",
                    error=answered.error.sentence if answered.error else "",
                )
            except StoreError as error:
                self._stop_saving(error)
        return answered

    def _keep_question(self, text: str) -> None:
        if not self._saving:
            return
        try:
            if self._conversation is None:
                made = self._app.store.create_conversation(title=title_from(text), system_text=self._system)
                self._conversation = made.id
            self._question = self._add(Role.USER, text, parent=self._newest)
        except StoreError as error:
            self._stop_saving(error)

    def _keep_answer_row(self) -> int | None:
        if not self._saving or self._conversation is None:
            return None
        try:
            return self._add(
                Role.ASSISTANT, "", parent=self._question, state=MessageState.STREAMING, model=self._model.id
            )
        except StoreError as error:
            self._stop_saving(error)
            return None

    def _add(
        self,
        role: Role,
        text: str,
        *,
        parent: int | None,
        state: MessageState = MessageState.COMPLETE,
        model: str = "",
    ) -> int:
        assert self._conversation is not None  # noqa: S101 - made by the first question
        message = self._app.store.add_message(
            self._conversation, parent_id=parent, role=role, text=text, state=state, model=model
        )
        self._newest = message.id
        return message.id

    def _stop_saving(self, error: StoreError) -> None:
        if not self._saving:
            return
        self._saving = False
        print(f"{error.sentence} This conversation goes on without being kept.", file=sys.stderr)


def _enable_line_editing() -> None:
    try:
        import readline  # noqa: F401 - importing it is what gives `input` its line editing
    except ImportError:
        return
