"""Documents that were summarised or asked about, and what the model wrote about them."""

from __future__ import annotations

import time
from collections.abc import Iterable

import msgspec

from assistant.store.database import Database, storable, stored


class KeptAnswer(msgspec.Struct, frozen=True):
    """What a model answered to a request about a document.

    Attributes:
        request: Hash of the model and the request: the same request need not be made again.
        answer: The answer.
        prompt_tokens: Length of the request in tokens.
        answer_tokens: Length of the answer in tokens.
    """

    request: str
    answer: str
    prompt_tokens: int
    answer_tokens: int


class KeptSummary(msgspec.Struct, frozen=True):
    """The summary page of a conversation.

    Attributes:
        document: Hash of its document.
        content: The document, as it was given to `keep_document`.
        options: How it is to be summarised, as given to `keep_summary`.
        result: The newest summary, as given to `keep_summary`; empty when there is none yet.
    """

    document: str
    content: bytes
    options: str
    result: bytes


class Documents:
    """The part of the store about summarised documents. Every method raises `StoreError` when the file can't be used.

    A document is kept as long as a conversation has it, in the bin too.
    """

    _database: Database

    def keep_summary(self, conversation_id: int, *, document: str, content: bytes, options: str) -> None:
        """Give a conversation its document.

        Args:
            conversation_id: The conversation; one that has a document already gets this one instead.
            document: Hash of the document.
            content: The document; kept once, however many conversations have it.
            options: How it is to be summarised.
        """
        with self._database.transaction() as database:
            database.write(
                "INSERT INTO document VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING", (document, content, time.time())
            )
            database.write(
                """INSERT INTO summary VALUES (?1, ?2, ?3, x'')
                   ON CONFLICT (conversation_id) DO UPDATE SET document = ?2, options = ?3, result = x''""",
                (conversation_id, document, storable(options)),
            )

    def set_summary(self, conversation_id: int, *, options: str, result: bytes) -> None:
        """Keep a conversation's newest summary, and how it was made."""
        self._database.change(
            "UPDATE summary SET options = ?, result = ? WHERE conversation_id = ?",
            (storable(options), result, conversation_id),
        )

    def summary(self, conversation_id: int) -> KeptSummary | None:
        """Return what the summary page of a conversation shows; None when it has no document."""
        rows = self._database.query(
            """SELECT summary.document, document.content, CAST(summary.options AS BLOB), summary.result
               FROM summary JOIN document ON document.hash = summary.document WHERE conversation_id = ?""",
            (conversation_id,),
        )
        if not rows:
            return None
        document, content, options, result = rows[0]
        return KeptSummary(document, content, stored(options), result)

    def has_document(self, conversation_id: int) -> bool:
        """Return whether a conversation has a document."""
        return bool(self._database.query("SELECT 1 FROM summary WHERE conversation_id = ?", (conversation_id,)))

    def summary_of(self, document: str) -> int | None:
        """Return the newest conversation, not in the bin, that has a document; None when there is none."""
        rows = self._database.query(
            """SELECT conversation.id FROM summary JOIN conversation ON conversation.id = summary.conversation_id
               WHERE summary.document = ? AND conversation.deleted_at IS NULL ORDER BY conversation.id DESC LIMIT 1""",
            (document,),
        )
        return rows[0][0] if rows else None

    def keep_answers(self, document: str, answers: Iterable[KeptAnswer]) -> None:
        """Keep what a model wrote about a document; nothing happens when the document is not kept any more."""
        rows = [(document, one.request, storable(one.answer), one.prompt_tokens, one.answer_tokens) for one in answers]
        with self._database.transaction() as database:
            for row in rows:
                database.write(
                    """INSERT INTO written SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS
                       (SELECT 1 FROM document WHERE hash = ?1) ON CONFLICT (document, request) DO NOTHING""",
                    row,
                )

    def kept_answers(self, document: str) -> dict[str, KeptAnswer]:
        """Return what models wrote about a document, by request."""
        rows = self._database.query(
            "SELECT request, CAST(answer AS BLOB), prompt_tokens, answer_tokens FROM written WHERE document = ?",
            (document,),
        )
        return {request: KeptAnswer(request, stored(answer), *tokens) for request, answer, *tokens in rows}
