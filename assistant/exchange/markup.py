"""An answer's Markdown as HTML that can do nothing: everything is escaped, only a few plain tags are made.

It knows what small models write: paragraphs, headings, lists, quotations, code, tables, emphasis and links. HTML in a
text is shown as text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})([^`]*)$")
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"^ {0,3}([-*_])(?:\s*\1){2,}\s*$")
_ITEM = re.compile(r"^(\s{0,12})(?:([-*+])|(\d{1,9})[.)])\s+(.*)$")
_QUOTE = re.compile(r"^ {0,3}>\s?")
_DELIMITERS = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_CODE = re.compile(r"(`+)(?!`)(.{1,2000}?)(?<!`)\1(?!`)")
_LINK = re.compile(r"\[([^\[\]\n]{1,400})\]\((https?://[^\s()<>\"]{1,2000})\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,400}?)(?<=\S)\1(?!\*)")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\*(?![\w*])")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffc\ufffe\uffff]")
_DEEPEST = 8


def to_html(text: str) -> str:
    """Return an answer as HTML."""
    lines = printable(text).split("\n")
    return "\n".join(_blocks(lines, 0))


def plain_to_html(text: str) -> str:
    """Return what a person typed as HTML: as it stands, with its line ends."""
    paragraphs = re.split(r"\n\s*\n", printable(text).strip("\n"))
    return "\n".join(f'<p dir="auto">{escape(one).replace(chr(10), "<br>")}</p>' for one in paragraphs)


def printable(text: str) -> str:
    """Return a text with one kind of line end and without characters that HTML and Qt can't take."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return _UNPRINTABLE.sub("\ufffd", text)


def _blocks(lines: Sequence[str], depth: int) -> list[str]:
    html: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
        elif found := _FENCE.match(line):
            at = _code(lines, at, found.group(1), html)
        elif found := _HEADING.match(line):
            # The page has the first levels: its own title, and who speaks.
            level = min(6, len(found.group(1)) + 2)
            html.append(f'<h{level} dir="auto">{_inline(found.group(2))}</h{level}>')
            at += 1
        elif _RULE.match(line):
            html.append("<hr>")
            at += 1
        elif _QUOTE.match(line) and depth < _DEEPEST:
            end = _end_of(lines, at, _QUOTE)
            inner = [_QUOTE.sub("", one, count=1) for one in lines[at:end]]
            html += ["<blockquote>", *_blocks(inner, depth + 1), "</blockquote>"]
            at = end
        elif _ITEM.match(line) and depth < _DEEPEST:
            at = _list(lines, at, html, depth)
        elif "|" in line and at + 1 < len(lines) and "-" in lines[at + 1] and _DELIMITERS.match(lines[at + 1][:2_000]):
            at = _table(lines, at, html)
        else:
            at = _paragraph(lines, at, html)
    return html


def _code(lines: Sequence[str], at: int, fence: str, html: list[str]) -> int:
    code: list[str] = []
    at += 1
    while at < len(lines):
        found = _FENCE.match(lines[at])
        if found and found.group(1).startswith(fence) and not found.group(2).strip():
            at += 1
            break
        code.append(lines[at])
        at += 1
    html.append(f'<pre dir="ltr"><code>{escape(chr(10).join(code))}</code></pre>')
    return at


def _end_of(lines: Sequence[str], at: int, pattern: re.Pattern[str]) -> int:
    while at < len(lines) and pattern.match(lines[at]):
        at += 1
    return at


