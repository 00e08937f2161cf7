"""`thimble summarize`, in a process of its own."""

from __future__ import annotations

import json
import signal
import subprocess
import sys

import pytest

from tests.summaries.conftest import HARBOUR
from tests.terminal.conftest import ROOT

KEYS = {"summary", "points", "sections_total", "sections_covered", "seconds", "prompt_tokens", "answer_tokens"}
TEXT = "# The harbour\n\n" + "\n\n".join(HARBOUR)


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "report.md"
    file.write_text(TEXT, "utf-8")
    return file


def test_key_sentences_need_no_model(thimble, report):
    result = thimble("summarize", str(report), "--extractive")
    assert result.returncode == 0
    lines = result.stdout.splitlines()
    assert lines
    assert all(line.startswith("- ") and line[2:] in TEXT for line in lines)
    assert "Covers 1 of 1 sections" in result.stderr


def test_a_pipe_is_read_too(thimble):
    result = thimble("summarize", "-", "--extractive", "--style", "sentence", stdin=TEXT)
    assert result.stdout.strip() in TEXT


def test_sources_are_told(thimble, report):
    result = thimble("summarize", str(report), "--extractive", "--sources", "--length", "short")
    assert "[“The harbour”, paragraph 1, word for word]" in result.stdout


@pytest.mark.model
def test_json_has_what_was_promised_and_every_source_stands_in_the_text(thimble, report):
    result = thimble("summarize", str(report), "--json")
    assert (result.returncode, result.stderr) == (0, "")
    answer = json.loads(result.stdout)
    assert set(answer) >= KEYS
    assert answer["sections_covered"] == answer["sections_total"] > 0
    assert answer["prompt_tokens"] > 100
    for point in answer["points"]:
        assert point["tier"] in ("model", "extracted")
        assert all(source["text"] in TEXT and "paragraph" in source["place"] for source in point["sources"])


@pytest.mark.model
def test_a_language_the_model_does_not_write_is_told(thimble, report):
    result = thimble("summarize", str(report), "--language", "de")
    assert result.returncode == 1
    assert result.stderr.startswith("The model SmolLM2 135M can't write German.")


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (("missing.pdf",), "", "missing.pdf"),
        (("-",), "", "empty"),
        (("-",), "\x00\x01\x02" * 500, "not a document"),
        (("--language", "xx", "-"), "Text.", "no language"),
    ],
)
def test_what_can_not_be_read_is_told_in_a_sentence(thimble, arguments, stdin, said):
    result = thimble("summarize", *arguments, "--extractive", stdin=stdin)
    assert result.returncode == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr


@pytest.mark.model
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to another process there")
def test_ctrl_c_shows_what_there_is(tmp_path, data):
    file = tmp_path / "long.txt"
    file.write_text("\n\n".join(f"{text} Number {n}." for n in range(300) for text in HARBOUR), "utf-8")
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "summarize", str(file), "--json", "--data-dir", str(data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    )
    state = data / "conversations.db"
    while not state.exists():
        assert process.poll() is None
    # The engine runs once there are children of the program.
    import psutil

    while not psutil.Process(process.pid).children(recursive=True):
        assert process.poll() is None
    engine = psutil.Process(process.pid).children(recursive=True)[0]
    while engine.cpu_times().user < 4:
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, error = process.communicate()
    assert process.returncode == 130, error
    answer = json.loads(out)
    assert not answer["finished"]
    assert answer["sections_covered"] < answer["sections_total"]
