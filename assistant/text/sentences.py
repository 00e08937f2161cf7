"""Where sentences end.

A rule for each family of scripts and a list of abbreviations; dictionary, no model. What has no sentence marks
(Thai, Lao, Khmer with spaces between clauses) is cut at spaces once a piece is long enough to stand alone.
"""

from __future__ import annotations

import re

# Ends a sentence whatever follows: CJK, Devanagari, Urdu, Armenian, Ethiopic, Burmese, Khmer.
_ALWAYS = "。！？｡।॥۔։።၊။៕᠃"
_SOMETIMES = ".!?…؟‼⁇⁈⁉"
_CLOSERS = "\"'”’»›)\\]}」』）】〉》"
_END = re.compile(rf"(?:[{_ALWAYS}]+[{_CLOSERS}]*\s*)|(?:[{_SOMETIMES}]+[{_CLOSERS}]*(?:\s»)*(?:\s+|$))")
_LAST_WORD = re.compile(r"[^\W_][\w.·’'-]*$")
_INITIAL = re.compile(r"^(?:[^\W\d_]\.)*[^\W\d_]$")
_NUMBER = re.compile(r"^\d{1,4}$")
_OPENERS = "\"'“‘«‹([{„‚¿¡*_–—-"
_NO_SPACES = re.compile(r"[฀-໿ក-៿]")
_LONG_CLAUSE = 60

# In lower case, without the last dot: English, German, French, Spanish and Italian, Dutch and Scandinavian, Slavic.
_ABBREVIATION_LIST = """
mr mrs ms dr prof rev hon st sr jr gen col capt lt sgt cmdr adm gov sen rep pres supt messrs mt ft vol vols pp pg eq eqs
ed eds trans approx dept ext cf al vs viz e.g i.e eg ie ca resp feb apr jun jul aug sep sept oct nov dec tue wed thu fri
bzw z.b zb d.h dh u.a ua usf evtl ggf vgl bd hr hrsg fr dipl geb gest inkl exkl mind s.o s.u z.t o.ä u.u i.d.r sog tel
zzgl abzgl lfd jh jhd mio mrd
m mm mme mlle mgr cie env p.ex chap éd janv févr avr juil
sra srta sres dª d.ª ud uds vd vds pág págs avda sig sigs dott sig.ra sigg ecc arch
dhr mevr drs bijv d.w.z o.a t.a.v i.v.m t.o.v blz bl.a t.ex dvs f.eks
np tj tzn tzw ul mgr inż godz tzv např г ул им т.е т.д т.п гр см рис стр д-р проф
"""
_ABBREVIATIONS = frozenset(_ABBREVIATION_LIST.split())
# Only before a number: "no. 5", but "I said no."
_BEFORE_NUMBER_LIST = "no nos nr art abs str fig figs sec ch mar est núm pag max min jan p n"
_BEFORE_NUMBERS = frozenset(_BEFORE_NUMBER_LIST.split())
# A sentence may end in one of these, when the next word is a capital.
_AT_END_LIST = "etc usw u.s.w inc ltd co corp a.m p.m u.s u.k u.n e.u d.c ph.d m.d b.c a.d jr sr al ecc т.д т.п др"
_AT_ENDS = frozenset(_AT_END_LIST.split())
_AFTER_ORDINAL = re.compile(
    r"(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jahrhundert|klasse|"
    r"platz|stock|etage|kapitel|abschnitt|auflage|weltkrieg|lebensjahr|jh)\w*",
    re.IGNORECASE,
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return start and end of every sentence of `text`, in order, without the spaces between them.

    Args:
        text: One paragraph; line breaks count as spaces.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        if found.end() < len(text) and not _ends(text, start, found):
            continue
        _add(spans, text, start, found.end())
        start = found.end()
    _add(spans, text, start, len(text))
    return [piece for span in spans for piece in _clauses(text, *span)]


def sentences(text: str) -> list[str]:
    """Return the sentences of `text`; see `sentence_spans`."""
    return [text[start:end] for start, end in sentence_spans(text)]


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    mark = found.group().strip()
    if mark[0] in _ALWAYS:
        return True
    following = text[found.end() : found.end() + 8].lstrip(_OPENERS)[:1]
    closed = mark[-1] not in _SOMETIMES
    if following.islower():
        # "Stop!" he said. – but a dot before a small letter is an abbreviation, or careless typing after ? and !.
        return mark[0] in "!?؟" and not closed
    if mark[0] != "." or mark.startswith(".."):
        return True
    word = _LAST_WORD.search(text, max(start, found.start() - 24), found.start())
    if word is None:
        return True
    last = word.group().casefold()
    if last in _AT_ENDS:
        return following.isupper() or not following
    if last in _ABBREVIATIONS:
        return False
    if last in _BEFORE_NUMBERS:
        return not following.isdigit()
    if closed:
        return True
    if _INITIAL.match(last):
        # J. S. Bach – but "vitamin C. It" ends: an initial stands before a name, after another initial or a capital.
        return len(last) == 1 and not word.group().isupper()
    if not _NUMBER.match(last):
        return True
    # "1. Open the lid." is the number of a list, "3. Oktober" an ordinal.
    return found.start() - start > len(last) + 1 and not _AFTER_ORDINAL.match(text, found.end())


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut what is written without sentence marks at spaces between clauses."""
    if end - start <= 2 * _LONG_CLAUSE or not _NO_SPACES.search(text, start, end):
        return [(start, end)]
    spans = []
    begin = start
    for space in re.finditer(r"\s+", text[start:end]):
        at = start + space.start()
        if at - begin >= _LONG_CLAUSE and end - at >= _LONG_CLAUSE // 2 and _NO_SPACES.match(text[at - 1]):
            spans.append((begin, at))
            begin = start + space.end()
    spans.append((begin, end))
    return spans
