from __future__ import annotations

import io

import pytest
from progress import Phase, ProgressLine, Step, compiling_text, megabytes, read_step


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("Collecting numpy==2.4.6 (from -r r.txt (line 3))\n", Step(Phase.DOWNLOADING, "numpy")),
        ("Progress 1024 of 4096\n", Step(Phase.TRANSFER, done=1024, total=4096)),
        ("  Building wheel for llama-cpp-python (pyproject.toml): started\n", Step(Phase.BUILDING, "llama-cpp-python")),
        ("  [12/140] /usr/bin/g++ -c ggml.cpp\n", Step(Phase.COMPILING, done=12, total=140)),
        ("Installing collected packages: a, b\n", Step(Phase.INSTALLING)),
    ],
)
def test_a_line_of_pip_that_says_something_is_understood(line, step):
    assert read_step(line) == step


@pytest.mark.parametrize(
    "line",
    [
        "",
        "\n",
        "  Collecting cmake==4.4.4\n",  # in the throw-away environment of a build
        "  Installing collected packages: pathspec\n",
        "  Running command Building wheel for llama-cpp-python (pyproject.toml)\n",
        "  Building wheel for llama-cpp-python (pyproject.toml): finished with status 'done'\n",
        "warning: [1/2] is not at the start\n",
    ],
)
def test_other_lines_say_nothing(line):
    assert read_step(line) is None


def test_the_end_of_compiling_is_guessed_once_there_is_something_to_go_by():
    assert compiling_text(Step(Phase.COMPILING, done=3, total=140), 6.0) == "Compiling: 3 of 140 (2 %)"
    assert compiling_text(Step(Phase.COMPILING, done=70, total=140), 120.0).endswith("(50 %), about 2 min left")
    assert compiling_text(Step(Phase.COMPILING, done=139, total=140), 240.0).endswith("about a minute left")


def test_on_a_terminal_one_line_is_rewritten():
    screen = Terminal()
    line = ProgressLine(screen)
    line.show("one")
    line.show("two")
    line.clear()
    assert screen.getvalue() == "\r\x1b[Kone\r\x1b[Ktwo\r\x1b[K"


def test_elsewhere_a_line_is_written_now_and_then():
    out = io.StringIO()
    line = ProgressLine(out, every=3600)
    for done in range(1, 141):
        line.show_step(Step(Phase.COMPILING, done=done, total=140))
    assert out.getvalue().count("\n") == 1


def test_compiling_is_announced_with_its_length_whatever_was_shown_before():
    out = io.StringIO()
    line = ProgressLine(out, every=3600)
    line.show("Fetching …")
    line.show_step(Step(Phase.BUILDING, "llama-cpp-python"))
    assert "Compiling llama-cpp-python" in out.getvalue()
    assert "4 minutes" in out.getvalue()


@pytest.mark.parametrize(("size", "text"), [(0, "0.0 MB"), (98_362_432, "98.4 MB"), (1_200_000_000, "1.2 GB")])
def test_sizes_are_written_for_people(size, text):
    assert megabytes(size) == text
