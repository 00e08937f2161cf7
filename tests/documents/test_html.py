from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.making import read_bytes, read_path, texts, told


@pytest.fixture
def read(tmp_path):
    def read(markup, *, encoding="utf-8"):
        return read_bytes(markup.encode(encoding), "html", tmp_path)

    return read


def test_the_elements_of_a_text_are_told_apart(read):
    found = told(
        read(
            "<title>The Keeper</title><h1>Begin</h1><p>One <b>bold</b> and\n  <a href=x>linked</a>.</p>"
            "<ul><li>outer<ul><li>inner</li></ul></li></ul><h2>Numbers</h2>"
            "<table><caption>Days</caption><tr><th>Year</th><th>Days</th></tr><tr><td>1901</td><td>365</td></tr></table>"
            "<figure><img alt=x><figcaption>A tower</figcaption></figure><pre>for x:\n    y</pre>"
            "<blockquote><p>quoted</p></blockquote>naked<br>text"
        )
    )
    assert found == [
        ("heading", 1, "Begin"),
        ("paragraph", 0, "One bold and linked."),
        ("list item", 1, "outer"),
        ("list item", 2, "inner"),
        ("heading", 2, "Numbers"),
        ("caption", 0, "Days"),
        ("table row", 0, "Year | Days"),
        ("table row", 0, "1901 | 365"),
        ("caption", 0, "A tower"),
        ("code", 0, "for x:\n    y"),
        ("paragraph", 0, "quoted"),
        ("paragraph", 0, "naked text"),
    ]


def test_menus_scripts_and_what_is_hidden_are_left_out(read):
    markup = (
        "<nav>menu</nav><header><h1>Title</h1></header><script>var x = 'no'</script><style>p{}</style>"
        "<div class='sidebar left'>aside</div><div role=navigation>also</div><p hidden>secret</p>"
        "<p style='display: none'>gone</p><p aria-hidden=true>icon</p><p>Text</p><!-- comment -->"
        "<ul><li><a href=1>Home</a></li><li><a href=2>Shop</a></li><li><a href=3>Contact</a></li></ul>"
        "<footer>imprint</footer><noscript>switch it on</noscript><form><p>search</p></form>"
    )
    assert texts(read(markup)) == ["Title", "Text"]


def test_a_list_of_sentences_with_links_is_no_menu(read):
    items = [f"In the {n}. year he wrote <a href=x>much</a>, and nobody read it" for n in range(4)]
    assert len(texts(read("<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"))) == 4


def test_of_a_page_with_one_main_part_only_that_is_read(read):
    article = "<p>" + "The keeper wrote down the weather every evening. " * 5 + "</p>"
    assert len(texts(read(f"<div><p>Related: ten other lighthouses</p></div><main>{article}</main>"))) == 1
    assert texts(read("<main><p>tiny</p></main><div><p>" + "The real text is here. " * 5 + "</p></div>"))[0] == "tiny"


def test_the_mark_of_a_headings_link_is_no_text(read):
    assert texts(read("<h2>Numbers<a class='headerlink' href='#n'>¶</a></h2>")) == ["Numbers"]


@pytest.mark.parametrize("encoding", ["windows-1251", "shift_jis", "utf-16"])
def test_the_encoding_that_the_page_names_is_used(read, encoding):
    text = {"windows-1251": "Смотритель маяка", "shift_jis": "灯台の番人", "utf-16": "Σημειώσεις"}[encoding]
    assert texts(read(f"<meta charset={encoding}><p>{text}</p>", encoding=encoding)) == [text]


def test_unclosed_and_misplaced_elements_lose_no_text(read):
    assert texts(read("<p>one<p>two<li>three</b></i><div>four</p><table><p>five")) == [
        "one",
        "two",
        "three",
        "four",
        "five",
    ]


def test_elements_in_ten_thousand_others_are_read(read):
    assert texts(read("<div>" * 10_000 + "deep")) == ["deep"]


PAGE = Path("/usr/share/doc/python3/python-policy.html")


@pytest.mark.skipif(not PAGE.exists(), reason="Debian's Python policy is not installed")
def test_debians_python_policy_has_its_chapters():
    document = read_path(PAGE, "html")
    headings = [block.text for block in document.blocks if block.kind == "heading"]
    assert len(headings) > 20
    assert document.characters > 20_000
    assert not any("¶" in text for text in texts(document))
