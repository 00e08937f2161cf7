from __future__ import annotations

import pytest

from assistant.documents.blocks import Block, BlockKind, Document

HARBOUR = (
    "The city council of Marlow Bay voted on Tuesday to close the old harbour to commercial ships from 1 March 2027. "
    "The decision passed with 14 votes to 5 after a debate of six hours. Mayor Helen Okafor said the harbour walls, "
    "built in 1887, could no longer be repaired at a reasonable price. An inspection last summer found cracks in 23 of "
    "the 40 wall sections, and engineers estimated that a full repair would cost 41 million pounds.",
    "Fishing boats may keep using the northern basin, where a new pontoon with 60 berths will be built this winter. "
    "Peter Lind, who speaks for the local fishing cooperative, called the compromise fair, but said that the rent for "
    "a berth must not rise above the current 900 pounds a year.",
    "The southern quay is to become a park with a swimming pool and a small museum of navigation. Work on the park "
    "begins in June 2027 and should take two years. The council expects 120,000 visitors a year and some 80 new jobs.",
    "The regional government has promised 8 million pounds, provided that the city submits a detailed plan before 15 "
    "December. A group of residents has announced that it will go to court because the public was not heard early "
    "enough.",
)


def document_of(*blocks: str | Block, title: str = "Harbour") -> Document:
    """Return a document of paragraphs; what begins with "#" is a heading of as many levels."""
    made = []
    for block in blocks:
        if isinstance(block, Block):
            made.append(block)
        elif block.startswith("#"):
            level = len(block) - len(block.lstrip("#"))
            made.append(Block(BlockKind.HEADING, block.lstrip("# "), level))
        else:
            made.append(Block(BlockKind.PARAGRAPH, block))
    return Document(title, "txt", tuple(made))


@pytest.fixture
def harbour() -> Document:
    """A report of four paragraphs under two headings."""
    return document_of("# The harbour", *HARBOUR[:2], "# What comes next", *HARBOUR[2:])
