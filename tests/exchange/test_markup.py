import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.exchange.markup import plain_to_html, to_html
from tests.exchange.test_exporting import HARMLESS, Page


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Hello", '<p dir="auto">Hello</p>'),
        ("a\n\nb", '<p dir="auto">a</p>\n<p dir="auto">b</p>'),
        ("# Parts", '<h3 dir="auto">Parts</h3>'),
        ("**a** *b* `c*d*`", '<p dir="auto"><strong>a</strong> <em>b</em> <code>c*d*</code></p>'),
        ("**a *b** c*", '<p dir="auto"><strong>a *b</strong> c*</p>'),
        ("***a***", '<p dir="auto"><strong><em>a</em></strong></p>'),
        ("2 * 3 * 4", '<p dir="auto">2 * 3 * 4</p>'),
        ("- a\n- b", '<ul dir="auto">\n<li>a</li>\n<li>b</li>\n</ul>'),
        ("3. a\n4. b", '<ol dir="auto" start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> a", '<blockquote>\n<p dir="auto">a</p>\n</blockquote>'),
        ("```py\na < b\n```", '<pre dir="ltr"><code>a &lt; b</code></pre>'),
        ("```\ncut off", '<pre dir="ltr"><code>cut off</code></pre>'),
        ("---", "<hr>"),
        (
            "[a](https://a.example/?x=1&y=2)",
            '<p dir="auto"><a href="https://a.example/?x=1&amp;y=2" rel="noreferrer noopener">a</a></p>',
        ),
        ("[a](javascript:x)", '<p dir="auto">[a](javascript:x)</p>'),
        ("<b>a</b>", '<p dir="auto">&lt;b&gt;a&lt;/b&gt;</p>'),
    ],
)
def test_what_models_write_becomes_tags(text, html):
    assert to_html(text) == html


def test_a_table_has_a_head_and_rows():
    html = to_html("| a | b |\n|---|:-:|\n| 1 | **2** |\nafter")
    assert re.findall("<t[hd]>(.*?)</t[hd]>", html) == ["a", "b", "1", "<strong>2</strong>"]
    assert html.endswith('<p dir="auto">after</p>')


def test_lists_lie_within_lists():
    html = to_html("1. a\n   - b\n   - c\n2. d")
    assert html.replace("\n", "") == (
        '<ol dir="auto"><li>a<ul dir="auto"><li>b</li><li>c</li></ul></li><li>d</li></ol>'
    )


def test_what_a_person_typed_is_shown_as_typed():
    assert plain_to_html("# a\n**b**\n\n\nc") == '<p dir="auto"># a<br>**b**</p>\n<p dir="auto">c</p>'


pieces = st.sampled_from(
    [*"<>&\"'`*_#|[]()~-+.>\n\t 1ab", "```", "**", "https://a.example/", "javascript:", "<script>", "&lt;", "\u2028"]
)


@settings(max_examples=400)
@given(st.lists(pieces, max_size=40).map("".join))
def test_whatever_is_written_only_harmless_tags_come_out_and_all_of_them_are_closed(text):
    html = to_html(text)
    page = Page(html)
    assert set(page.tags) <= HARMLESS
    opened = []
    for closing, tag in re.findall(r"<(/?)([a-z0-9]+)[^>]*>", html):
        if closing:
            assert opened.pop() == tag
        elif tag not in ("br", "hr"):
            opened.append(tag)
    assert opened == []
    assert all(value.startswith("https://a.example/") for name, value in page.attributes if name == "href")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_no_word_is_lost(text):
    said = "".join(Page(to_html(text)).words)
    for word in re.findall(r"\w{2,}", text):
        assert word in said
