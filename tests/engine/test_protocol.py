from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.engine.base import Generation, Sampling, Turn
from assistant.engine.protocol import Cancel, Counted, Generate, Load, Piece, Reply, Request, read_reply, read_request
from assistant.errors import EngineError, PromptTooLongError
from assistant.processes.messages import MAX_MESSAGE_BYTES, Failure, ProtocolError, write_message


@pytest.mark.parametrize(
    "command",
    [
        Load(path="/models/ä 模型.gguf", context_length=0, threads=2, fixed_threads=False, available_bytes=2**40),
        Generate(Generation(turns=(Turn("user", "😀\0"),), sampling=Sampling(seed=7), stop=("a", "b"))),
        Cancel(3),
    ],
)
def test_a_request_arrives_as_it_was_sent(command):
    pipe = io.BytesIO()
    write_message(pipe, Request(5, command))
    pipe.seek(0)
    assert read_request(pipe) == Request(5, command)


def test_replies_follow_each_other_until_the_pipe_ends():
    pipe = io.BytesIO()
    replies = [Reply(1, Piece("x")), Reply(1, Piece("")), Reply(2, Counted(9))]
    for reply in replies:
        write_message(pipe, reply)
    pipe.seek(0)
    assert [read_reply(pipe), read_reply(pipe), read_reply(pipe), read_reply(pipe)] == [*replies, None]


def test_an_error_keeps_its_kind_sentence_and_details():
    error = PromptTooLongError("{words} words are too many.", words=12, details="d")
    back = Failure.of(error).error()
    assert type(back) is PromptTooLongError
    assert (back.sentence, back.details) == ("12 words are too many.", "d")


def test_an_unknown_kind_of_error_becomes_an_engine_error():
    assert type(Failure("KeyboardInterrupt", "No.", {}, "").error()) is EngineError


@pytest.mark.parametrize(
    "data",
    [
        b"\x01",
        struct.pack("<I", 10) + b"short",
        struct.pack("<I", MAX_MESSAGE_BYTES + 1),
        struct.pack("<I", 4) + b"\xff\xff\xff\xff",
        struct.pack("<I", 0),
        b"llama: some library printed this line\n",
    ],
)
def test_what_is_no_message_is_refused(data):
    with pytest.raises(ProtocolError):
        read_reply(io.BytesIO(data))


@given(st.binary(max_size=200))
def test_random_bytes_are_a_reply_or_refused(data):
    try:
        reply = read_reply(io.BytesIO(struct.pack("<I", len(data)) + data))
    except ProtocolError:
        return
    assert isinstance(reply, Reply)
