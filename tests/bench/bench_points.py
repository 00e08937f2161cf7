"""Twenty documents summarised with the built-in model: what is covered, who wrote the points, and what holds.

A point holds when every number and every name in it stands in its sources. That is looked at here with other means than
those of the checks: runs of digits, and words with a capital that don't begin the sentence, must stand in the sources'
text as they are, whatever the case.
"""

from __future__ import annotations

import re
import statistics
import time
from collections import Counter

from assistant.documents.blocks import Document
from assistant.engine.base import LoadOptions
from assistant.engine.client import EngineClient
from assistant.jobs import CancelToken
from assistant.models.library import built_in_file
from assistant.summaries.digest import Digest
from assistant.summaries.summary import Length, Point, Style, Summary
from assistant.tasks.summarise import SummaryGrew, SummaryRequest, summarise
from tests.bench.bench_key_sentences import pages

DOCUMENTS = 20
CHARACTERS = 12_000


def shortened(document: Document) -> Document:
    """Return the beginning of a document, about `CHARACTERS` long."""
    blocks = []
    length = 0
    for block in document.blocks:
        if length > CHARACTERS:
            break
        blocks.append(block)
        length += len(block.text)
    return Document(document.title, document.format, tuple(blocks))


def holds(point: Point) -> bool:
    """Tell whether the numbers and names of a point stand in its sources."""
    told = " ".join(source.text for source in point.sources).casefold()
    found = re.findall(r"\d+", point.text)
    found += [word for word in re.findall(r"(?<=[a-z,] )[A-Z][\w-]*", point.text) if word != "I"]
    return all(word.casefold() in told for word in found)


def in_place(point: Point, document: Document) -> bool:
    """Tell whether the sources stand in the document where they say."""
    return all(
        document.blocks[source.place.block].text[source.start : source.end] == source.text for source in point.sources
    )


def main() -> None:
    """Print figures."""
    found = pages()[:DOCUMENTS]
    if not found:
        print("There are no manual pages on this machine; nothing was measured.")
        return
    model = built_in_file()
    assert model is not None
    engine = EngineClient()
    summaries: list[tuple[Document, Summary]] = []
    seconds = []
    try:
        for _, whole in found:
            document = shortened(whole)
            started = time.perf_counter()
            request = SummaryRequest(model, "", LoadOptions(), Digest(document), Style.KEY_POINTS, Length.LONG)
            for event in summarise(engine, request, CancelToken()):
                if isinstance(event, SummaryGrew):
                    summary = event.summary
            seconds.append(time.perf_counter() - started)
            summaries.append((document, summary))
    finally:
        engine.close()
    points = [(document, point) for document, summary in summaries for point in summary.points]
    origins = Counter(str(point.origin) for _, point in points)
    covered = sum(summary.parts_covered for _, summary in summaries)
    total = sum(summary.parts_total for _, summary in summaries)
    print(
        f"{len(summaries)} documents, {total} parts, {covered} of them covered; {len(points)} points: {dict(origins)}"
    )
    print(f"  sources in their place        {sum(in_place(point, document) for document, point in points)}")
    print(f"  numbers and names in sources  {sum(holds(point) for _, point in points)}")
    print(f"  seconds a document            {statistics.median(seconds):.1f}")


if __name__ == "__main__":
    main()
