"""Writes `.chat` files as GPT4All does: with Qt's own `QDataStream`, field by field as its class `Chat`."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QByteArray, QDataStream, QIODevice

MAGIC = 0xF5D553CC


@dataclass
class Part:
    """An item within an answer, as version 12 and 13 have them."""

    name: str
    value: str
    parts: list[Part] = field(default_factory=list)
    arguments: list[tuple[str, str]] | None = None


@dataclass
class Item:
    """A prompt or an answer."""

    name: str
    value: str
    stopped: bool = False
    is_error: bool = False
    sources: list[str] = field(default_factory=list)
    attachments: list[tuple[bytes, bytes]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def chat_file(
    items, *, version, created=1_700_000_000, name="abc-123", title="Rivers", state=b"", wide_times=False
) -> bytes:
    data = QByteArray()
    stream = QDataStream(data, QIODevice.OpenModeFlag.WriteOnly)
    stream.setVersion(QDataStream.Version.Qt_6_2)
    stream.writeUInt32(MAGIC)
    stream.writeInt32(version)
    stream.writeInt64(created)
    stream.writeQString(name)
    stream.writeQString(title)
    stream.writeQString("")  # the user's name
    stream.writeQString("Llama-3.2-1B-Instruct-Q4_0.gguf")
    if version >= 3:
        _strings(stream, ["my documents"])
    if version < 11:
        _model_state(stream, version, state)
    stream.writeInt32(len(items))
    for number, item in enumerate(items):
        _item(stream, item, number, version, wide_times)
    return bytes(data.data())


def _strings(stream, texts):
    stream.writeUInt32(len(texts))
    for text in texts:
        stream.writeQString(text)


def _model_state(stream, version, state):
    if version >= 6:
        stream.writeBool(bool(state))
    if version >= 2:
        stream.writeInt32(2)  # LLAMA
        stream.writeInt32(0)
    stream.writeQString("the last answer")
    stream.writeQString("its title")
    stream.writeUInt32(77)
    if version >= 6 and not state:
        return
    if version < 4:
        stream.writeInt32(0)
    stream.writeInt32(12)  # n_past
    if version >= 7:
        stream.writeInt32(2048)
    if version < 9:
        stream.writeUInt64(3)
        stream.writeRawData(b"\x00\x00\x80\x3f" * 3)  # logits
    stream.writeUInt64(2)
    stream.writeRawData(b"\x01\x00\x00\x00" * 2)  # tokens
    stream << QByteArray(state)


def _item(stream, item, number, version, wide_times):
    if version < 12:
        stream.writeInt32(number)
    stream.writeQString(item.name)
    stream.writeQString(item.value)
    if version < 10:
        stream.writeQString(f"### Human:\n{item.value}")
    stream.writeQString("")
    stream.writeBool(False)
    stream.writeBool(item.stopped)
    stream.writeBool(False)
    stream.writeBool(False)
    if version >= 11 and item.name == "Response: ":
        stream.writeBool(item.is_error)
    if version >= 8:
        stream.writeInt64(len(item.sources))
        for source in item.sources:
            for text in ("my documents", "/home/me", "rivers.pdf", "Rivers", "A. Uthor", "", source):
                stream.writeQString(text)
            for where in (3, -1, -1):
                stream.writeInt32(where)
    elif version >= 3:
        stream.writeQString("\n".join(f"{n}. In {one}." for n, one in enumerate(item.sources, 1)))
        _strings(stream, item.sources)
    if version >= 10:
        stream.writeInt64(len(item.attachments))
        for url, content in item.attachments:
            stream << QByteArray(url)
            stream << QByteArray(content)
    if version >= 12:
        stream.writeInt64(len(item.parts))
        for part in item.parts:
            _part(stream, part, wide_times)


def _part(stream, part, wide_times):
    stream.writeQString(part.name)
    stream.writeQString(part.value)
    if part.name == "Think: ":
        (stream.writeInt64 if wide_times else stream.writeInt32)(1500)
    if part.arguments is not None:
        stream.writeQString("javascript_interpret")
        stream.writeInt64(len(part.arguments))
        for name, value in part.arguments:
            stream.writeQString(name)
            stream.writeInt32(0)
            stream.writeQVariant(value)
        stream.writeQString("42")
        stream.writeInt32(0)
        stream.writeQString("")
    stream.writeInt64(len(part.parts))
    for one in part.parts:
        _part(stream, one, wide_times)
