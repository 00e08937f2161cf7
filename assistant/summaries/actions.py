"""Sentences that say what is to be done, or by when, found by their wording.

In English, German, French, Spanish, Italian, Portuguese and Dutch; dates in figures are found in any language.
"""

from __future__ import annotations

import re

_DUTY = re.compile(
    r"\b(?:must|shall|should|needs? to|ha(?:s|ve) to|ought to|(?:is|are) to be|(?:is|are) required|required to|"
    r"(?:is|are) responsible for|please|deadline|due|no later than|action items?|to ?-?do|follow up|remember to|"
    r"make sure|ensure that|will (?:send|prepare|submit|contact|check|write|call|finish|deliver|review|arrange)|"
    r"muss|müssen|musst|soll|sollen|sollte|sollten|bitte|frist|fällig|spätestens|erforderlich|zuständig|aufgabe|"
    r"doit|doivent|devez|devra|devront|il faut|veuillez|prière de|échéance|au plus tard|délai|à faire|"
    r"debe|deben|deberá|deberán|hay que|tiene que|tienen que|por favor|plazo|a más tardar|fecha límite|"
    r"deve|devono|devem|si prega|bisogna|scadenza|entro il|prazo|até o dia|"
    r"moet|moeten|dient|dienen|gelieve|uiterlijk|termijn)\b",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"^(?:(?:then|next|first|finally|also|now)[, ]+)?(?:send|submit|prepare|call|contact|check|review|write|complete|"
    r"update|schedule|arrange|book|order|buy|pay|sign|return|read|install|remove|open|close|run|add|ask|confirm|"
    r"register|make|bring|keep|do not|don't|never|always|use|set)\b",
    re.IGNORECASE,
)
_MONTHS = (
    r"jan(?:uar[yi]?|uary|vier)?|feb(?:ruar[yi]?|ruary)?|févr(?:ier)?|mar(?:ch|s|zo)?|märz|apr(?:il)?|avril|abril|ma[iy]|"
    r"mayo|juni?|june|juin|junio|jul[iy]?|juillet|julio|aug(?:ust)?|août|agosto|sept?(?:ember|embre|iembre)?|"
    r"o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|de[cz](?:ember|embre)?|déc(?:embre)?|dic(?:iembre)?|"
    r"enero|febrero|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre"
)
DATE = re.compile(
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th|\.|º)?\s+(?:de\s+|of\s+)?(?:{_MONTHS})\b\.?(?:\s+(?:de\s+)?\d{{4}})?|"
    rf"\b(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?|"
    r"\b(?:next|this|by|until|before|on|until next)\s+(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|"
    r"month|year)\b|\b(?:tomorrow|tonight|morgen|demain|mañana)\b|"
    r"\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日",
    re.IGNORECASE,
)
"""A date as people write it: a day with its month, or a day of the week to come."""


def urgency(text: str) -> float:
    """Return how much a sentence looks like something to be done or a date to be kept; 0 for not at all."""
    duty = bool(_DUTY.search(text)) or bool(_IMPERATIVE.match(text))
    dated = bool(DATE.search(text))
    return 2.0 * duty + 1.5 * dated if duty or dated else 0.0
