from __future__ import annotations

from email.message import EmailMessage

import pytest

from tests.documents.making import read_bytes, told


@pytest.fixture
def read(tmp_path):
    return lambda content: read_bytes(content, "eml", tmp_path)


def message(**headers):
    made = EmailMessage()
    made["From"], made["To"] = "Jön Keeper <j@example.org>", "teacher@example.org"
    made["Subject"], made["Date"] = "Die elf Kisten äöü", "Wed, 01 May 2024 10:00:00 +0200"
    return made


HEAD = [
    ("heading", 1, "Die elf Kisten äöü"),
    ("caption", 0, "From: Jön Keeper <j@example.org>"),
    ("caption", 0, "To: teacher@example.org"),
    ("caption", 0, "Date: Wed, 01 May 2024 10:00:00 +0200"),
]


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_headers_and_text_are_decoded(read, transfer, charset):
    made = message()
    made.set_content("Grüße vom Turm.\n\nEs regnet.\n", charset=charset, cte=transfer)
    document = read(made.as_bytes())
    assert told(document) == [*HEAD, ("paragraph", 0, "Grüße vom Turm."), ("paragraph", 0, "Es regnet.")]
    assert document.title == "Die elf Kisten äöü"


def test_of_two_forms_the_plain_one_is_read_and_attachments_are_named(read):
    made = message()
    made.set_content("Plain text.")
    made.add_alternative("<p>Marked <b>text</b>.</p>", subtype="html")
    made.add_attachment(b"\x00\x01", maintype="image", subtype="png", filename="Turm ä.png")
    assert told(read(made.as_bytes())) == [
        *HEAD,
        ("paragraph", 0, "Plain text."),
        ("caption", 0, "Attachment: Turm ä.png"),
    ]


def test_a_mail_that_has_only_markup_is_read_as_a_page(read):
    made = message()
    made.set_content("<h2>Boxes</h2><p>Eleven of <b>them</b>.</p>", subtype="html")
    assert told(read(made.as_bytes()))[4:] == [("heading", 2, "Boxes"), ("paragraph", 0, "Eleven of them.")]


def test_broken_headers_lose_no_text(read):
    content = (
        b"From: =?utf-8?b?!!!?= <<>\nSubject: =?nonsense?q?x?=\nContent-Type: text/plain; charset=nonsense\n\nText.\n"
    )
    assert told(read(content))[-1] == ("paragraph", 0, "Text.")
