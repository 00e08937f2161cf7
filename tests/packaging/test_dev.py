from __future__ import annotations

import os
import subprocess
import sys

import dev
import pytest
from layout import ROOT


def start(*arguments, **environment):
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return subprocess.run(
        [sys.executable, ROOT / "packaging" / "dev.py", *arguments],
        env={key: value for key, value in os.environ.items() if key not in hidden} | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only there a session may have no display")
def test_without_a_display_one_line_offers_the_terminal():
    result = start("run")
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert "no display" in result.stderr
    assert "packaging/dev.py run -- chat" in result.stderr


@pytest.mark.parametrize(
    "arguments", [["chat"], ["chat", "--json"], ["--data-dir", "x", "doctor"], ["--help"], ["-h"], ["--version"]]
)
def test_a_subcommand_needs_no_display(arguments):
    assert dev._for_terminal(arguments)


@pytest.mark.parametrize("arguments", [[], ["--data-dir", "chat"], ["--data-dir=chat"]])
def test_without_a_subcommand_a_window_opens(arguments):
    assert not dev._for_terminal(arguments)


@pytest.mark.parametrize(
    ("arguments", "own", "passed"),
    [
        (["run"], ["run"], []),
        (["run", "--", "chat", "Hello", "--seed", "1"], ["run"], ["chat", "Hello", "--seed", "1"]),
        (["run", "chat", "--", "-x"], ["run"], ["chat", "--", "-x"]),
        (["test", "-k", "word", "-x"], ["test"], ["-k", "word", "-x"]),
        (["test", "--help"], ["test", "--help"], []),
        (["check", "--no-tests"], ["check", "--no-tests"], []),
        ([], [], []),
    ],
)
def test_what_follows_a_command_is_passed_on_as_it_is(arguments, own, passed):
    assert dev._split(arguments) == (own, passed)


def test_help_names_every_command():
    text = start("--help").stdout
    for command in ("run", "test", "check", "bench", "soak", "lock", "translations", "format"):
        assert f"\n    {command}" in text


def test_an_unknown_command_is_a_usage_error():
    assert start("dance").returncode == 2


def test_an_unknown_benchmark_is_one_sentence():
    result = start("bench", "nowhere")
    assert result.returncode == 1
    assert result.stderr.startswith("There is no benchmark nowhere; there are: ")
    assert result.stderr.count("\n") == 1


def test_a_failed_set_up_is_one_sentence_and_no_traceback(monkeypatch, capsys):
    def fail(chosen):
        raise dev.SetupError("The disk is full; free about 2 GB and run the command again.")

    monkeypatch.setattr(dev, "check", fail)
    assert dev.main(["check"]) == 1
    assert capsys.readouterr().err == "The disk is full; free about 2 GB and run the command again.\n"


def test_an_interruption_ends_with_130(monkeypatch, capsys):
    def interrupt(chosen):
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "check", interrupt)
    assert dev.main(["check"]) == 130
    assert "same command" in capsys.readouterr().err
