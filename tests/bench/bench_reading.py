"""What reading costs: 500,000 characters in each format, with the start of the process that reads.

Beside it what the format's own parser needs in this process for the bare characters, without any structure.
Run with the program's root on the path: `python tests/bench/bench_reading.py`.
"""

from __future__ import annotations

import ctypes
import sys
import tempfile
import textwrap
import time
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path
from statistics import median
from xml.etree import ElementTree

import psutil
import pypdfium2_raw as pdfium
from selectolax.lexbor import LexborHTMLParser

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assistant.documents.reader import Reader
from tests.documents.making import docx, epub, odt, paragraph
from tests.documents.pdf_writing import Pdf, wrapped

CHARACTERS = 500_000
ROUNDS = 7
PARAGRAPHS_PER_PAGE = 5


def real_text() -> list[str]:
    """Return paragraphs of the licences and notices that lie on this machine, over and over if need be."""
    found: list[str] = []
    for path in sorted([*Path("/usr/share/common-licenses").glob("*"), *Path("/usr/share/doc").glob("*/copyright")]):
        try:
            text = path.read_text("utf-8", "ignore")
        except OSError:
            continue
        found += [" ".join(part.split()) for part in text.split("\n\n") if len(part) > 100]
        if sum(map(len, found)) > CHARACTERS:
            break
    found = found or [f"Sentence {number} of a text that nobody wrote. " * 12 for number in range(400)]
    paragraphs: list[str] = []
    length = 0
    while length < CHARACTERS:
        text = "".join(letter for letter in found[len(paragraphs) % len(found)] if 32 <= ord(letter) < 127)
        paragraphs.append(text)
        length += len(text)
    return paragraphs


def pdf(paragraphs: list[str], *, columns: int) -> bytes:
    made = Pdf()
    width = 450 if columns == 1 else 215
    lines = [line for text in paragraphs for line in [*wrapped(text, width), ""]]
    for start in range(0, len(lines), 55 * columns):
        page = made.page()
        page.text(72, 810, "Licences and notices", size=8).text(290, 30, str(len(made.pages)), size=8)
        for column in range(columns):
            first = start + 55 * column
            page.lines(72 + 235 * column, 770, lines[first : first + 55])
    return made.content(compress=True)


def documents(paragraphs: list[str]) -> dict[str, bytes]:
    safe = list(map(escape, paragraphs))
    markup = "".join(f"<p>{text}</p>" for text in safe)
    chapters = {
        f"{n}.xhtml": "".join(f"<p>{text}</p>" for text in safe[n * 50 : n * 50 + 50])
        for n in range(len(safe) // 50 + 1)
    }
    return {
        "one column.pdf": pdf(paragraphs, columns=1),
        "two columns.pdf": pdf(paragraphs, columns=2),
        "a.docx": docx("".join(map(paragraph, safe))),
        "a.odt": odt("".join(f"<text:p>{text}</text:p>" for text in safe)),
        "a.epub": epub(chapters),
        "a.html": f"<html><body>{markup}</body></html>".encode(),
        "a.md": "\n\n".join(paragraphs).encode(),
        "a.txt": "\n\n".join(textwrap.fill(text, 78) for text in paragraphs).encode(),
        "a.rtf": ("{\\rtf1\\ansi " + "\\par ".join(paragraphs) + "}").encode(),
    }


def bare_pdf(path: Path) -> int:
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadDocument(str(path).encode(), None)
    length = 0
    for number in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, number)
        text = pdfium.FPDFText_LoadPage(page)
        count = pdfium.FPDFText_CountChars(text)
        length += pdfium.FPDFText_GetText(text, 0, count, (ctypes.c_ushort * (count + 1))())
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return length


def bare_zip(path: Path) -> int:
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if name.endswith(("document.xml", "content.xml"))]
        return sum(len("".join(ElementTree.fromstring(package.read(name)).itertext())) for name in names)


def bare_html(path: Path) -> int:
    body = LexborHTMLParser(path.read_bytes()).body
    return len(body.text()) if body is not None else 0


BARE: dict[str, Callable[[Path], int]] = {".pdf": bare_pdf, ".docx": bare_zip, ".odt": bare_zip, ".html": bare_html}


def timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def line_about(path: Path, reader: Reader) -> str:
    """Read a file several times, in turns with its bare parser."""
    document = reader.read(path)
    bare = BARE.get(path.suffix)
    pairs = [(timed(lambda: reader.read(path)), timed(lambda: bare(path)) if bare else 0.0) for _ in range(ROUNDS)]
    line = f"{path.name}: {median(took for took, _ in pairs) * 1000:.0f} ms, {document.characters:,} characters"
    line += f" in {len(document.blocks):,} blocks" + (f" on {document.pages} pages" if document.pages else "")
    if bare:
        line += f"; the parser alone {median(alone for _, alone in pairs) * 1000:.0f} ms"
        line += f" ({median(took / alone for took, alone in pairs):.1f} times)"
    return line


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, content in documents(real_text()).items():
            paths.append(Path(folder) / name)
            paths[-1].write_bytes(content)
        short = Path(folder) / "short.txt"
        short.write_text("Short.")
        reader = Reader()
        start = median(timed(lambda: reader.read(short)) for _ in range(ROUNDS))
        print(f"start of the process and a file of one word: {start * 1000:.0f} ms")
        for path in paths:
            print(line_about(path, reader))
        print(f"memory of this process: {psutil.Process().memory_info().rss / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
