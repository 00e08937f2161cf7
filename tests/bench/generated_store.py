"""Makes a store with very many messages in several scripts, quickly: for benchmarks only."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Iterator
from pathlib import Path

import apsw

from assistant.store import Role, Store

LONG = 10_000
"""Messages of the longest conversation, the first one."""
_SHORT = 50
_ROWS = 20_000
_ALPHABETS = {
    "latin": "etaoinshrdlucmfwypvbgkqjxz",
    "accents": "eaéèsnàçtîruoöüß",
    "cyrillic": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф",
    "greek": "αεοιτνσρπυκλμγδηωθφχ",
    "arabic": "ايلمنوتربدعسكهحقفجشصطخغذ",
    "devanagari": "करनतसहमलपयवदजबगचशखटडथभ",
    "han": "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她"
    "里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老"
    "从动两长",
    "kana": "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん",
    "thai": "กขคงจชซญดตถทนบปผพฟมยรลวสหอะาเแโไ",
    "hangul": "가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후",
}
_SPACELESS = ("han", "kana", "thai")
# Half of the messages are in the Latin alphabet, as they are likely to be; the rest is in all scripts alike.
_MIX = ["latin"] * 9 + list(_ALPHABETS)


class Words:
    """Texts of words as frequent as words are (the second half as often as the first, and so on), per script."""

    def __init__(self, seed: int = 1) -> None:
        """Make the vocabularies."""
        self._random = random.Random(seed)
        self.vocabularies = {name: self._vocabulary(letters) for name, letters in _ALPHABETS.items()}
        self._weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(20_000)))

    def _vocabulary(self, letters: str) -> list[str]:
        choose = self._random
        found: dict[str, None] = {}
        while len(found) < 20_000:
            length = 1 + min(choose.randrange(9), choose.randrange(12))
            length = max(length, 1 + len(found) // 400) if len(found) < 2_000 else max(length, 5)
            found["".join(choose.choices(letters[: 6 + choose.randrange(len(letters))], k=min(length, 9)))] = None
        return list(found)

    def texts(self) -> Iterator[str]:
        """Yield texts of 5 to 120 words without end."""
        choose = self._random
        while True:
            script = choose.choice(_MIX)
            words = choose.choices(self.vocabularies[script], cum_weights=self._weights, k=40_000)
            at = 0
            glue = "" if script in _SPACELESS else " "
            while at < len(words) - 120:
                count = min(choose.randint(5, 120), choose.randint(5, 120))
                yield glue.join(words[at : at + count])
                at += count


def fill(path: Path, messages: int, *, words: Words) -> None:
    """Make a store at `path` with one conversation of `LONG` messages and others of 50."""
    Store.open(path).close()
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA synchronous = OFF")
    texts = words.texts()
    now = time.time()
    conversation = 0
    left_here = 0
    parent: int | None = None
    roles = (Role.USER.value, Role.ASSISTANT.value)
    made = 0
    while made < messages:
        rows = []
        connection.execute("BEGIN")
        for number in range(made + 1, min(messages, made + _ROWS) + 1):
            if not left_here:
                conversation += 1
                left_here = LONG if conversation == 1 else _SHORT
                parent = None
                title = " ".join(next(texts).split()[:6])[:60]
                connection.execute(
                    """INSERT INTO conversation (id, title, system_text, created_at, updated_at, kind, uid)
                       VALUES (?, ?, '', ?, ?, ?, ?)""",
                    (conversation, title, now, now, "summary" if conversation % 20 == 0 else "chat", str(conversation)),
                )
            text = next(texts)
            written = now - 60.0 * (messages - number)
            rows.append((number, conversation, parent, roles[left_here % 2], len(text), written, text))
            parent = number
            left_here -= 1
        connection.executemany(
            """INSERT INTO message
                   (id, conversation_id, parent_id, chosen, role, state, length, created_at, model, text)
               VALUES (?, ?, ?, 1, ?, 'complete', ?, ?, 'm', ?)""",
            rows,
        )
        connection.execute("COMMIT")
        made += len(rows)
    connection.close()
