"""`models download` in this process, so that the catalogue can name a server on this computer."""

from __future__ import annotations

import io

import pytest

from assistant import cli
from tests.models.file_server import answering, dropping_after
from tests.models.served import fetched
from ui.exchange.terminal_pdf import write_pdf

__all__ = ["fetched"]


@pytest.fixture
def download(data, fetched):
    def run(*arguments):
        options = cli.parse(["--data-dir", str(data), "models", "download", fetched[1].id, *arguments])
        return cli.run(options, write_pdf=write_pdf)

    return run


class Person(io.StringIO):
    """Someone at a terminal."""

    def isatty(self):
        return True


def test_a_model_is_fetched_and_can_be_used(download, fetched, data, capsys):
    server, entry = fetched
    assert download("--yes") == 0
    shown = capsys.readouterr()
    assert f"Connecting to {server.host}" in shown.err
    assert shown.out == "Granite 4.0 350M is installed. Use it with: thimble chat --model served\n"
    assert (data / "models" / entry.file).read_bytes() == server.content


def test_a_person_is_asked_first(download, fetched, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", Person("n\n"))
    assert download() == 130
    assert fetched[0].asked == []
    shown = capsys.readouterr().err
    assert f"Fetch it from {fetched[0].host.partition(':')[0]}? [y/N]" in shown
    monkeypatch.setattr("sys.stdin", Person("y\n"))
    assert download() == 0


def test_what_is_here_of_it_is_said(download, fetched, monkeypatch, capsys):
    server, _ = fetched
    server.plan = [dropping_after(300_000), answering(404)]
    assert download("--yes") == 1
    assert "does not have this file any more" in capsys.readouterr().err.splitlines()[-1]
    assert download("--yes") == 0
    assert "1 MB of it is here" in capsys.readouterr().err
    assert server.ranges_asked[-1] == "bytes=300000-"
