from pathlib import Path

import pytest

from assistant import cli


def test_no_words_open_the_window_without_a_document():
    options = cli.parse([])
    assert (options.command, options.documents) == (None, [])


@pytest.mark.parametrize("before", [[], ["--data-dir", "data"], ["--data-dir=data"]])
def test_a_file_is_opened_in_the_window(before):
    options = cli.parse([*before, "report.pdf"])
    assert (options.command, options.documents) == (None, [Path("report.pdf")])
    assert options.data_dir == (Path("data") if before else None)


def test_several_files_and_folders_are_one_document(tmp_path, monkeypatch):
    (tmp_path / "notes").mkdir()
    monkeypatch.chdir(tmp_path)
    assert cli.parse(["notes", "a.txt"]).documents == [Path("notes"), Path("a.txt")]


def test_a_command_is_a_command_also_where_a_file_has_its_name(tmp_path, monkeypatch):
    (tmp_path / "chat").write_text("")
    monkeypatch.chdir(tmp_path)
    assert cli.parse(["chat", "Hello"]).command == "chat"
    assert cli.parse(["./chat"]).documents == [Path("chat")]


def test_every_command_is_known_by_name():
    parser = cli._parser()
    actions = [action for action in parser._actions if action.dest == "command"]
    assert set(actions[0].choices) == cli.COMMANDS


def test_a_mistyped_command_is_a_usage_error(capsys):
    with pytest.raises(SystemExit) as ended:
        cli.parse(["sumarize"])
    assert ended.value.code == 2
    assert "invalid choice" in capsys.readouterr().err
