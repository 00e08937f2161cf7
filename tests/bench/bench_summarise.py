"""A document of about 50,000 tokens summarised whole, beside the loop that a user of llama-cpp-python would write.

The loop is run in two forms: with its own larger pieces and a summary of the summaries at the end, and with the very
requests that Thimble makes, one after the other. All use the same weights; Thimble once as they ship and once in the
form it makes of them on this computer (`models tune`), where there is one.
"""

from __future__ import annotations

import gzip
import sys
import time
from pathlib import Path

import psutil

from assistant.documents.blocks import Block, BlockKind, Document
from assistant.engine.base import LoadOptions
from assistant.engine.client import EngineClient
from assistant.jobs import CancelToken
from assistant.models.library import built_in_file
from assistant.paths import find_paths
from assistant.summaries.digest import Digest
from assistant.summaries.parts import parts
from assistant.summaries.profiles import SMALL
from assistant.summaries.summary import Length, Style
from assistant.tasks.summarise import SummaryGrew, SummaryRequest, summarise

CHARACTERS = int(sys.argv[1]) if len(sys.argv) > 1 else 210_000
PIECE = 3_000
SOURCES = ("/usr/share/common-licenses", "/usr/share/doc")


def document() -> Document:
    """Return running text found on a Debian machine, about 50,000 tokens of it."""
    blocks: list[Block] = []
    length = 0
    for folder in SOURCES:
        for path in sorted(Path(folder).rglob("*")):
            if (
                not path.is_file()
                or path.is_symlink()
                or not path.name.startswith(("README", "NEWS", "GPL-", "Art", "MPL"))
            ):
                continue
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            for paragraph in data.decode("utf-8", "replace").split("\n\n"):
                text = " ".join(paragraph.split())
                if len(text) > 80 and sum(char.isalpha() for char in text) > 0.7 * len(text):
                    blocks.append(Block(BlockKind.PARAGRAPH, text))
                    length += len(text)
                if length >= CHARACTERS:
                    return Document("Debian", "txt", tuple(blocks))
    return Document("Debian", "txt", tuple(blocks))


def thimble(model: Path, digest: Digest) -> tuple[float, float, str]:
    """Return seconds, the engine's largest memory in MB, and what was made."""
    engine = EngineClient()
    started = time.perf_counter()
    most = 0
    request = SummaryRequest(model, "", LoadOptions(), digest, Style.KEY_POINTS, Length.MEDIUM)
    try:
        for event in summarise(engine, request, CancelToken()):
            if isinstance(event, SummaryGrew):
                summary = event.summary
                most = max(most, engine_memory())
        seconds = time.perf_counter() - started
    finally:
        engine.close()
    tokens = f"{summary.prompt_tokens} + {summary.answer_tokens} tokens"
    return seconds, most / 1e6, f"{len(summary.points)} points, {summary.parts_covered}/{summary.parts_total}, {tokens}"


def engine_memory() -> int:
    """Return the resident bytes of this process and its children."""
    own = psutil.Process()
    return sum(process.memory_info().rss for process in (own, *own.children(recursive=True)))


def loop(model: Path, prompts: list[tuple[str, int]], *, merge: bool) -> tuple[float, float, str]:
    """Return the same figures of the plain loop."""
    import llama_cpp

    started = time.perf_counter()
    llama = llama_cpp.Llama(model_path=str(model), n_ctx=2048, verbose=False)
    read = written = most = 0

    def ask(text: str, tokens: int) -> str:
        nonlocal read, written, most
        answer = llama.create_chat_completion(
            messages=[{"role": "user", "content": text}], max_tokens=tokens, temperature=0.0
        )
        read += answer["usage"]["prompt_tokens"]
        written += answer["usage"]["completion_tokens"]
        most = max(most, psutil.Process().memory_info().rss)
        return str(answer["choices"][0]["message"]["content"])

    notes = [ask(text, tokens) for text, tokens in prompts]
    while merge and len(notes) > 1:
        joined = ["\n".join(notes[at : at + 8]) for at in range(0, len(notes), 8)]
        notes = [ask(f"Summarize these notes in three sentences:\n\n{text[:PIECE]}", 128) for text in joined]
    return time.perf_counter() - started, most / 1e6, f"{read} + {written} tokens"


def main() -> None:
    """Print seconds, memory and ratios."""
    model = built_in_file()
    assert model is not None
    digest = Digest(document())
    whole = "\n".join(passage.text for passage in digest.passages)
    pieces = [whole[at : at + PIECE] for at in range(0, len(whole), PIECE)]
    own = [(f"Summarize the following text in three sentences.\n\n{piece}", 128) for piece in pieces]
    same = [
        (
            f"List the most important facts of this text in short sentences, in its own words:\n\n{part.text}",
            44,
        )
        for part in parts(digest.passages, characters=round(1.6 * SMALL.part_characters))
    ]
    tuned = sorted(find_paths().tuned.glob("*.gguf"))
    print(f"{len(whole)} characters, {len(digest.passages)} sentences", flush=True)
    reference = shown("Thimble, as shipped", thimble(model, digest))
    for file in tuned[:1]:
        shown("Thimble, tuned model", thimble(file, digest), reference)
    shown("a user's loop", loop(model, own, merge=True), reference)
    shown("Thimble's requests in a loop", loop(model, same, merge=False), reference)


def shown(
    name: str, row: tuple[float, float, str], reference: tuple[float, float, str] | None = None
) -> tuple[float, float, str]:
    """Print a row beside the first one, and return it."""
    seconds, memory, made = row
    first = reference or row
    ratio = f"{seconds / first[0]:5.2f} times as long, memory {memory / first[1]:4.2f}"
    print(f"  {name:30s} {seconds:7.1f} s  {memory:6.0f} MB  {ratio}  {made}", flush=True)
    return row


if __name__ == "__main__":
    sys.exit(main())
