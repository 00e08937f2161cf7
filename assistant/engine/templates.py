"""Chat templates: programs that come with a model file and turn a conversation into its prompt.

They are written by strangers, so they run in Jinja's immutable sandbox, and only inside the engine process
(CVE-2024-34359). The environment follows what Hugging Face's transformers gives templates:
https://huggingface.co/docs/transformers/chat_templating
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn

import jinja2
from jinja2.ext import loopcontrols
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assistant.engine.base import Turn

CHATML = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
"""For files without a usable template whose vocabulary knows ChatML's marks."""

PLAIN = (
    "{% for message in messages %}{{ {'system': '', 'user': 'User: ', 'assistant': 'Assistant: '}[message['role']] }}"
    "{{ message['content'] }}\n\n{% endfor %}{% if add_generation_prompt %}Assistant:{% endif %}"
)
"""For all other files; answers then end at `PLAIN_STOP`."""

PLAIN_STOP = ("\nUser:",)

_MAX_PROMPT_CHARACTERS = 64_000_000


class TemplateError(Exception):
    """The template can't render this conversation."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Part of a prompt.

    Attributes:
        text: The text.
        trusted: From the template, so that special tokens in it count; text of a conversation never makes any.
    """

    text: str
    trusted: bool


class ChatTemplate:
    """Renders conversations with one template."""

    def __init__(self, source: str, *, bos: str = "", eos: str = "") -> None:
        """Compile the template.

        Raises:
            TemplateError: It is no valid template.
        """
        environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[loopcontrols])
        environment.filters["tojson"] = _to_json
        environment.globals["raise_exception"] = _raise_exception
        environment.globals["strftime_now"] = lambda form: datetime.now().astimezone().strftime(form)
        self._special = {"bos_token": bos, "eos_token": eos}
        try:
            self._template = environment.from_string(source)
        except (jinja2.TemplateError, RecursionError, ValueError) as error:
            raise TemplateError(str(error)) from error

    def render(self, turns: Sequence[Turn]) -> str:
        """Return the prompt that asks for the assistant's next words.

        A template that refuses two turns of one role in a row, or a system turn, is given merged turns instead.

        Raises:
            TemplateError: It can't be rendered in any of these ways.
        """
        reason: TemplateError | None = None
        for variant in (turns, _merged(turns), _merged(_without_system(turns))):
            try:
                return self._render(variant)
            except TemplateError as error:
                reason = reason or error
        raise reason or TemplateError("nothing to render")

    def fragments(self, turns: Sequence[Turn]) -> list[Fragment]:
        """Return the prompt in parts, the conversation's own texts kept apart from the template's.

        Each text is replaced by a random mark, and the rendered prompt is cut at the marks.

        Raises:
            TemplateError: The template can't be rendered, or does not leave the marks as they were.
        """
        marks = [f"text{secrets.token_hex(12)}text" for _ in turns]
        marked = [Turn(turn.role, mark) for turn, mark in zip(turns, marks, strict=True)]
        rest = self.render(marked)
        parts: list[Fragment] = []
        for turn, mark in zip(turns, marks, strict=True):
            before, found, rest = rest.partition(mark)
            if not found or mark in rest:
                raise TemplateError("the template changes the conversation's texts")
            parts += [Fragment(before, trusted=True), Fragment(turn.text.strip(), trusted=False)]
        return [*parts, Fragment(rest, trusted=True)]

    def _render(self, turns: Sequence[Turn]) -> str:
        messages = [{"role": turn.role, "content": turn.text} for turn in turns]
        try:
            parts = []
            length = 0
            for part in self._template.generate(messages=messages, add_generation_prompt=True, **self._special):
                length += len(part)
                if length > _MAX_PROMPT_CHARACTERS:
                    raise TemplateError("the template makes an endless prompt")
                parts.append(part)
            return "".join(parts)
        except TemplateError:
            raise
        except Exception as error:  # a stranger's program may fail in any way
            raise TemplateError(f"{type(error).__name__}: {error}") from error


def _merged(turns: Sequence[Turn]) -> list[Turn]:
    """Join neighbouring turns of one role."""
    merged: list[Turn] = []
    for turn in turns:
        if merged and merged[-1].role == turn.role:
            merged[-1] = Turn(turn.role, f"{merged[-1].text}\n\n{turn.text}")
        else:
            merged.append(turn)
    return merged


def _without_system(turns: Sequence[Turn]) -> list[Turn]:
    """Move the system text into the first turn of the user."""
    system = "\n\n".join(turn.text for turn in turns if turn.role == "system")
    others = [turn for turn in turns if turn.role != "system"]
    for index, turn in enumerate(others):
        if system and turn.role == "user":
            others[index] = Turn("user", f"{system}\n\n{turn.text}")
            break
    return others


def _to_json(value: Any, indent: int | None = None) -> str:
    # Jinja's own filter escapes for HTML, which a prompt is not.
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _raise_exception(message: str) -> NoReturn:
    raise jinja2.TemplateError(message)
