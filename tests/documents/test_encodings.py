from __future__ import annotations

import codecs

import pytest

from assistant.documents.encodings import declared_encoding, decoded
from assistant.documents.errors import NOT_A_DOCUMENT, BadDocumentError

TEXTS = {
    "cp1252": "Die Wärterin schrieb fünf Jahre lang auf, wie groß die Wellen waren – „höher als das Haus“.",
    "cp1250": "Strażnik latarni morskiej co wieczór zapisywał pogodę, żeby nie zapomnieć o żadnej burzy.",
    "iso8859-2": "Správce majáku si každý večer zapisoval počasí, a šlo mu o to, aby žádná bouřka nechyběla.",
    "cp1254": "Deniz fenerinin bekçisi her akşam havayı yazdı; kırk yılda yalnızca iki gün kaçırdı, ne şaşırtıcı.",
    "cp1251": "Смотритель маяка каждый вечер записывал погоду, и за сорок лет он пропустил не больше двух дней.",
    "koi8-r": "Смотритель маяка каждый вечер записывал погоду, и за сорок лет он пропустил не больше двух дней.",
    "cp1253": "Ο φύλακας του φάρου έγραφε κάθε βράδυ τον καιρό και σε σαράντα χρόνια έχασε μόνο δύο ημέρες.",
    "cp1255": "שומר המגדלור רשם את מזג האוויר בכל ערב, ובמשך ארבעים שנה החמיץ לא יותר משני ימים.",
    "shift_jis": "灯台の番人は毎晩天気を書き留めた。四十年の間に書かなかったのは二日だけだった。",
    "euc-jp": "灯台の番人は毎晩天気を書き留めた。四十年の間に書かなかったのは二日だけだった。",
    "iso2022_jp": "灯台の番人は毎晩天気を書き留めた。四十年の間に書かなかったのは二日だけだった。",
    "gb18030": "灯塔看守人每天晚上都记录天气，四十年里他只漏记了两天。第一天是他女儿出生的日子。",
    "big5": "燈塔看守人每天晚上都記錄天氣，四十年裡他只漏記了兩天。第一天是他女兒出生的日子。",
    "euc-kr": "등대지기는 매일 저녁 날씨를 적었고, 사십 년 동안 이틀만 빠뜨렸다. 첫날은 딸이 태어난 날이었다.",
}


@pytest.mark.parametrize("encoding", TEXTS)
def test_the_encoding_of_a_text_is_found_without_a_word_about_it(encoding):
    text = "\n".join([TEXTS[encoding]] * 4)
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_unicode_is_found_in_all_its_forms(encoding):
    text = "The keeper of the lighthouse – Wärterin, 灯台 – wrote it down.\n"
    assert decoded(text.encode(encoding)) == text


def test_a_mark_says_the_order_of_bytes():
    text = "灯台の番人"
    assert decoded(codecs.BOM_UTF16_BE + text.encode("utf-16-be")) == text


def test_a_few_broken_bytes_do_not_turn_utf8_into_something_else():
    text = "Die Wärterin schrieb fünf Jahre lang auf, wie groß die Wellen waren. " * 5
    content = text.encode()
    assert decoded(content[:-1] + b"\xc3") == text[:-1] + "\ufffd"
    assert decoded(content[:200] + b"\xff" + content[200:]).count("ä") >= text.count("ä") - 1


def test_what_the_surroundings_say_is_believed_of_text_that_is_not_utf8():
    assert decoded("Ñandú".encode("mac_roman"), declared="macintosh") == "Ñandú"
    assert decoded("Ñandú".encode(), declared="macintosh") == "Ñandú"
    assert decoded("Ñandú".encode("cp1252"), declared="no-such-encoding") == "Ñandú"


def test_the_encoding_that_a_page_names_is_found():
    assert declared_encoding(b'<html><meta http-equiv="Content-Type" content="text/html; charset=KOI8-R">') == "KOI8-R"
    assert declared_encoding(b"<?xml version='1.0' encoding='windows-1250'?>") == "windows-1250"
    assert declared_encoding(b"<html>") == ""


@pytest.mark.parametrize(
    "content", [b"\x7fELF\x02\x01\x01\x00\x00", bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"]
)
def test_what_is_no_text_is_refused(content):
    with pytest.raises(BadDocumentError) as caught:
        decoded(content)
    assert caught.value.template == NOT_A_DOCUMENT
