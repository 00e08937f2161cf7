from __future__ import annotations

import pytest

from assistant.documents.errors import DAMAGED, ENCRYPTED, BadDocumentError
from tests.documents.making import epub, read_bytes, texts, told


def chapter(heading, text):
    return f"<html><head><title>t</title></head><body><h1>{heading}</h1><p>{text}</p></body></html>"


def test_chapters_come_in_the_order_of_the_spine(tmp_path):
    book = epub(
        {"b.xhtml": chapter("Two", "Second."), "a.xhtml": chapter("One", "First.")}, spine=["a.xhtml", "b.xhtml"]
    )
    document = read_bytes(book, "epub", tmp_path)
    assert told(document) == [
        ("heading", 1, "One"),
        ("paragraph", 0, "First."),
        ("heading", 1, "Two"),
        ("paragraph", 0, "Second."),
    ]
    assert document.title == "A Book"


def test_names_of_chapters_are_addresses(tmp_path):
    book = epub(
        {"one two.xhtml": chapter("One", "First.")}, href=lambda name: f"../OEBPS/{name.replace(' ', '%20')}#top"
    )
    assert texts(read_bytes(book, "epub", tmp_path)) == ["One", "First."]


def test_the_table_of_contents_in_the_spine_is_left_out(tmp_path):
    contents = "<html><body><nav><ol><li><a href='a.xhtml'>One</a></li></ol></nav></body></html>"
    book = epub({"nav.xhtml": contents, "a.xhtml": chapter("One", "First.")})
    assert texts(read_bytes(book, "epub", tmp_path)) == ["One", "First."]


def test_a_book_whose_chapters_are_encrypted_says_so_and_one_whose_fonts_are_is_read(tmp_path):
    def encryption(name):
        return (
            '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData>'
            f'<enc:CipherReference URI="{name}"/></enc:CipherData></enc:EncryptedData></encryption>'
        )

    chapters = {"a.xhtml": chapter("One", "First.")}
    with_fonts = epub(chapters, extra={"META-INF/encryption.xml": encryption("OEBPS/font.otf")})
    assert texts(read_bytes(with_fonts, "epub", tmp_path)) == ["One", "First."]
    locked = epub(chapters, extra={"META-INF/encryption.xml": encryption("OEBPS/a.xhtml")})
    with pytest.raises(BadDocumentError) as caught:
        read_bytes(locked, "epub", tmp_path)
    assert caught.value.template == ENCRYPTED


def test_a_book_without_chapters_is_damaged(tmp_path):
    with pytest.raises(BadDocumentError) as caught:
        read_bytes(epub({}), "epub", tmp_path)
    assert caught.value.template == DAMAGED
