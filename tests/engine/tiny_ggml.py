"""Writes small real model files of the kinds from before GGUF, with random weights from a seed."""

from __future__ import annotations

import math
import random
import struct

from assistant.model_files.ggml_layouts import F16, F32, LAYOUTS, MAGIC_GGCC, MAGIC_GGJT, MAGIC_GGML

EMBEDDING = 32
HEADS = 4
LAYERS = 2
CONTEXT = 256
WORDS = (b" the", b" sea", b" is", b"User", b":", b" ship", b"Assistant", b"\n\n", b"hello", b" world", b"th", b"he")


def gpt_words():
    """The end of a text, all bytes, some words."""
    return [b"<|endoftext|>", *(bytes([byte]) for byte in range(256)), *WORDS[:4], *WORDS[5:7], *WORDS[8:10]]


def llama_words():
    return [b"<unk>", b"<s>", b"</s>", *(bytes([byte]) for byte in range(256)), *(b" t", b" th", b" the", b"he", b"er")]


def mpt_words():
    """Each byte as the character of its number, in UTF-8."""
    return [b"<|endoftext|>", *(chr(byte).encode() for byte in range(256)), b" the", b"<|im_start|>", b"<|im_end|>"]


def replit_words():
    return [b"<|unk|>", b"<|endoftext|>", *(bytes([byte]) for byte in range(256)), "▁the".encode(), "▁".encode()]


def falcon_words():
    marks = [b">>%s<<" % str(number).encode() for number in range(11)]
    return [*marks, b"<|endoftext|>", *(bytes([byte]) for byte in range(256)), b" t", b" th"]


VOCABULARIES = {"llama": llama_words, "mpt": mpt_words, "replit": replit_words, "falcon": falcon_words}


def numbers_of(kind, **changes):
    """Return the leading numbers of a small model of a kind."""
    numbers = {
        "vocabulary": len(VOCABULARIES.get(kind, gpt_words)()),
        "context": CONTEXT,
        "embedding": EMBEDDING,
        "heads": HEADS,
        "layers": LAYERS,
        "rotary": EMBEDDING // HEADS,
        "parallel": 1,
        "multiple": 32,
        "kv_heads": 1,
        "falcon_type": 7,
        "merges": 2,
        "alibi_bits": struct.unpack("<i", struct.pack("<f", 8.0))[0],
        "clip_bits": 0,
        "type": F32,
    } | changes
    return {name: numbers[name] for name in LAYOUTS[kind].fields}


def random_fill(seed, scale=0.3):
    """Return a filler: matrices of Gaussian numbers, norms near one, biases near zero."""
    rng = random.Random(seed)

    def fill(name, rows):
        count = math.prod(rows)
        if len(rows) == 1:
            near = 1.0 if name.endswith(("/g", "weight")) else 0.0
            return [near + rng.gauss(0, 0.05) for _ in range(count)]
        return [rng.gauss(0, scale) for _ in range(count)]

    return fill


def successor_fill(kind, following, embedding=EMBEDDING):
    """Return a filler for a model that answers token `t` with `following[t]`, whatever came before.

    Its layers add nothing, so that what leaves them is the token's own embedding; the output matrix holds the
    embedding of `t` in the row of the token that follows `t`. Works where input and output are two matrices.
    """
    size = len(VOCABULARIES.get(kind, gpt_words)())
    rng = random.Random(7)
    vectors = [[rng.choice((-1.0, 1.0)) for _ in range(embedding)] for _ in range(size)]
    for vector in vectors:  # LayerNorm takes the mean away
        mean = sum(vector) / embedding
        vector[:] = [number - mean for number in vector]
    outputs = [[0.0] * embedding for _ in range(size)]
    for token, next_token in following.items():
        outputs[next_token] = [a + b for a, b in zip(outputs[next_token], vectors[token], strict=True)]
    inputs = {"model/wte", "tok_embeddings.weight", "gpt_neox.embed_in.weight", "transformer.wte.weight"}
    heads = {"model/lm_head", "output.weight", "embed_out.weight", "lm_head.weight"}

    def fill(name, rows):
        if name in inputs or name == "transformer.word_embeddings.weight":
            return [number for vector in vectors for number in vector]
        if name in heads:
            return [number for vector in outputs for number in vector]
        norm = len(rows) == 1 and any(part in name for part in ("ln_", "norm")) and name.endswith(("g", "weight"))
        return [1.0 if norm else 0.0] * math.prod(rows)

    return fill


def model_bytes(kind, fill, *, numbers=None, words=None, leave_out=(), type_of=None, type_version=0):
    """Return a file of a kind.

    Args:
        kind: One of `LAYOUTS`.
        fill: Called with the name and shape of each tensor; gives its numbers.
        numbers: The leading numbers.
        words: The vocabulary.
        leave_out: Names of tensors that are not written.
        type_of: Type of all matrices, F32 or F16; by default what `numbers` says.
        type_version: Added to the type of the kinds that name one type for all matrices.
    """
    layout = LAYOUTS[kind]
    numbers = numbers or numbers_of(kind)
    words = VOCABULARIES.get(kind, gpt_words)() if words is None else words
    magic = {"llama": struct.pack("<Ii", MAGIC_GGJT, 3), "falcon": struct.pack("<Ii", MAGIC_GGCC, 10)}
    data = bytearray(magic.get(kind, struct.pack("<I", MAGIC_GGML)))
    written = numbers | ({"type": numbers["type"] + 1000 * type_version} if type_version else {})
    data += struct.pack(f"<{len(layout.fields)}i", *(written[name] for name in layout.fields))
    if layout.counted:
        data += struct.pack("<i", len(words))
    for index, word in enumerate(words):
        data += struct.pack("<i", len(word)) + word
        if layout.scored:
            data += struct.pack("<f", -float(index) / 10 - 1)
    if layout.merged:
        data += struct.pack("<i", 2)
        for word in ("Ġ".encode(), b"t", "Ġt".encode(), b"h"):
            data += struct.pack("<i", len(word)) + word
    matrix_type = numbers["type"] if type_of is None else type_of
    extended = numbers | ({"ff": feed_forward(numbers), "gqa": 1} if kind == "llama" else {})
    for name, shape in layout.tensors(extended):
        if name in leave_out:
            continue
        number = F32 if shape.fixed else matrix_type
        encoded = name.encode()
        data += struct.pack("<3i", len(shape.rows), len(encoded), number)
        data += struct.pack(f"<{len(shape.rows)}i", *shape.rows) + encoded
        if kind in ("llama", "falcon"):
            data += bytes(-len(data) % 32)
        data += encoded_numbers(fill(name, shape.rows), number)
    return bytes(data)


def feed_forward(numbers):
    raw = 8 * numbers["embedding"] // 3
    return -(-raw // numbers["multiple"]) * numbers["multiple"]


def encoded_numbers(values, number):
    return struct.pack(f"<{len(values)}{'e' if number == F16 else 'f'}", *values)


def write_model(path, kind, fill=None, **options):
    """Write a file of a kind and return its path; random weights unless told otherwise."""
    path.write_bytes(model_bytes(kind, fill or random_fill(1), **options))
    return path
