from __future__ import annotations

import zlib

import msgspec
import pytest

from assistant.summaries.digest import Digest
from assistant.summaries.keeping import (
    document_hash,
    packed_document,
    packed_summary,
    unpacked_document,
    unpacked_summary,
)
from assistant.summaries.summary import Length, Style


def test_a_document_comes_back_as_it_was(harbour):
    assert unpacked_document(packed_document(harbour)) == harbour


def test_a_summary_comes_back_as_it_was(harbour):
    summary = Digest(harbour).key_sentences(Style.OUTLINE, Length.LONG, parts=4)
    assert unpacked_summary(packed_summary(summary)) == summary


@pytest.mark.parametrize("content", [b"", b"\x00", zlib.compress(b"\xff"), zlib.compress(b"")])
def test_other_bytes_are_no_document(content):
    with pytest.raises(ValueError, match="not a document"):
        unpacked_document(content)


@pytest.mark.parametrize("content", [b"", b"\x80", b"\xff\xff"])
def test_other_bytes_are_no_summary(content):
    assert unpacked_summary(content) is None


def test_a_hash_tells_texts_apart_but_not_file_names(harbour):
    renamed = msgspec.structs.replace(harbour, title="Other name")
    shorter = msgspec.structs.replace(harbour, blocks=harbour.blocks[:-1])
    assert document_hash(renamed) == document_hash(harbour) != document_hash(shorter)
