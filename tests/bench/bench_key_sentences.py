"""Key sentences beside the text's first sentences and sumy's LexRank, TextRank and LSA: ROUGE and time.

The texts are manual pages of this machine. The first paragraph of a page's description, which says what the program
is, is the summary it is compared with; the sentences are chosen from the rest of the page. sumy (Apache-2.0) is
installed into an environment of its own in the system's temporary folder; it gets the same sentences.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from pathlib import Path

from assistant.documents.blocks import Block, BlockKind, Document
from assistant.summaries.digest import Digest
from assistant.summaries.key_sentences import KeySentences
from assistant.summaries.passages import passages
from assistant.summaries.summary import Length, Style
from assistant.text.languages import stop_words

PAGES = 60
SENTENCES = 4
SUMY = "sumy==0.13.0"
MANUALS = Path("/usr/share/man")
PEER = """
import json, re, sys, time, warnings
warnings.simplefilter("ignore")
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
class Words:
    def to_words(self, text): return re.findall(r"[^\\W\\d_]+", text)
    def to_sentences(self, text): return [text]
job = json.load(sys.stdin)
found = {}
for kind in (LexRankSummarizer, TextRankSummarizer, LsaSummarizer):
    started, chosen = time.perf_counter(), []
    for text in job["texts"]:
        summarizer = kind(Stemmer("english"))
        summarizer.stop_words = job["stop_words"]
        document = ObjectDocumentModel([Paragraph([Sentence(one, Words()) for one in text])])
        chosen.append(" ".join(map(str, summarizer(document, job["count"]))))
    found[kind.__name__.removesuffix("Summarizer")] = (time.perf_counter() - started, chosen)
json.dump(found, sys.stdout)
"""


def pages() -> list[tuple[str, Document]]:
    """Return (first paragraph, the rest) of manual pages, the same ones each time."""
    files = sorted(file for file in MANUALS.glob("man[1578]/*.gz") if not file.is_symlink())
    random.Random(3).shuffle(files)
    found = []
    for file in files:
        if len(found) == PAGES:
            break
        if file.stat().st_size < 6_000:
            continue
        shown = subprocess.run(
            ["man", "-E", "UTF-8", "-P", "cat", str(file)],
            env={**os.environ, "MANWIDTH": "2000"},
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        description = re.search(r"^DESCRIPTION\n(.*)", re.sub(".\b", "", shown), re.DOTALL | re.MULTILINE)
        if description is None:
            continue
        lines = [" ".join(line.split()) for line in description[1].split("\n")]
        prose = [line for line in lines if len(line) > 80 and line[-1] in ".:" and line[0].isupper()]
        if len(prose) >= 14 and 150 <= len(prose[0]) <= 900:
            blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in prose[1:])
            found.append((prose[0], Document(file.name, "txt", blocks)))
    return found


def rouge(text: str, reference: str, size: int) -> float:
    """Return ROUGE-N F1: the harmonic mean of precision and recall of word n-grams (Lin 2004)."""

    def grams(words: str) -> Counter[tuple[str, ...]]:
        tokens = re.findall(r"[a-z0-9]+", words.casefold())
        return Counter(tuple(tokens[at : at + size]) for at in range(len(tokens) - size + 1))

    one, other = grams(text), grams(reference)
    shared = sum((one & other).values())
    return 2 * shared / (sum(one.values()) + sum(other.values())) if shared else 0.0


def sumy(texts: list[list[str]]) -> dict[str, tuple[float, list[str]]]:
    """Return what sumy chooses, with its seconds, by method."""
    folder = Path(tempfile.gettempdir()) / "thimble-bench-sumy"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", SUMY, "numpy"], check=True)
    job = {"texts": texts, "count": SENTENCES, "stop_words": sorted(stop_words("en"))}
    done = subprocess.run([python, "-c", PEER], input=json.dumps(job), capture_output=True, text=True, check=True)
    found: dict[str, tuple[float, list[str]]] = json.loads(done.stdout)
    return found


def key_sentences(document: Document) -> str:
    """Return Thimble's key sentences."""
    found = passages(document)
    keys = KeySentences(found, language="en")
    return " ".join(found[index].text for index in keys.choose(SENTENCES))


def hundred_pages(documents: list[Document]) -> tuple[int, float]:
    """Return characters and seconds of a document of about 100 pages, from its blocks to the summary."""
    blocks: list[Block] = []
    while sum(len(block.text) for block in blocks) < 300_000:
        blocks += documents[len(blocks) % len(documents)].blocks
    document = Document("100 pages", "txt", tuple(blocks))
    started = time.perf_counter()
    Digest(document).key_sentences(Style.KEY_POINTS, Length.LONG, parts=1)
    return document.characters, time.perf_counter() - started


def main() -> None:
    """Print figures of all methods."""
    found = pages()
    if not found:
        print("There are no manual pages on this machine; nothing was measured.")
        return
    references = [reference for reference, _ in found]
    documents = [document for _, document in found]
    texts = [[passage.text for passage in passages(document)] for document in documents]
    rows: dict[str, tuple[float, list[str]]] = {}
    started = time.perf_counter()
    rows["Thimble"] = (0.0, [key_sentences(document) for document in documents])
    rows["Thimble"] = (time.perf_counter() - started, rows["Thimble"][1])
    rows |= {f"sumy {name}": row for name, row in sumy(texts).items()}
    rows[f"first {SENTENCES} sentences"] = (0.0, [" ".join(text[:SENTENCES]) for text in texts])
    shuffled = random.Random(1)
    rows["any sentences"] = (0.0, [" ".join(shuffled.sample(text, SENTENCES)) for text in texts])
    print(f"{len(found)} manual pages, {sum(map(len, texts))} sentences, {SENTENCES} chosen of each; means")
    for name, (seconds, chosen) in rows.items():
        scores = [
            sum(rouge(text, reference, size) for text, reference in zip(chosen, references, strict=True)) / len(found)
            for size in (1, 2)
        ]
        took = f"{seconds:6.2f} s" if seconds else ""
        print(f"  {name:20s} ROUGE-1 {scores[0]:.3f}  ROUGE-2 {scores[1]:.3f}  {took}")
    characters, seconds = hundred_pages(documents)
    print(f"a document of 100 pages ({characters} characters): {seconds:.2f} s to its key sentences")


if __name__ == "__main__":
    main()
