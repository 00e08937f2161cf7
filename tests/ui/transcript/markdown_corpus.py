"""Markdown of every kind Thimble shows, to be combined and cut at random places."""

from __future__ import annotations

from hypothesis import strategies as st

BLOCKS = (
    "# alpha heading",
    "### beta *heading*",
    "alpha beta **gamma** delta `code` and [a link](https://example.org)",
    "a line\nwith a soft break  \nand a hard one",
    "- alpha\n- beta\n  - gamma\n    - delta",
    "- loose alpha\n\n- loose beta\n\n  with a paragraph",
    "1. alpha\n2. beta\n\n3. gamma",
    "3) alpha\n4) beta",
    "- [ ] alpha\n- [x] beta",
    "> alpha\n> beta\n> > gamma",
    "```python\ndef alpha():\n\n    return 'beta'\n```",
    "~~~\ngamma\n~~~",
    "```\nnever closed alpha\n\n- beta",
    "- item\n\n  ```js\n  let alpha = 1;\n\n  let b = 2;\n  ```\n- beta",
    "    indented alpha\n\n    indented beta",
    "| alpha | beta |\n|---|:-:|\n| gamma | `delta` |\n| **x** | |",
    "---",
    "***",
    "Setext alpha\n============",
    "![alpha](file:///etc/passwd) <b>beta</b> &amp; \\*gamma\\*",
    "שלום alpha **עולם**",
    "😀👩‍👩‍👧 beta 日本語",
    "alpha\x00beta\u2029gamma\ufdd0",
    "**unclosed alpha `and beta",
    "`" * 40 + " alpha",
    "> " * 30 + "beta",
    "".join("  " * depth + "- gamma\n" for depth in range(30)),
    "[ref]: https://example.org\n\n[ref] alpha",
    "|" * 30 + "\n" + "|-" * 30 + "|",
)


def markdown_texts() -> st.SearchStrategy[str]:
    """Blocks joined by blank lines, single line ends or nothing."""
    part = st.tuples(st.sampled_from(BLOCKS), st.sampled_from(("\n\n", "\n", "\n\n\n", "")))
    return st.lists(part, max_size=8).map(lambda parts: "".join(block + gap for block, gap in parts))