def _list(lines: Sequence[str], at: int, html: list[str], depth: int) -> int:
    """Write the items that follow each other at one indentation; what is indented further belongs to them."""
    first = _ITEM.match(lines[at])
    indent = len(first.group(1)) if first else 0
    ordered = first is not None and first.group(3) is not None
    number = int(first.group(3)) if first is not None and first.group(3) else 1
    start = f' start="{number}"' if ordered and number != 1 else ""
    html.append(f'<ol dir="auto"{start}>' if ordered else '<ul dir="auto">')
    while at < len(lines):
        found = _ITEM.match(lines[at])
        if found is None or len(found.group(1)) > indent + 1 or (found.group(3) is not None) != ordered:
            break
        if len(found.group(1)) < indent:
            break
        inner = [found.group(4)]
        at += 1
        while at < len(lines) and _belongs(lines, at, indent):
            inner.append(lines[at][indent + 2 :] if lines[at][: indent + 2].isspace() else lines[at].strip())
            at += 1
        html.append(f"<li>{_item(inner, depth)}</li>")
    html.append("</ol>" if ordered else "</ul>")
    return at


def _belongs(lines: Sequence[str], at: int, indent: int) -> bool:
    line = lines[at]
    if not line.strip():
        following = lines[at + 1] if at + 1 < len(lines) else ""
        return following[: indent + 2].isspace() and bool(following.strip())
    if line[: indent + 2].isspace():
        return True
    return not (_ITEM.match(line) or _HEADING.match(line) or _FENCE.match(line) or _RULE.match(line)) and bool(
        lines[at - 1].strip()
    )


def _item(lines: list[str], depth: int) -> str:
    end = next((place for place, line in enumerate(lines) if place and (not line.strip() or _ITEM.match(line))), None)
    text = " ".join(line.strip() for line in lines[:end])
    rest = _blocks(lines[end:], depth + 1) if end is not None else []
    if _FENCE.match(lines[0]) or any(_FENCE.match(line) for line in lines[:end]):
        return "\n".join(_blocks(lines, depth + 1))
    return "\n".join([_inline(text), *rest])


def _table(lines: Sequence[str], at: int, html: list[str]) -> int:
    html.append('<table dir="auto">')
    for place in range(at, len(lines)):
        if "|" not in lines[place]:
            at = place
            break
        if place != at + 1:
            tag = "th" if place == at else "td"
            cells = lines[place].strip().strip("|").split("|")
            html.append("<tr>" + "".join(f"<{tag}>{_inline(cell.strip())}</{tag}>" for cell in cells) + "</tr>")
    else:
        at = len(lines)
    html.append("</table>")
    return at


def _paragraph(lines: Sequence[str], at: int, html: list[str]) -> int:
    begin = at
    at += 1
    while at < len(lines) and lines[at].strip() and not _begins_block(lines[at]):
        at += 1
    html.append('<p dir="auto">' + "<br>".join(_inline(line.strip()) for line in lines[begin:at]) + "</p>")
    return at


def _begins_block(line: str) -> bool:
    return any(pattern.match(line) for pattern in (_FENCE, _HEADING, _RULE, _QUOTE, _ITEM))


def _inline(text: str) -> str:
    """Escape a line, with its code, links and emphasis as tags."""
    html: list[str] = []
    at = 0
    for found in _CODE.finditer(text):
        html.append(_without_code(text[at : found.start()]))
        html.append(f"<code>{escape(found.group(2).strip())}</code>")
        at = found.end()
    html.append(_without_code(text[at:]))
    return "".join(html)


def _without_code(text: str) -> str:
    html: list[str] = []
    at = 0
    for found in _LINK.finditer(text):
        html.append(_emphasised(text[at : found.start()]))
        address = escape(found.group(2))
        html.append(f'<a href="{address}" rel="noreferrer noopener">{_emphasised(found.group(1))}</a>')
        at = found.end()
    html.append(_emphasised(text[at:]))
    return "".join(html)


def _emphasised(text: str) -> str:
    html: list[str] = []
    at = 0
    # Piece by piece, so that what is emphasised never reaches over the end of a strong part.
    for found in _STRONG.finditer(text):
        html.append(_italic(text[at : found.start()]))
        html.append(f"<strong>{_italic(found.group(2))}</strong>")
        at = found.end()
    html.append(_italic(text[at:]))
    return "".join(html)


def _italic(text: str) -> str:
    return _EMPHASIS.sub(r"<em>\1</em>", escape(text))
