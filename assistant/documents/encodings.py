"""Bytes of unknown origin to text."""

from __future__ import annotations

import codecs
import re

from assistant.documents.errors import NOT_A_DOCUMENT, TOO_LONG, BadDocumentError
from assistant.documents.limits import MOST_CHARACTERS

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES = 64_000
_MARKUP_SHARE = 2
"""How much more than its text a file may hold: marks and tags."""

_SHIFTING = b"\x1b$"
"""What ISO 2022 shifts to two-byte characters with."""

_LARGER = {
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "ascii": "cp1252",
}
_SIGNS = "«»„“”‘’–—…°§·•\xa0"
_LATIN = {
    "cp1252": (
        f"éèêëàâçîïôûùœæ{_SIGNS}€",
        f"äöüßé{_SIGNS}€",
        f"áéíóúñü¿¡ºª{_SIGNS}€",
        f"áâãàçéêíóôõúºª{_SIGNS}€",
        f"àèéìòùî{_SIGNS}€",
        f"åäöæøéü{_SIGNS}€",
        f"áðéíóúýþæö{_SIGNS}€",
    ),
    "cp1250": (
        f"ąćęłńóśźż{_SIGNS}",
        f"áčďéěíňóřšťúůýž{_SIGNS}",
        f"áäčďéíĺľňóôŕšťúýž{_SIGNS}",
        f"áéíóöőúüű{_SIGNS}",
        f"čćđšž{_SIGNS}",
        f"ăâîşţ{_SIGNS}",
    ),
    "iso8859-2": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ"),
    "cp1254": (f"çğıöşüâîûi̇{_SIGNS}",),
    "cp1257": (f"āčēģīķļņšūž{_SIGNS}", f"ąčęėįšųūž{_SIGNS}", f"äöõüšž{_SIGNS}"),
    "mac_roman": (f"éèêëàâçîïôûùœæ{_SIGNS}", f"äöüßé{_SIGNS}", f"áéíóúñü¿¡{_SIGNS}", f"åäöæøéü{_SIGNS}"),
}
"""Encodings of the Latin scripts: for each of their languages the small letters and signs beyond ASCII."""

_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,200}charset|\?xml[^>]{0,200}encoding)\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.I
)


def decoded(content: bytes, *, declared: str = "") -> str:
    """Return the text of a file.

    Args:
        content: The bytes of the file.
        declared: The encoding that its surroundings name, if any.

    Raises:
        BadDocumentError: It is not text, or far too much.
    """
    text = _decoded(content, declared)
    if len(text) > MOST_CHARACTERS * _MARKUP_SHARE:
        raise BadDocumentError(TOO_LONG, limit=MOST_CHARACTERS // 1_000_000)
    return text


def _decoded(content: bytes, declared: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    wide = _wide(content[:_SAMPLE_BYTES])
    if wide:
        return content.decode(wide, "replace")
    if _SHIFTING in content[:_SAMPLE_BYTES]:
        return content.decode("iso2022_kr" if b"\x1b$)C" in content[:_SAMPLE_BYTES] else "iso2022_jp_2", "replace")
    if _is_binary(content[:_SAMPLE_BYTES]):
        raise BadDocumentError(NOT_A_DOCUMENT, details="binary")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        # Cut off within its last character, or damaged in a few places: still UTF-8 when nearly all of it is.
        text = content.decode("utf-8", "replace")
        others = sum(byte >= 0x80 for byte in content[:_SAMPLE_BYTES])
        bad = text[:_SAMPLE_BYTES].count("\ufffd")
        if error.start >= len(content) - 3 or (others > 8 and bad * 20 < others):
            return text
    for encoding in (declared, guessed(content[:_SAMPLE_BYTES])):
        try:
            if encoding:
                return content.decode(_larger(encoding), "replace")
        except (LookupError, ValueError):
            continue
    return content.decode("cp1252", "replace")


def declared_encoding(content: bytes) -> str:
    """Return the encoding that an HTML or XML file names in its beginning; empty when it names none."""
    found = _DECLARED.search(content[:4_096])
    return found.group(1).decode("ascii") if found else ""


def _wide(sample: bytes) -> str:
    """Return which UTF-16 or UTF-32 a file without a mark has: the upper bytes of Latin text are zero."""
    if len(sample) < 8:
        return ""
    quarter, half = len(sample) // 4, len(sample) // 2
    zeros = [sample[place::4].count(0) for place in range(4)]
    if min(zeros[1], zeros[2]) > quarter * 0.9:
        if zeros[3] > quarter * 0.9 and zeros[0] < quarter * 0.1:
            return "utf-32-le"
        if zeros[0] > quarter * 0.9 and zeros[3] < quarter * 0.1:
            return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.05:
        return "utf-16-be"
    return ""


def _is_binary(sample: bytes) -> bool:
    controls = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\r\f\x1b\x1a")
    return b"\0" in sample or controls * 50 > len(sample)


def guessed(sample: bytes) -> str:
    """Return the likely encoding of text that is not UTF-8; empty when there is no telling."""
    # Imported only for texts that need it: 0.1 s.
    from charset_normalizer import from_bytes

    best = from_bytes(sample, steps=5, chunk_size=512).best()
    if best is None:
        return ""
    letters = [character for character in sample.decode(best.encoding, "replace") if character > "\x7f"]
    latin = sum(character < "\u0250" for character in letters)
    # It tells scripts apart well, but not the encodings of the Latin ones.
    return _latin(sample) if latin * 2 > len(letters) else best.encoding


def _latin(sample: bytes) -> str:
    """Return the encoding in which the letters beyond ASCII are those of one language."""

    def share(encoding: str, letters: str) -> float:
        found = [character for character in sample.decode(encoding, "replace").lower() if character > "\x7f"]
        return sum(character in letters for character in found) / max(1, len(found))

    # The first of the best: some languages have only letters that several encodings share.
    return max(
        ((encoding, letters) for encoding, languages in _LATIN.items() for letters in languages),
        key=lambda choice: share(*choice),
    )[0]


def _larger(encoding: str) -> str:
    """Return the encoding that Windows means by a name: it has all characters of the named one, and more."""
    return _LARGER.get(codecs.lookup(encoding).name, encoding)
