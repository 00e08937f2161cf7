"""GPT-2 and LLaMA computed slowly and plainly, to compare the library's results with."""

from __future__ import annotations

import math


def times(matrix, row_length, vector):
    """Return the products of a matrix's rows with a vector."""
    return [
        sum(a * b for a, b in zip(matrix[start : start + row_length], vector, strict=True))
        for start in range(0, len(matrix), row_length)
    ]


def plus(a, b):
    return [x + y for x, y in zip(a, b, strict=True)]


def attention(queries, keys, values, heads):
    """Return what the last of the queries sees: softmax(q k / sqrt(d)) v, head by head."""
    size = len(queries) // heads
    result = []
    for head in range(heads):
        part = slice(head * size, (head + 1) * size)
        scores = [sum(a * b for a, b in zip(queries[part], key[part], strict=True)) / math.sqrt(size) for key in keys]
        top = max(scores)
        weights = [math.exp(score - top) for score in scores]
        total = sum(weights)
        result += [
            sum(weight * value[part][i] for weight, value in zip(weights, values, strict=True)) / total
            for i in range(size)
        ]
    return result


def layer_norm(vector, gain, bias):
    mean = sum(vector) / len(vector)
    variance = sum((x - mean) ** 2 for x in vector) / len(vector)
    return [(x - mean) / math.sqrt(variance + 1e-5) * g + b for x, g, b in zip(vector, gain, bias, strict=True)]


def gpt2_logits(tensors, tokens, *, embedding, heads, layers):
    def linear(name, vector):
        return plus(times(tensors[f"{name}/w"], len(vector), vector), tensors[f"{name}/b"])

    past = [([], []) for _ in range(layers)]
    for position, token in enumerate(tokens):
        at = slice(token * embedding, (token + 1) * embedding)
        place = slice(position * embedding, (position + 1) * embedding)
        x = plus(tensors["model/wte"][at], tensors["model/wpe"][place])
        for index, (keys, values) in enumerate(past):
            layer = f"model/h{index}"
            mixed = linear(
                f"{layer}/attn/c_attn", layer_norm(x, tensors[f"{layer}/ln_1/g"], tensors[f"{layer}/ln_1/b"])
            )
            keys.append(mixed[embedding : 2 * embedding])
            values.append(mixed[2 * embedding :])
            x = plus(x, linear(f"{layer}/attn/c_proj", attention(mixed[:embedding], keys, values, heads)))
            inner = linear(f"{layer}/mlp/c_fc", layer_norm(x, tensors[f"{layer}/ln_2/g"], tensors[f"{layer}/ln_2/b"]))
            gelu = [0.5 * v * (1 + math.tanh(math.sqrt(2 / math.pi) * (v + 0.044715 * v**3))) for v in inner]
            x = plus(x, linear(f"{layer}/mlp/c_proj", gelu))
    return times(tensors["model/lm_head"], embedding, layer_norm(x, tensors["model/ln_f/g"], tensors["model/ln_f/b"]))


def rms_norm(vector, gain):
    scale = 1 / math.sqrt(sum(x * x for x in vector) / len(vector) + 5e-6)
    return [x * scale * g for x, g in zip(vector, gain, strict=True)]


def rotated(vector, position, heads):
    """Rotary position embedding of neighbouring pairs."""
    size = len(vector) // heads
    result = []
    for start in range(0, len(vector), 2):
        angle = position * 10_000 ** (-(start % size) / size)
        a, b = vector[start], vector[start + 1]
        result += [a * math.cos(angle) - b * math.sin(angle), a * math.sin(angle) + b * math.cos(angle)]
    return result


def llama_logits(tensors, tokens, *, embedding, heads, layers):
    past = [([], []) for _ in range(layers)]
    for position, token in enumerate(tokens):
        x = tensors["tok_embeddings.weight"][token * embedding : (token + 1) * embedding]
        for index, (keys, values) in enumerate(past):

            def linear(name, vector, layer=f"layers.{index}"):
                return times(tensors[f"{layer}.{name}.weight"], len(vector), vector)

            normed = rms_norm(x, tensors[f"layers.{index}.attention_norm.weight"])
            keys.append(rotated(linear("attention.wk", normed), position, heads))
            values.append(linear("attention.wv", normed))
            query = rotated(linear("attention.wq", normed), position, heads)
            x = plus(x, linear("attention.wo", attention(query, keys, values, heads)))
            normed = rms_norm(x, tensors[f"layers.{index}.ffn_norm.weight"])
            gate = [v / (1 + math.exp(-v)) for v in linear("feed_forward.w1", normed)]
            up = linear("feed_forward.w3", normed)
            x = plus(x, linear("feed_forward.w2", [a * b for a, b in zip(gate, up, strict=True)]))
    return times(tensors["output.weight"], embedding, rms_norm(x, tensors["norm.weight"]))
