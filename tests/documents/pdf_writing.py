"""Writes small pdf files byte by byte (ISO 32000-1), with the standard fonts."""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import dataclass, field

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Times-Roman", "F4": "Courier"}


WIDTHS = dict(
    zip(
        map(chr, range(32, 127)),
        [
            *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
            *[556] * 10,
            *(278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833),
            *(722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556),
            *(500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722),
            *(500, 500, 500, 334, 260, 334, 584),
        ],
        strict=True,
    )
)
"""Of Helvetica's characters, in thousandths of its size."""


def wrapped(text: str, width: float = 300, *, size: float = 10) -> list[str]:
    """Break a text as a typesetter does: a line ends where the next word does not fit."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and sum(WIDTHS.get(character, 556) for character in longer) * size / 1000 > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


@dataclass
class Page:
    """Content of a page; places are in points from the lower left corner."""

    content: list[bytes] = field(default_factory=list)
    width: int = 595
    height: int = 842
    extra: bytes = b""

    def text(self, x, y, text, *, size=10, font="F1", angle=(1, 0, 0, 1)):
        matrix = " ".join(str(number) for number in (*angle, x, y)).encode()
        self.content.append(b"BT /%s %g Tf %s Tm (%s) Tj ET" % (font.encode(), size, matrix, escaped(text)))
        return self

    def lines(self, x, y, lines, *, size=10, leading=None, font="F1"):
        """Write lines below each other; returns where the next one would stand."""
        for line in lines:
            self.text(x, y, line, size=size, font=font)
            y -= leading or size * 1.2
        return y

    def picture(self):
        """Draw a grey square as an image, as a scanner's program does."""
        self.content.append(b"q 400 0 0 600 90 100 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x10\x80\xf0\x40 EI Q")
        return self


class Pdf:
    """A document."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.title = ""
        self.outline: list[tuple[str, int]] = []

    def page(self, **options) -> Page:
        self.pages.append(Page(**options))
        return self.pages[-1]

    def content(self, *, compress=False) -> bytes:
        objects: list[bytes] = [b""] * 2
        fonts = {}
        for name, base in FONTS.items():
            objects.append(
                b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % base.encode()
            )
            fonts[name] = len(objects)
        resources = b"<< /Font << %s >> >>" % b" ".join(
            b"/%s %d 0 R" % (name.encode(), number) for name, number in fonts.items()
        )
        kids = []
        for page in self.pages:
            stream = b"\n".join(page.content)
            filters = b""
            if compress:
                stream, filters = zlib.compress(stream), b" /Filter /FlateDecode"
            objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(stream), filters, stream))
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources %s /Contents %d 0 R %s >>"
                % (page.width, page.height, resources, len(objects), page.extra)
            )
            kids.append(len(objects))
        catalog = b"<< /Type /Catalog /Pages 2 0 R"
        if self.outline:
            first = len(objects) + 2
            entries = []
            for number, (title, page) in enumerate(self.outline):
                following = b" /Next %d 0 R" % (first + number + 1) if number + 1 < len(self.outline) else b""
                entries.append(
                    b"<< /Title (%s) /Parent %d 0 R /Dest [%d 0 R /Fit]%s >>"
                    % (escaped(title), first - 1, kids[page - 1], following)
                )
            objects.append(b"<< /Type /Outlines /First %d 0 R /Last %d 0 R >>" % (first, first + len(entries) - 1))
            catalog += b" /Outlines %d 0 R" % len(objects)
            objects += entries
        info = b""
        if self.title:
            objects.append(b"<< /Title (%s) >>" % escaped(self.title))
            info = b" /Info %d 0 R" % len(objects)
        objects[0] = catalog + b" >>"
        objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
            len(kids),
            b" ".join(b"%d 0 R" % kid for kid in kids),
        )
        return assembled(objects, info)


def assembled(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Return the file of numbered objects, the first of which is its catalog."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def protected(text: str, *, password: str) -> bytes:
    """Return a page protected with a user's password, which may be empty (revision 2 of the standard handler)."""
    padded = (password.encode() + PADDING)[:32]
    owner = rc4(hashlib.md5((b"owner" + PADDING)[:32]).digest()[:5], padded)
    identity = b"0123456789abcdef"
    key = hashlib.md5(padded + owner + struct.pack("<i", -4) + identity).digest()[:5]
    stream = b"BT /F1 10 Tf 72 700 Td (%s) Tj ET" % escaped(text)
    stream = rc4(hashlib.md5(key + b"\x04\0\0\0\0").digest()[:10], stream)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    trailer = b" /ID [<%s> <%s>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (
        identity.hex().encode(),
        identity.hex().encode(),
        owner.hex().encode(),
        rc4(key, PADDING).hex().encode(),
    )
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 %s >> >> >>" % font,
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ],
        trailer,
    )
