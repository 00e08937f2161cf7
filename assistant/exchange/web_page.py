"""Conversations as one web page that needs nothing else, prints well and can do nothing.

It has no script and loads nothing, and its content security policy forbids both.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Sequence
from html import escape

from assistant.exchange import markup
from assistant.exchange.words import ENGLISH, Words, moment
from assistant.store import Conversation, Message, Role

_STYLE = """
:root { color-scheme: light dark; --text: #1e1f21; --muted: #686b70; --line: #e4e3de; --page: #fafaf8;
  --raised: #ffffff; --accent: #1f6f5c; }
@media (prefers-color-scheme: dark) { :root { --text: #ececea; --muted: #9da1a7; --line: #34373b; --page: #1b1c1e;
  --raised: #242629; --accent: #6cc3ac; } }
body { margin: 0 auto; padding: 24px 16px; max-width: 720px; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.5em; line-height: 1.25; margin: 0; } h2 { font-size: 0.88em; color: var(--muted); margin: 24px 0 0; }
h3, h4, h5, h6 { font-size: 1.1em; margin: 16px 0 8px; } p { margin: 8px 0; }
.date, .note { color: var(--muted); font-size: 0.88em; } a { color: var(--accent); }
.user, .system { background: var(--raised); border: 1px solid var(--line); border-radius: 8px; padding: 4px 12px; }
nav { margin: 16px 0 32px; } article + article { border-top: 1px solid var(--line); margin-top: 48px;
  padding-top: 32px; }
pre { background: var(--raised); border: 1px solid var(--line); border-radius: 8px; padding: 12px; overflow-x: auto;
  white-space: pre-wrap; } code, pre { font-family: ui-monospace, monospace; font-size: 0.92em; }
blockquote { border-inline-start: 3px solid var(--line); margin: 8px 0; padding-inline-start: 12px;
  color: var(--muted); } table { border-collapse: collapse; }
td, th { border: 1px solid var(--line); padding: 4px 8px; text-align: start; }
hr { border: none; border-top: 1px solid var(--line); }
@media print { :root { --text: #000; --muted: #444; --line: #bbb; --page: #fff; --raised: #fff; --accent: #000; }
  body { max-width: none; padding: 0; font-size: 11pt; } h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  article + article { break-before: page; border: none; margin: 0; padding: 0; } nav { break-after: page; }
  pre, table, .user { break-inside: avoid; } }
"""


def document(
    conversations: Sequence[Conversation],
    messages: Callable[[Conversation], Iterator[Message]],
    *,
    words: Words = ENGLISH,
) -> Iterator[str]:
    """Return the branch shown of every conversation, piece by piece; arguments as `plain_text.document`."""
    name = words.title(conversations[0]) if len(conversations) == 1 else words.conversations
    yield _head(name, words.language)
    if len(conversations) > 1:
        yield f"<nav><h1>{escape(words.conversations)}</h1>\n<ol>\n"
        for conversation in conversations:
            yield f'<li dir="auto"><a href="#c{conversation.id}">{_text(words.title(conversation))}</a></li>\n'
        yield "</ol></nav>\n"
    for conversation in conversations:
        yield f'<article id="c{conversation.id}">\n{heading(conversation, words)}'
        for message in messages(conversation):
            yield message_html(message, words)
        yield "</article>\n"
    yield "</body>\n</html>\n"


def heading(conversation: Conversation, words: Words) -> str:
    """Return a conversation's title, its date and its instructions for the model."""
    html = f'<h1 dir="auto">{_text(words.title(conversation))}</h1>\n'
    html += f'<p class="date">{moment(conversation.created_at)}</p>\n'
    if conversation.system_text.strip():
        inner = markup.plain_to_html(conversation.system_text.strip())
        html += f'<h2>{escape(words.instructions)}</h2>\n<div class="system">{inner}</div>\n'
    return html


def message_html(message: Message, words: Words) -> str:
    """Return a message: who wrote it, what it says, and how it ended where that matters."""
    if message.role is Role.USER:
        inner, kind = markup.plain_to_html(message.text.rstrip()), "user"
    else:
        inner, kind = markup.to_html(message.text.rstrip()), "answer"
    html = f'<h2>{escape(words.speaker(message))}</h2>\n<div class="{kind}">{inner}</div>\n'
    if ending := words.ending(message):
        html += f'<p class="note">({escape(ending)})</p>\n'
    return html


def _head(name: str, language: str) -> str:
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(name)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )


def _text(text: str) -> str:
    return escape(markup.printable(text))
