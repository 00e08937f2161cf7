"""Writes small documents of the zipped formats, member by member."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from assistant.documents.blocks import Document
from assistant.documents.readers import reader_of
from assistant.documents.reading import Reading

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "presentation": "presentation",
    }.items()
)
PML = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(members: dict[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as package:
        for name, content in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else method
            package.writestr(name, content, compress_type=stored)
    return target.getvalue()


def relations(entries: dict[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for name, (kind, target) in entries.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def paragraph(text: str, *, style: str = "", numbered: int = -1) -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered >= 0:
        properties += f'<w:numPr><w:ilvl w:val="{numbered}"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


STYLES = (
    f'<w:styles {W}><w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Eigen"><w:name w:val="Mein Kapitel"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:styleId="Kind"><w:name w:val="Kapitel klein"/><w:basedOn w:val="berschrift2"/></w:style>'
    '<w:style w:styleId="Beschriftung"><w:name w:val="caption"/></w:style></w:styles>'
)


def docx(body: str, *, title: str = "", extra: dict[str, str | bytes] | None = None) -> bytes:
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/styles.xml": STYLES,
        "word/document.xml": f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>",
    }
    if title:
        members["docProps/core.xml"] = f"<cp:core xmlns:cp='c' {DC}><dc:title>{title}</dc:title></cp:core>"
    return zipped(members | (extra or {}))


def odt(body: str, *, kind: str = "text", meta: str = "", manifest: str = "") -> bytes:
    members: dict[str, str | bytes] = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {ODF}><office:body><office:{kind}>{body}"
        f"</office:{kind}></office:body></office:document-content>",
        "META-INF/manifest.xml": "<manifest:manifest "
        f'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{manifest}</manifest:manifest>',
    }
    if meta:
        members["meta.xml"] = (
            f"<office:document-meta {ODF} {DC}><office:meta>{meta}</office:meta></office:document-meta>"
        )
    return zipped(members)


def shape(*texts: str, kind: str = "") -> str:
    placeholder = f'<p:nvPr><p:ph type="{kind}"/></p:nvPr>' if kind else "<p:nvPr/>"
    paragraphs = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in texts)
    return f"<p:sp><p:nvSpPr>{placeholder}</p:nvSpPr><p:txBody>{paragraphs}</p:txBody></p:sp>"


def slide(*shapes: str) -> str:
    return f"<p:sld {PML}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:sld>"


def pptx(slides: list[tuple[str, str]], *, order: list[int] | None = None) -> bytes:
    """Return a presentation of slides, each with its speaker's notes (or none)."""
    members: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>"}
    for number, (content, notes) in enumerate(slides, 1):
        members[f"ppt/slides/slide{number}.xml"] = content
        if notes:
            members[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations(
                {"rId1": ("notesSlide", f"../notesSlides/notesSlide{number}.xml")}
            )
            members[f"ppt/notesSlides/notesSlide{number}.xml"] = slide(
                shape(notes, kind="body"), shape("7", kind="sldNum")
            )
    ids = "".join(f'<p:sldId id="{256 + n}" r:id="rId{n}"/>' for n in order or range(1, len(slides) + 1))
    members["ppt/presentation.xml"] = f"<p:presentation {PML}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
    members["ppt/_rels/presentation.xml.rels"] = relations(
        {f"rId{n}": ("slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)}
    )
    return zipped(members)


def epub(
    chapters: dict[str, str],
    *,
    spine: list[str] | None = None,
    title: str = "A Book",
    href: Callable[[str], str] = str,
    extra: dict[str, str | bytes] | None = None,
) -> bytes:
    items = "".join(
        f'<item id="c{n}" href="{href(name)}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    names = list(chapters)
    order = "".join(f'<itemref idref="c{names.index(name)}"/>' for name in spine or names)
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
            "OEBPS/content.opf": f'<package xmlns="http://www.idpf.org/2007/opf" {DC}><metadata>'
            f"<dc:title>{title}</dc:title></metadata><manifest>{items}</manifest><spine>{order}</spine></package>",
            **{f"OEBPS/{name}": content for name, content in chapters.items()},
            **(extra or {}),
        }
    )


def read_bytes(content: bytes, format_: str, folder: Path) -> Document:
    """Read a document in this process."""
    path = folder / f"document.{format_}"
    path.write_bytes(content)
    return read_path(path, format_)


def read_path(path: Path, format_: str) -> Document:
    reading = Reading()
    reader_of(format_)(path, reading)
    return reading.document(name=path.name, format=format_)


def told(document: Document) -> list[tuple[str, int, str]]:
    """Return kind, level and text of all blocks."""
    return [(block.kind.value, block.level, block.text) for block in document.blocks]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]
