"""`thimble chat`, in a process of its own with the real built-in model."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.terminal.conftest import ROOT

pytestmark = pytest.mark.model

KEYS = {
    "text",
    "model",
    "prompt_tokens",
    "answer_tokens",
    "prompt_tokens_per_second",
    "answer_tokens_per_second",
    "seconds_to_first_token",
    "stop_reason",
}


def test_the_capital_of_france(thimble):
    result = thimble("chat", "What is the capital of France?", "--seed", "1")
    assert (result.returncode, result.stderr) == (0, "")
    assert "Paris" in result.stdout


def test_json_has_exactly_the_promised_keys(thimble):
    result = thimble("chat", "What is the capital of France?", "--seed", "1", "--json", "--max-tokens", "20")
    answer = json.loads(result.stdout)
    assert set(answer) == KEYS
    assert answer["stop_reason"] in ("stop", "length")
    assert answer["answer_tokens"] <= 20


def test_a_pipe_is_the_question(thimble):
    assert "Paris" in thimble("chat", "--seed", "1", stdin="What is the capital of France?\n").stdout


def test_a_pipe_can_be_added_to_the_question(thimble):
    result = thimble("chat", "What is the capital of", "-", "--seed", "1", stdin="France?\n")
    assert "Paris" in result.stdout


def test_the_system_text_is_followed(thimble):
    alone = thimble("chat", "Hello", "--seed", "1", "--max-tokens", "12").stdout
    other = thimble("chat", "Hello", "--seed", "1", "--max-tokens", "12", "--system", "You speak only French.").stdout
    assert alone != other


def test_one_question_alone_is_not_kept(thimble):
    thimble("chat", "Hello", "--max-tokens", "4")
    assert json.loads(thimble("history", "list", "--json").stdout) == []


@pytest.mark.parametrize(
    ("arguments", "stdin", "sentence"),
    [
        (["chat", ""], "", "The question is empty"),
        (["chat"], "  \n", "The question is empty"),
        (["chat", "x", "--model", "none"], "", "There is no model “none”"),
        (["chat", "word " * 20_000], "", "too long for the model"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(thimble, arguments, stdin, sentence):
    result = thimble(*arguments, stdin=stdin)
    assert result.returncode == 1
    assert result.stdout == ""
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [["chat", "--seed", "x"], ["nonsense"], ["chat", "--max-tokens", "0"], ["history"]]
)
def test_wrong_usage_is_exit_code_2(thimble, arguments):
    result = thimble(*arguments)
    assert result.returncode == 2
    assert "usage:" in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="asks a POSIX shell for the pipe")
def test_a_reader_that_goes_away_leaves_no_traceback(data):
    shell = f'"{sys.executable}" "{ROOT / "main.py"}" chat "Write a long story." --seed 1 | head -c 1'
    result = subprocess.run(
        shell, shell=True, capture_output=True, text=True, env={**os.environ, "THIMBLE_HOME": str(data)}, check=False
    )
    assert "Traceback" not in result.stderr


def test_binary_on_the_pipe_is_read_as_text_with_replacements(data):
    result = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "chat", "--max-tokens", "3"],
        input=b"\xff\xfe\x00hello",
        capture_output=True,
        env={**os.environ, "THIMBLE_HOME": str(data)},
        check=False,
    )
    assert result.returncode == 0, result.stderr
