"""A summary as text, Markdown, a web page or a Word document, with the places its points come from."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.documents.blocks import Place
from assistant.summaries.summary import Origin, Point, Style, Summary

_STAMP = (1980, 1, 1, 0, 0, 0)
_LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class Labels:
    """The words around a summary, in the user's language.

    Attributes:
        place: Returns a place as people would say it.
        origins: What is said of points by who wrote them; empty for nothing.
        coverage: How much of the document the summary covers, a sentence.
        sources: Heading of the list of sources.
        nothing: What stands where there is no point.
    """

    place: Callable[[Place], str]
    origins: dict[Origin, str]
    coverage: str
    sources: str
    nothing: str


def plain(summary: Summary, nothing: str = "") -> str:
    """Return a summary's words alone.

    Args:
        summary: The summary.
        nothing: What is said where there is no point.
    """
    return "\n".join(_lines(summary, nothing, mark="- ", heading=lambda level, text: text))


def markdown(summary: Summary, labels: Labels) -> str:
    """Return a summary as Markdown, its sources numbered below it."""
    notes: list[str] = []

    def marked(point: Point) -> str:
        notes.append(_note(point, labels))
        return f"{_escaped(point.text)} [{len(notes)}]"

    lines = [f"# {_escaped(summary.title)}", ""]
    lines += _lines(
        summary,
        _escaped(labels.nothing),
        mark="- ",
        heading=lambda level, text: f"\n{'#' * min(6, level + 1)} {_escaped(text)}\n",
        text=marked,
        question=lambda text: f"\n**{_escaped(text)}**\n",
    )
    lines += ["", f"*{_escaped(labels.coverage)}*", ""]
    if notes:
        lines += [f"## {labels.sources}", ""]
        lines += [f"{number}. {_escaped(note)}" for number, note in enumerate(notes, start=1)]
    return "\n".join(lines).rstrip() + "\n"


def web_page(summary: Summary, labels: Labels) -> str:
    """Return a summary as a web page that needs nothing else and runs nothing."""
    notes: list[str] = []

    def item(point: Point, tag: str) -> str:
        notes.append(_note(point, labels))
        number = len(notes)
        asked = f"<strong>{html.escape(point.question)}</strong><br>" if point.question else ""
        return f'<{tag}>{asked}{html.escape(point.text)} <a href="#s{number}"><sup>{number}</sup></a></{tag}>'

    body = [f"<h1>{html.escape(summary.title)}</h1>"]
    for level, heading, points in _groups(summary):
        if heading:
            depth = min(6, level + 1)
            body.append(f"<h{depth}>{html.escape(heading)}</h{depth}>")
        if summary.style in (Style.PARAGRAPH, Style.SENTENCE):
            body.append(f"<p>{' '.join(item(point, 'span') for point in points)}</p>")
        elif points:
            body.append("<ul>" + "".join(item(point, "li") for point in points) + "</ul>")
    if not summary.points:
        body.append(f"<p>{html.escape(labels.nothing)}</p>")
    body.append(f"<p><em>{html.escape(labels.coverage)}</em></p>")
    if notes:
        listed = "".join(f'<li id="s{number}">{html.escape(note)}</li>' for number, note in enumerate(notes, start=1))
        body.append(f"<h2>{html.escape(labels.sources)}</h2><ol>{listed}</ol>")
    language = f' lang="{html.escape(summary.language)}"' if summary.language else ""
    return (
        f'<!DOCTYPE html>\n<html{language}><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{html.escape(summary.title)}</title><style>body{{max-width:44em;margin:2em auto;padding:0 1em;"
        "font:16px/1.5 sans-serif}ol{color:#555;font-size:.9em}</style></head><body>\n"
        + "\n".join(body)
        + "\n</body></html>\n"
    )


def word_document(summary: Summary, labels: Labels) -> bytes:
    """Return a summary as a Word document (docx)."""
    notes: list[str] = []
    body: list[str] = [_paragraph(summary.title, "Title")]
    for level, heading, points in _groups(summary):
        if heading:
            body.append(_paragraph(heading, f"Heading{min(3, level)}"))
        texts = []
        for point in points:
            notes.append(_note(point, labels))
            texts.append(f"{point.text} [{len(notes)}]")
            if point.question:
                body.append(_paragraph(point.question, "Strong"))
            if summary.style not in (Style.PARAGRAPH, Style.SENTENCE):
                body.append(_paragraph(texts[-1], "" if point.question else "ListBullet"))
        if texts and summary.style in (Style.PARAGRAPH, Style.SENTENCE):
            body.append(_paragraph(" ".join(texts), ""))
    if not summary.points:
        body.append(_paragraph(labels.nothing, ""))
    body.append(_paragraph(labels.coverage, ""))
    if notes:
        body.append(_paragraph(labels.sources, "Heading1"))
        body += [_paragraph(f"[{number}] {note}", "") for number, note in enumerate(notes, start=1)]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("[Content_Types].xml", _CONTENT_TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/_rels/document.xml.rels", _DOCUMENT_RELATIONS),
            ("word/styles.xml", _STYLES),
            ("word/document.xml", _DOCUMENT.format(body="".join(body))),
        ):
            archive.writestr(zipfile.ZipInfo(name, _STAMP), text.encode(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _groups(summary: Summary) -> Iterator[tuple[int, str, tuple[Point, ...]]]:
    if summary.outline:
        for heading in summary.outline:
            yield heading.level, heading.text, heading.points
    else:
        yield 1, "", summary.points


def _lines(
    summary: Summary,
    nothing: str,
    *,
    mark: str,
    heading: Callable[[int, str], str],
    text: Callable[[Point], str] = lambda point: point.text,
    question: Callable[[str], str] = lambda words: f"\n{words}",
) -> list[str]:
    lines: list[str] = []
    for level, title, points in _groups(summary):
        if title:
            lines.append(heading(level, title))
        if summary.style in (Style.PARAGRAPH, Style.SENTENCE):
            lines.append(" ".join(text(point) for point in points))
            continue
        for point in points:
            if point.question:
                lines += [question(point.question), text(point)]
            else:
                lines.append(mark + text(point))
    return lines if summary.points or summary.outline else [nothing]


def _note(point: Point, labels: Labels) -> str:
    """Return where a point comes from, and the words there where they are others."""
    where = "; ".join(dict.fromkeys(labels.place(source.place) for source in point.sources))
    origin = labels.origins.get(point.origin, "")
    told = " … ".join(source.text for source in point.sources)
    quoted = "" if told == point.text else f": “{told}”"
    return where + (f" ({origin})" if origin else "") + quoted


def _escaped(text: str) -> str:
    """Return text with the characters escaped that Markdown would take for markup."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", text)


