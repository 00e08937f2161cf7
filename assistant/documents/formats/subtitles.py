"""Subtitles (SubRip and WebVTT): what is said, as paragraphs."""

from __future__ import annotations

import html
import re
from pathlib import Path

from assistant.documents.blocks import BlockKind
from assistant.documents.encodings import decoded
from assistant.documents.errors import DAMAGED, BadDocumentError
from assistant.documents.formats.whole import whole
from assistant.documents.joining import joined
from assistant.documents.reading import Reading

_TIME = re.compile(
    r"^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
)
_TAG = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,100}\}")
_PAUSE_SECONDS = 4.0
_LONGEST_PARAGRAPH = 600
_SECTION_SECONDS = 300
_LONG_SECONDS = 900
_SENTENCE_END = (".", "!", "?", "…", "。", "！", "？", "♪")


def read(path: Path, reading: Reading) -> None:
    """Read the cues; one paragraph goes on until a pause, or until a sentence ends far enough along.

    Raises:
        BadDocumentError: There is no cue in it.
    """
    read_cues(decoded(whole(path)), reading)


def read_cues(content: str, reading: Reading) -> None:
    """Read cues of any origin, as `read` does; of a long film each five minutes are a section.

    Raises:
        BadDocumentError: There is no cue in it.
    """
    lines = content.splitlines()
    times = [found for line in lines if (found := _TIME.match(line))]
    if not times:
        raise BadDocumentError(DAMAGED, details="no cue was found")
    sections = _seconds(times[-1].groups()[4:]) > _LONG_SECONDS
    text: list[str] = []
    ended = 0.0
    section = -1
    waiting = False
    for line in lines:
        if found := _TIME.match(line):
            begins, ends = _seconds(found.groups()[:4]), _seconds(found.groups()[4:])
            if text and (begins - ended > _PAUSE_SECONDS or _is_full(text)):
                reading.add(BlockKind.PARAGRAPH, joined(text))
                text = []
            if sections and not text and int(begins // _SECTION_SECONDS) > section:
                section = int(begins // _SECTION_SECONDS)
                minutes = section * _SECTION_SECONDS // 60
                reading.add(BlockKind.HEADING, f"{minutes // 60}:{minutes % 60:02}:00", level=1)
            ended, waiting = ends, True
        elif not line.strip():
            waiting = False
        elif waiting:
            words = html.unescape(_TAG.sub("", line)).strip()
            # Rolling captions repeat the line before.
            if words and (not text or text[-1] != words):
                text.append(words)
    reading.add(BlockKind.PARAGRAPH, joined(text))


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + fraction / 1000


def _is_full(text: list[str]) -> bool:
    length = sum(map(len, text))
    return (length > _LONGEST_PARAGRAPH // 2 and text[-1].endswith(_SENTENCE_END)) or length > _LONGEST_PARAGRAPH
