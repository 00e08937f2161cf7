"""What the terminal tells about models, as names and values for JSON and for people."""

from __future__ import annotations

from assistant.models.advice import Advice
from assistant.models.catalogue import CatalogueEntry
from assistant.models.library import InstalledModel


def model_facts(one: InstalledModel, advice: Advice) -> dict[str, object]:
    """Return the facts about an installed model."""
    model = one.model
    facts: dict[str, object] = {
        "id": model.id,
        "name": model.name,
        "installed": True,
        "path": str(model.path),
        "files": len(model.files),
        "bytes": model.size,
        "built_in": model.built_in,
        "in_place": model.in_place,
        "kind": model.kind,
        "licence": one.licence,
        "architecture": one.architecture,
        "file_type": one.file_type,
        "parameters": one.parameters,
        "context": one.context_length,
        "good_at": list(one.roles),
        "languages": list(one.languages),
    }
    if one.problem is not None:
        return {**facts, "problem": one.problem.sentence}
    return {**facts, **_advice(advice)}


def entry_facts(entry: CatalogueEntry, advice: Advice) -> dict[str, object]:
    """Return the facts about a model that can be fetched."""
    return {
        "id": entry.id,
        "name": entry.name,
        "installed": False,
        "from": entry.host,
        "bytes": entry.bytes,
        "sha256": entry.sha256,
        "licence": entry.licence,
        "licence_terms": entry.licence_terms,
        "size_class": entry.tier,
        "parameters": entry.parameters,
        "context": entry.context,
        "good_at": list(entry.roles),
        "languages": list(entry.languages),
        "number_of_languages": entry.language_count or len(entry.languages),
        "quality": entry.quality,
        "note": entry.note,
        **_advice(advice),
    }


def _advice(advice: Advice) -> dict[str, object]:
    facts: dict[str, object] = {
        "verdict": advice.verdict,
        "advice": advice.reason.sentence,
        "memory_bytes": advice.need_bytes,
    }
    if advice.speed is not None:
        facts["prompt_tokens_per_second"] = round(advice.speed.prompt, 1)
        facts["answer_tokens_per_second"] = round(advice.speed.answer, 1)
        facts["speed_measured_here"] = advice.speed.measured
    return facts