def _paragraph(text: str, style: str) -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    bare = "".join(char for char in text if char >= " " or char == "\t")
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{html.escape(bare, quote=False)}</w:t></w:r></w:p>'


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FORMAT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_FORMAT}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_FORMAT}.styles+xml"/></Types>'
)
_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
_DOCUMENT = f'{_XML}<w:document xmlns:w="{_WORD}"><w:body>{{body}}</w:body></w:document>'


def _style(name: str, title: str, *, size: int, bold: bool = False, indent: int = 0, level: int = -1) -> str:
    outline = f'<w:outlineLvl w:val="{level}"/>' if level >= 0 else ""
    left = f'<w:ind w:left="{indent}"/>' if indent else ""
    weight = "<w:b/>" if bold else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/><w:pPr><w:spacing w:after="120"/>'
        f'{left}{outline}</w:pPr><w:rPr>{weight}<w:sz w:val="{size}"/></w:rPr></w:style>'
    )


_STYLES = (
    f'{_XML}<w:styles xmlns:w="{_WORD}">'
    + _style("Title", "Title", size=36, bold=True)
    + "".join(_style(f"Heading{n}", f"heading {n}", size=32 - 3 * n, bold=True, level=n - 1) for n in (1, 2, 3))
    + _style("ListBullet", "List Bullet", size=22, indent=360)
    + _style("Strong", "Question", size=22, bold=True)
    + "</w:styles>"
)
