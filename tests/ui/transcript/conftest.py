from __future__ import annotations

import pytest

from assistant.events import AnswerStats
from assistant.store.records import Message, MessageHead, MessageState, Role
from ui.transcript import TranscriptView


class Conversation:
    """Messages by id, with what was fetched of them."""

    def __init__(self) -> None:
        self.messages: dict[int, Message] = {}
        self.heads: list[MessageHead] = []
        self.fetched: list[int] = []

    def add(self, role, text, *, state=MessageState.COMPLETE, stop_reason="", error="", versions=(1, 1)) -> int:
        number = len(self.heads) + 1
        stats = AnswerStats(10, 50, 500.0, 25.0, 0.4) if role is Role.ASSISTANT and text else None
        model = "Tiny" if role is Role.ASSISTANT else ""
        parent = number - 1 or None
        self.messages[number] = Message(number, 1, parent, role, text, state, model, stats, stop_reason, error, 0.0)
        self.heads.append(MessageHead(number, parent, role, state, len(text), *versions))
        return number

    def ask(self, text, **more) -> int:
        return self.add(Role.USER, text, **more)

    def answer(self, text, **more) -> int:
        return self.add(Role.ASSISTANT, text, **more)

    def fetch(self, ids):
        self.fetched.extend(ids)
        return [self.messages[message_id] for message_id in ids]


@pytest.fixture
def talk() -> Conversation:
    return Conversation()


@pytest.fixture
def view(qtbot, theme, talk) -> TranscriptView:
    transcript = TranscriptView(theme, talk.fetch)
    qtbot.addWidget(transcript)
    transcript.resize(900, 700)
    with qtbot.waitExposed(transcript):
        transcript.show()
    return transcript


@pytest.fixture
def settled(qtbot, view):
    """Wait until everything in view is there and nothing moves any more."""

    def wait() -> None:
        qtbot.waitUntil(
            lambda: not view.is_working and all(widget.body.is_written for widget in view.shown_messages().values())
        )

    return wait
