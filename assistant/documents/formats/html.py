"""Web pages, and the chapters of EPUB books: what a reader sees, without menus and scripts."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from assistant.documents.blocks import BlockKind
from assistant.documents.encodings import declared_encoding, decoded
from assistant.documents.errors import TOO_MUCH_MEMORY, BadDocumentError
from assistant.documents.formats.whole import whole
from assistant.documents.reading import Reading

_SKIPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed", "audio", "video",
    "head", "nav", "footer", "aside", "form", "button", "select", "textarea", "input", "dialog", "math", "map",
))  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "meter", "nobr", "output", "picture", "q", "rp", "rt", "ruby", "s",
    "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar"))
_NAMES = frozenset(
    ("nav", "navbar", "navigation", "menu", "sidebar", "breadcrumb", "breadcrumbs", "footer", "headerlink", "toc")
)
"""Classes and ids by which many pages call what is not their text."""

_MOST_LINKS = 500
_LONGEST_LINK = 40
_MAIN_SHARE = 0.4
"""Of a page's text that <main> or <article> must hold to be taken for all of it."""


def read(path: Path, reading: Reading) -> None:
    """Read a page.

    Raises:
        BadDocumentError: It is no text.
    """
    content = whole(path)
    read_markup(decoded(content, declared=declared_encoding(content)), reading)


def read_markup(markup: str, reading: Reading, *, page: int = 0) -> None:
    """Read the text of a page.

    Args:
        markup: HTML or XHTML.
        reading: Takes the blocks.
        page: The page that they get.

    Raises:
        BadDocumentError: It is too large.
    """
    try:
        tree = LexborHTMLParser(markup)
    except SelectolaxError as error:
        # HTML can't be wrong: this is memory.
        raise BadDocumentError(TOO_MUCH_MEMORY, details=str(error)) from error
    tree.strip_tags(["script", "style", "noscript", "template"])
    title = tree.css_first("title")
    if title is not None and not reading.title:
        reading.title = title.text()
    root = tree.body
    if root is None:
        return
    _Walk(reading, page).run(_main_part(tree, root))


def _main_part(tree: LexborHTMLParser, root: LexborNode) -> LexborNode:
    """Return the element that holds the page's own text."""
    everything = len(root.text(separator=" "))
    for selector in ("main", "article", "[role=main]"):
        found = tree.css(selector)
        if len(found) == 1 and len(found[0].text(separator=" ")) >= everything * _MAIN_SHARE:
            return found[0]
    return root


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    """Tell whether a reader does not see an element, or not as part of the text."""
    if not attributes:
        return False
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") in _ROLES
        or "display:none" in (attributes.get("style") or "").replace(" ", "")
        or not _NAMES.isdisjoint(f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower().split())
    )


def _is_menu(node: LexborNode) -> bool:
    """Tell whether a list consists of short links."""
    links = [len(link.text().strip()) for link in node.css("a")[:_MOST_LINKS]]
    if len(links) < 3 or sum(links) > _LONGEST_LINK * len(links):
        return False
    return sum(links) >= 0.9 * len("".join(node.text().split()))


class _Walk:
    """Goes through the tree without recursion: pages nest as deep as they like."""

    def __init__(self, reading: Reading, page: int) -> None:
        self._reading = reading
        self._page = page
        self._text: list[str] = []
        self._row: list[str] | None = None
        self._lists = 0
        # What the text that is being gathered will be, innermost last.
        self._kinds: list[tuple[BlockKind, int]] = []

    def run(self, root: LexborNode) -> None:
        node: LexborNode | None = root
        depth = 0
        while node is not None:
            down = self._enter(node)
            if down and node.child is not None:
                node, depth = node.child, depth + 1
                continue
            if down:
                self._leave(node)
            while node is not None and depth and node.next is None:
                node, depth = node.parent, depth - 1
                if node is not None:
                    self._leave(node)
            node = node.next if node is not None and depth else None
        self._flush()

    def _enter(self, node: LexborNode) -> bool:
        """Begin an element; False when it is passed over with all in it."""
        tag = node.tag or ""
        if tag == "-text":
            self._text.append(node.text_content or "")
            return False
        if node.is_comment_node or tag in _SKIPPED or not tag or tag[0] in "!-":
            return False
        if _is_hidden(node.attributes) or (tag in ("ul", "ol") and _is_menu(node)):
            return False
        if tag == "br":
            self._text.append("\n" if self._kinds and self._kinds[-1][0] is BlockKind.CODE else " ")
        elif tag not in _INLINE:
            self._flush()
            if tag in _HEADINGS:
                self._kinds.append((BlockKind.HEADING, _HEADINGS[tag]))
            elif tag in ("ul", "ol", "dl"):
                self._lists += 1
            elif tag in ("li", "dd"):
                self._kinds.append((BlockKind.LIST_ITEM, max(1, self._lists)))
            elif tag in ("figcaption", "caption"):
                self._kinds.append((BlockKind.CAPTION, 0))
            elif tag == "pre":
                self._kinds.append((BlockKind.CODE, 0))
            elif tag == "tr":
                self._row = []
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _INLINE or tag == "br":
            return
        self._flush()
        if tag in _HEADINGS or tag in ("li", "dd", "figcaption", "caption", "pre"):
            if self._kinds:
                self._kinds.pop()
        elif tag in ("ul", "ol", "dl"):
            self._lists = max(0, self._lists - 1)
        elif tag == "tr" and self._row is not None:
            row, self._row = [text for text in self._row if text], None
            kind = BlockKind.TABLE_ROW if len(row) > 1 else BlockKind.PARAGRAPH
            self._reading.add(kind, " | ".join(row), page=self._page)

    def _flush(self) -> None:
        text = "".join(self._text)
        self._text.clear()
        if not text.strip():
            return
        if self._row is not None:
            self._row.append(text.strip())
            return
        kind, level = self._kinds[-1] if self._kinds else (BlockKind.PARAGRAPH, 0)
        self._reading.add(kind, text, level=level, page=self._page)
