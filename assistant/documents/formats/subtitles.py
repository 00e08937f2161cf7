"""Subtitles (SubRip and WebVTT): what is said, as paragraphs."""

from __future__ import annotations

import html
import re
from pathlib import Path

from assistant.documents.blocks import BlockKind
from assistant.documents.encodings import decoded
from assistant.documents.errors import DAMAGED, BadDocumentError
from assistant.documents.formats.whole import whole
from assistant.documents.reading import Reading

_TIME = re.compile(
    r"^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
)
_TAG = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,100}\}")
_PAUSE_SECONDS = 4.0
_LONGEST_PARAGRAPH = 600
_SENTENCE_END = (".", "!", "?", "…", "。", "！", "？", "♪")


def read(path: Path, reading: Reading) -> None:
    """Read the cues; one paragraph goes on until a pause, or until a sentence ends far enough along.

    Raises:
        BadDocumentError: There is no cue in it.
    """
    text: list[str] = []
    ended = 0.0
    cues = 0
    waiting = False
    for line in decoded(whole(path)).splitlines():
        if found := _TIME.match(line):
            begins, ends = _seconds(found.groups()[:4]), _seconds(found.groups()[4:])
            if text and (begins - ended > _PAUSE_SECONDS or _is_full(text)):
                reading.add(BlockKind.PARAGRAPH, " ".join(text))
                text = []
            ended, waiting, cues = ends, True, cues + 1
        elif not line.strip():
            waiting = False
        elif waiting:
            words = html.unescape(_TAG.sub("", line)).strip()
            # Rolling captions repeat the line before.
            if words and (not text or text[-1] != words):
                text.append(words)
    reading.add(BlockKind.PARAGRAPH, " ".join(text))
    if not cues:
        raise BadDocumentError(DAMAGED, details="no cue was found")


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + fraction / 1000


def _is_full(text: list[str]) -> bool:
    length = sum(map(len, text))
    return (length > _LONGEST_PARAGRAPH // 2 and text[-1].endswith(_SENTENCE_END)) or length > _LONGEST_PARAGRAPH
