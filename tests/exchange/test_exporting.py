import os
import re
from html.parser import HTMLParser

import pytest

from assistant.errors import CancelledError, StoreError
from assistant.exchange import exporting
from assistant.exchange.exporting import Format, Selection, export_file, export_stream
from assistant.exchange.failures import ExchangeError
from assistant.exchange.words import Words
from assistant.jobs import CancelToken
from assistant.store import MessageState, Role, Store
from tests.exchange.conftest import no_pdf, talk

TEXTS = [Format.MARKDOWN, Format.HTML, Format.TEXT]


@pytest.fixture
def lighthouses(store):
    conversation = talk(store, "Lighthouses", "How tall?\n# really", "About **100** metres.", system_text="Be brief.")
    last = store.path_messages(conversation.id)[-1]
    cut = store.add_message(conversation.id, parent_id=last.id, role=Role.USER, text="Go on")
    answer = store.add_message(conversation.id, parent_id=cut.id, role=Role.ASSISTANT, text="```\ncode")
    store.finish_message(answer.id, text="```\ncode", state=MessageState.CANCELLED)
    return conversation


def test_markdown_reads_as_it_was_written(lighthouses, export):
    text = export(Format.MARKDOWN).read_text(encoding="utf-8")
    text = re.sub(r"\*\d{4}-\d\d-\d\d \d\d:\d\d\*", "*DATE*", text)
    assert text == (
        "# Lighthouses\n\n*DATE*\n\n**Instructions for the model**\n\n> Be brief.\n\n"
        "## You\n\n> How tall?\n> # really\n\n## Thimble\n\nAbout **100** metres.\n\n"
        "## You\n\n> Go on\n\n## Thimble *(stopped)*\n\n```\ncode\n```\n"
    )


def test_text_is_plain(lighthouses, export):
    text = export(Format.TEXT).read_text(encoding="utf-8")
    assert "You:\nHow tall?\n# really\n\nThimble:\nAbout **100** metres.\n" in text
    assert "Thimble (stopped):\n```\ncode\n" in text


def test_the_words_between_are_in_the_language_asked_for(lighthouses, export):
    german = Words(language="de", user="Du", instructions="Anweisungen", stopped="angehalten")
    text = export(Format.HTML, words=german).read_text(encoding="utf-8")
    assert '<html lang="de">' in text
    assert {"<h2>Du</h2>", "<h2>Anweisungen</h2>"} <= set(re.findall("<h2>.*?</h2>", text))
    assert "(angehalten)" in text


