"""What the packages of Office have in common (ECMA-376, Open Packaging Conventions)."""

from __future__ import annotations

import posixpath

from assistant.documents.errors import BadDocumentError
from assistant.documents.xml_stream import parse
from assistant.documents.zipped import Package

_PROPERTIES = "docProps/core.xml"


def main_part(package: Package, usual: str) -> str:
    """Return the name of the part that holds the document; `usual` when the package does not say.

    Args:
        package: The document.
        usual: The name that nearly all programs give it.
    """
    for kind, target in relations(package, "").values():
        if kind == "officeDocument" and target in package.names:
            return target
    return usual


def relations(package: Package, name: str) -> dict[str, tuple[str, str]]:
    """Return kind and target of the relations of a part by their ids; of the package itself for an empty name."""
    folder, file = posixpath.split(name)
    part = posixpath.join(folder, "_rels", f"{file}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == "rel:Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            place = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], place)

    if part in package.names:
        parse(package.chunks(part), start=start)
    return found


def core_title(package: Package) -> str:
    """Return the title in a document's properties; empty when there is none or they are damaged."""
    found: list[str] = []
    inside = False

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal inside
        inside = name == "dc:title"

    def end(_: str) -> None:
        nonlocal inside
        inside = False

    def characters(text: str) -> None:
        if inside:
            found.append(text)

    if _PROPERTIES not in package.names:
        return ""
    try:
        parse(package.chunks(_PROPERTIES), start=start, end=end, characters=characters)
    except BadDocumentError:
        return ""
    return "".join(found)
