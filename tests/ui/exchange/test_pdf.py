import re
import zlib
from pathlib import Path

import pytest

from assistant.errors import CancelledError
from assistant.exchange.exporting import Format, Selection, export_file
from assistant.jobs import CancelToken
from assistant.store import Role, Store
from tests.exchange.conftest import talk
from ui.exchange import pdf

pytestmark = pytest.mark.qt_log_ignore("OpenType support missing", extend=True)


@pytest.fixture
def make(store, tmp_path):
    def make(file=None, cancel=None):
        file = file or tmp_path / "made.pdf"
        for _ in export_file(
            lambda: Store.beside(tmp_path / "conversations.db", read_only=True),
            Selection(),
            format_=Format.PDF,
            path=file,
            cancel=cancel or CancelToken(),
            write_pdf=pdf.write_pdf,
        ):
            pass
        return file

    return make


def pages(file):
    return len(re.findall(rb"/Type /Page\b", file.read_bytes()))


def drawn(file):
    """What is drawn on the pages: the unpacked streams."""
    found = b""
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", file.read_bytes(), re.DOTALL):
        try:
            found += zlib.decompress(stream)
        except zlib.error:
            found += stream
    return found


def test_it_has_its_title_and_a_page(store, make):
    talk(store, "Lighthouses & Ɂ 灯台", "How tall?", "About **100** metres.")
    data = make().read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert "Lighthouses & Ɂ 灯台".encode("utf-16-be") in data.replace(b"\\", b"")
    assert pages(make()) == 1


def test_a_long_conversation_goes_over_many_pages(store, make):
    talk(store, "Long", *["Words, again and again. " * 60] * 40)
    assert pages(make()) > 10


def test_every_conversation_begins_on_a_new_page(store, make):
    for number in range(3):
        talk(store, f"Number {number}", "Short")
    assert pages(make()) == 3


def test_any_script_and_any_character_is_survived(store, make):
    talk(store, "שלום", "مرحبا بالعالم", "日本語 ไทย हिन्दी 😀 \x00\x01 \u2028 \ufdd0 \ufffc \ud800", "a" * 100_000)
    assert pages(make()) > 1


def test_a_longer_line_than_qt_can_lay_out_is_cut(store, make, monkeypatch):
    talk(store, "One line", "x" * 200_000, "`" + "y" * 200_000)
    assert pages(make()) > 10


def test_pictures_named_in_a_text_are_never_read(store, make, tmp_path):
    picture = tmp_path / "secret.png"
    picture.write_bytes(b"not a picture")
    talk(store, "Picture", "?", f'![x]({picture.as_uri()}) <img src="{picture.as_uri()}">')
    assert b"/Subtype /Image" not in make().read_bytes()


def test_cancelling_ends_it_and_leaves_nothing(store, make, tmp_path):
    talk(store, "Long", *["Words, again and again. " * 60] * 100)
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        make(cancel=cancel)
    assert not list(tmp_path.glob("*.pdf")) + list(tmp_path.glob("*.part"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk of Linux")
def test_a_full_disk_is_an_error(store):
    conversation = talk(store, "Lighthouses", "How tall?")
    with pytest.raises(OSError, match="No space left"):
        for _ in pdf.write_pdf(Path("/dev/full"), [conversation], lambda one: store.shown_messages(one.id)):
            pass


def test_a_conversation_in_portions_is_drawn_whole(store, make, monkeypatch):
    talk(store, "Portions", *[f"Message {number} " + "words " * 50 for number in range(30)])
    whole, before = len(drawn(make())), pages(make())
    monkeypatch.setattr(pdf, "_AT_ONCE", 2_000)
    assert len(drawn(make())) > whole * 0.8
    assert pages(make()) > before


def test_it_works_on_another_thread(lighthouses_on_thread):
    assert lighthouses_on_thread.read_bytes().startswith(b"%PDF-")


@pytest.fixture
def lighthouses_on_thread(app, qtbot, tmp_path):
    from ui.exchange.controller import ExchangeController

    conversation = app.store.create_conversation(title="Lighthouses")
    app.store.add_message(conversation.id, parent_id=None, role=Role.USER, text="How tall?")
    controller = ExchangeController(app)
    with qtbot.waitSignal(controller.exported, timeout=60_000):
        controller.export(Selection(), Format.PDF, tmp_path / "made.pdf")
    controller.shut_down()
    return tmp_path / "made.pdf"