class Page(HTMLParser):
    """What a browser would do with a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.words = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.words.append(data)


ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    '[x](https://a.example/"onmouseover="alert(1))',
    "[x](https://a.example/'><script>)",
    "![x](https://a.example/pixel.png)",
    "</article></body><iframe src=//a.example>",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "`</code><script>`",
    "| a | <b onclick=x> |\n|---|---|\n| <style>*{display:none}</style> | ] |",
    "**<svg/onload=alert(1)>**",
    "> <meta http-equiv=refresh content=0;url=//a.example>",
    "- <link rel=stylesheet href=//a.example>\n  1. <base href=//a.example>",
    "&lt;script&gt;",
]
HARMLESS = {
    "html", "head", "meta", "title", "style", "body", "nav", "ol", "ul", "li", "a", "article", "h1", "h2", "h3", "h4",
    "h5", "h6", "p", "div", "br", "pre", "code", "strong", "em", "blockquote", "table", "tr", "th", "td", "hr",
}  # fmt: skip


def test_a_web_page_can_do_nothing_whatever_is_in_it(store, export):
    for attack in ATTACKS:
        talk(store, attack, attack, attack, system_text=attack)
    page = Page(export(Format.HTML).read_text(encoding="utf-8"))
    assert set(page.tags) <= HARMLESS
    assert {name for name, _ in page.attributes} <= {
        "charset", "http-equiv", "content", "name", "lang", "id", "class", "href", "rel", "dir", "start",
    }  # fmt: skip
    links = [value for name, value in page.attributes if name == "href"]
    assert all(link.startswith(("#c", "https://")) for link in links)
    assert page.tags.count("style") == 1
    assert "<script>alert(1)</script>" in "".join(page.words)


def test_a_web_page_forbids_itself_everything_but_its_own_style(lighthouses, export):
    text = export(Format.HTML).read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', text).group(1)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "src=" not in text


def test_the_hash_in_the_policy_is_that_of_the_style(lighthouses, export):
    import base64
    import hashlib

    text = export(Format.HTML).read_text(encoding="utf-8")
    style = re.search("<style>(.*?)</style>", text, re.DOTALL).group(1)
    assert base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() in text


@pytest.mark.parametrize("format_", [*TEXTS, Format.JSON])
def test_only_one_conversation_is_held_in_memory_in_portions(store, export, format_, monkeypatch):
    import tracemalloc

    conversation = store.create_conversation(title="Long")
    parent = None
    for number in range(1_500):
        role = Role.ASSISTANT if number % 2 else Role.USER
        parent = store.add_message(conversation.id, parent_id=parent, role=role, text="word " * 4_000).id
    tracemalloc.start()
    file = export(format_)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert file.stat().st_size > 30_000_000
    assert peak < file.stat().st_size / 2


def leftovers(folder):
    return [one.name for one in folder.iterdir() if one.name.endswith(".part")]


@pytest.mark.parametrize("format_", [*TEXTS, Format.JSON])
def test_an_export_that_is_cancelled_leaves_the_old_file(store, path, tmp_path, format_, monkeypatch):
    monkeypatch.setattr(exporting, "_SAY_SECONDS", 0.0)
    talk(store, "Lighthouses", "How tall?", "100 m")
    file = tmp_path / "export"
    file.write_text("old")
    cancel = CancelToken()
    events = export_file(
        lambda: Store.beside(path), Selection(), format_=format_, path=file, cancel=cancel, write_pdf=no_pdf
    )
    next(events)
    assert leftovers(tmp_path)
    cancel.cancel()
    with pytest.raises(CancelledError):
        list(events)
    assert file.read_text() == "old"
    assert leftovers(tmp_path) == []


def test_an_export_that_is_left_alone_leaves_nothing(store, path, tmp_path, monkeypatch):
    monkeypatch.setattr(exporting, "_SAY_SECONDS", 0.0)
    talk(store, "Lighthouses", "How tall?", "100 m")
    events = export_file(
        lambda: Store.beside(path),
        Selection(),
        format_=Format.TEXT,
        path=tmp_path / "export",
        cancel=CancelToken(),
        write_pdf=no_pdf,
    )
    next(events)
    events.close()
    assert leftovers(tmp_path) == []


def test_a_place_that_can_not_be_written_is_said(store, export, tmp_path):
    talk(store, "Lighthouses", "How tall?")
    (tmp_path / "folder").mkdir()
    for name in ("folder", "missing/export.md"):
        with pytest.raises(ExchangeError, match="can't be written"):
            export(Format.MARKDOWN, name=name)
    assert leftovers(tmp_path) == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a full disk of Linux")  # noqa: PTH110 - before any test
def test_a_full_disk_is_said(store, export, tmp_path, monkeypatch):
    talk(store, "Lighthouses", "How tall?")

    def full(path, mode):
        return open("/dev/full", "wb")  # noqa: PTH123 - in the place of `Path.open`

    monkeypatch.setattr("pathlib.Path.open", full)
    with pytest.raises(ExchangeError, match="not enough room"):
        export(Format.TEXT)


def test_a_name_as_long_as_a_name_can_be_is_no_trouble(store, export):
    talk(store, "Lighthouses", "How tall?")
    assert export(Format.TEXT, name="灯" * 83 + ".txt").exists()


@pytest.mark.parametrize("suffix", ["", "-wal"])
def test_the_store_itself_is_never_replaced(store, path, suffix):
    talk(store, "Lighthouses", "How tall?")
    file = path.with_name(path.name + suffix)
    before = path.read_bytes()
    events = export_file(
        lambda: Store.beside(path),
        Selection(),
        format_=Format.TEXT,
        path=file.parent / "." / file.name,
        cancel=CancelToken(),
        write_pdf=no_pdf,
    )
    with pytest.raises(ExchangeError, match="keeps your conversations"):
        list(events)
    assert path.read_bytes() == before


def test_nothing_to_export_is_said(store, export):
    with pytest.raises(ExchangeError, match="no conversations to export"):
        export(Format.TEXT)


def test_a_conversation_that_is_gone_is_said(store, export):
    with pytest.raises(StoreError):
        export(Format.TEXT, selection=Selection((4711,)))


def test_what_is_deleted_is_not_exported(store, export):
    talk(store, "Here", "a")
    store.delete_conversation(talk(store, "Gone", "b").id)
    assert "Gone" not in export(Format.TEXT).read_text()


def test_a_stream_gets_the_same_as_a_file(lighthouses, store, export, tmp_path):
    with (tmp_path / "stream").open("wb") as stream:
        *_, last = export_stream(store, Selection(), format_=Format.TEXT, stream=stream, cancel=CancelToken())
    assert (last.conversations, last.messages) == (1, 4)
    assert (tmp_path / "stream").read_bytes() == export(Format.TEXT).read_bytes()


def test_progress_goes_from_nothing_to_all(store, path, tmp_path, monkeypatch):
    monkeypatch.setattr(exporting, "_SAY_SECONDS", 0.0)
    talk(store, "One", "a", "b", "c")
    talk(store, "Two", "d")
    events = export_file(
        lambda: Store.beside(path),
        Selection(),
        format_=Format.TEXT,
        path=tmp_path / "export",
        cancel=CancelToken(),
        write_pdf=no_pdf,
    )
    fractions = [event.fraction for event in events if hasattr(event, "fraction")]
    assert fractions == sorted(fractions)
    assert 0 < fractions[1] < fractions[-1] <= 1
