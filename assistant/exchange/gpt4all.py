"""The `.chat` files of GPT4All, one for each conversation.

A `QDataStream`: the magic number, a version (1 to 13), then what its class `Chat` writes, which has changed with the
version. Read from GPT4All's sources, 2.4 to 3.10 (`gpt4all-chat/src/chatlistmodel.cpp`, `chat.cpp`, `chatllm.cpp`,
`chatmodel.h`, `tool.cpp`). The state of the model's memory, which older ones hold, is passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from assistant.exchange.findings import Findings
from assistant.exchange.qt_stream import QtStream, StreamError
from assistant.exchange.trees import Said, in_a_row
from assistant.store import IncomingConversation, MessageState, Role

MAGIC = b"\xf5\xd5\x53\xcc"
NEWEST = 13
LARGEST = 512_000_000
"""Longest file that is read, in bytes: one with the state of a large model is some hundred megabytes."""

_PROMPT, _RESPONSE, _SYSTEM = "Prompt: ", "Response: ", "System: "
_TEXT, _TOOL_CALL, _TOOL_RESPONSE, _THINK = "Text: ", "ToolCall: ", "ToolResponse: ", "Think: "
_DEEPEST = 20
_SMALLEST_SOURCE = 40
_TITLES_THAT_SAY_NOTHING = ("New Chat", "Server Chat")


def recognises(head: bytes) -> bool:
    """Return whether a file that begins like this is one of GPT4All."""
    return head.startswith(MAGIC)


def conversation(data: bytes, findings: Findings) -> IncomingConversation | None:
    """Return a file's conversation; `None` when nothing was said in it.

    A file that is cut off gives the messages before the cut.

    Raises:
        StreamError: It is damaged before its first message, or of an unknown version.
    """
    stream = QtStream(data)
    stream.skip(len(MAGIC))
    version = stream.int32()
    if not 1 <= version <= NEWEST:
        raise StreamError(f"version {version}")
    created = float(max(0, min(stream.int64(), 4_102_444_800)))
    name = stream.text()
    title = stream.text()
    stream.text()  # the user's own name
    model = stream.text()
    if version >= 3:
        stream.texts()  # collections of documents
    if version < 11:
        _skip_model(stream, version)
    items = _items(stream, version)
    findings.left_out += items.left_out
    findings.unreadable += not items.whole
    if not items.saids:
        return None
    if title in _TITLES_THAT_SAY_NOTHING:
        title = ""
    saids = [replace(said, model=model) if said.role is Role.ASSISTANT else said for said in items.saids]
    messages = in_a_row(saids, created)
    return IncomingConversation(
        uid=f"gpt4all:{name[:200] or created}",
        title=title,
        titled_by_user=bool(title),
        messages=messages,
        created_at=created,
        updated_at=messages[-1].created_at,
        system_text=items.system_text,
    )


def _skip_model(stream: QtStream, version: int) -> None:
    holds_state = stream.boolean() if version >= 6 else True
    if version >= 2:
        stream.int32()  # kind of model
        stream.int32()  # version of its state
    stream.text()  # the last answer
    stream.text()  # the title made of it
    stream.uint32()  # tokens
    if not holds_state:
        return
    if version < 4:
        stream.uint32()
    stream.uint32()
    if version >= 7:
        stream.uint32()
    if version < 9:
        stream.skip(4 * stream.count(least_bytes=4))  # logits
    stream.skip(4 * stream.count(least_bytes=4))  # tokens
    stream.data()


@dataclass(slots=True)
class _Read:
    """What was read.

    Attributes:
        saids: The messages.
        system_text: What a system message said; empty without one.
        left_out: Parts that can't be kept.
        whole: Whether the file was read to its end.
    """

    saids: list[Said] = field(default_factory=list)
    system_text: str = ""
    left_out: int = 0
    whole: bool = False


def _items(stream: QtStream, version: int) -> _Read:
    """Read the messages there are."""
    begin = stream.at
    found = _Items(stream, version, wide_times=False).read()
    if not found.whole and version >= 12:
        # The time a model thought is written with 32 or 64 bits, depending on who built the program.
        stream.at = begin
        other = _Items(stream, version, wide_times=True).read()
        if other.whole or len(other.saids) > len(found.saids):
            return other
    return found


class _Items:
    """The messages of a file, read one after the other."""

    def __init__(self, stream: QtStream, version: int, *, wide_times: bool) -> None:
        self._stream = stream
        self._version = version
        self._wide_times = wide_times
        self._found = _Read()

    def read(self) -> _Read:
        """Read until the end, or until nothing makes sense any more."""
        try:
            for _ in range(self._stream.int32()):
                self._item()
        except StreamError:
            return self._found
        self._found.whole = True
        return self._found

    def _item(self) -> None:
        stream, version = self._stream, self._version
        if version < 12:
            stream.int32()
        name = stream.text()
        if name not in (_PROMPT, _RESPONSE, _SYSTEM):
            raise StreamError(f"an item called {name[:40]!r}")
        text = stream.text()
        if version < 10:
            stream.text()  # the same with the model's template around it
        stream.text()  # the answer the user would have wanted
        stream.boolean()  # whether it is the last one
        stopped = stream.boolean()
        stream.boolean()
        stream.boolean()
        failed = version >= 11 and name == _RESPONSE and stream.boolean()
        self._sources()
        if version >= 10:
            for _ in range(stream.count(least_bytes=8)):
                stream.data()
                stream.data()
                self._found.left_out += 1
        texts: list[str] = []
        if version >= 12:
            for _ in range(stream.count(least_bytes=16)):
                self._part(texts, 0)
        # The parts come before the text: they are what was said until a tool was called.
        texts.append(text)
        self._add(name, "\n\n".join(text for text in texts if text), stopped=stopped, failed=failed)

    def _add(self, name: str, text: str, *, stopped: bool, failed: bool) -> None:
        if name == _SYSTEM:
            self._found.system_text = self._found.system_text or text
        elif text.strip() or failed:
            state = MessageState.CANCELLED if stopped and name == _RESPONSE else MessageState.COMPLETE
            self._found.saids.append(
                Said(
                    role=Role.USER if name == _PROMPT else Role.ASSISTANT,
                    text=text,
                    state=MessageState.FAILED if failed else state,
                )
            )

    def _sources(self) -> None:
        """Pass over the excerpts of documents that an answer is based on."""
        stream = self._stream
        if self._version >= 8:
            for _ in range(stream.count(least_bytes=_SMALLEST_SOURCE)):
                for _ in range(7):
                    stream.text()
                for _ in range(3):
                    stream.int32()
        elif self._version >= 3:
            stream.text()
            stream.texts()

    def _part(self, texts: list[str], depth: int) -> None:
        """Read a part of an answer: words of it, what was thought, or a tool that was called."""
        stream = self._stream
        if depth > _DEEPEST:
            raise StreamError("nested too deeply")
        name = stream.text()
        text = stream.text()
        if name == _THINK:
            stream.skip(8 if self._wide_times else 4)
        elif name == _TOOL_CALL:
            self._found.left_out += 1
            self._tool_call()
        elif name not in (_TEXT, _RESPONSE, _TOOL_RESPONSE):
            raise StreamError(f"a part called {name[:40]!r}")
        for _ in range(stream.count(least_bytes=16)):
            self._part(texts, depth + 1)
        if name in (_TEXT, _RESPONSE):
            texts.append(text)

    def _tool_call(self) -> None:
        stream = self._stream
        stream.text()
        for _ in range(stream.count(least_bytes=13)):
            stream.text()
            stream.int32()
            self._variant()
        stream.text()
        stream.int32()
        stream.text()

    def _variant(self) -> None:
        """Pass over a `QVariant` of one of the kinds that a tool's argument can have."""
        stream = self._stream
        kind = stream.uint32()
        stream.boolean()
        sizes = {0: 4, 1: 1, 2: 4, 3: 4, 4: 8, 5: 8, 6: 8}
        if kind == 10:
            stream.text()
        elif kind in sizes:
            stream.skip(sizes[kind])
        else:
            raise StreamError(f"a value of kind {kind}")
