from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.errors import SettingsError
from assistant.settings import Settings, SettingsFile, Theme


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deep" / "settings.json"


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())


def test_without_a_file_the_defaults_hold_and_nothing_is_written(path):
    file = SettingsFile(path)
    assert file.current == Settings()
    assert file.notices == []
    assert not path.parent.exists()


def test_what_is_changed_is_there_at_the_next_start(path):
    SettingsFile(path).update(theme=Theme.DARK, temperature=1.5, model_files=("/a.gguf",))
    current = SettingsFile(path).current
    assert (current.theme, current.temperature, current.model_files) == (Theme.DARK, 1.5, ("/a.gguf",))


def test_keys_of_another_version_are_kept(path):
    write(path, {"theme": "dark", "from_the_future": {"a": [1, 2]}})
    SettingsFile(path).update(text_size=120)
    assert json.loads(path.read_bytes())["from_the_future"] == {"a": [1, 2]}


def test_one_bad_value_costs_only_itself(path):
    write(path, {"theme": "dark", "temperature": 99, "threads": "many"})
    file = SettingsFile(path)
    assert (file.current.theme, file.current.temperature, file.current.threads) == (Theme.DARK, 0.2, 0)
    assert sorted(notice.values["name"] for notice in file.notices) == ["temperature", "threads"]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000, b"null", b'{"theme": 1'])
def test_a_broken_file_is_set_aside_and_said(path, content):
    write(path, content)
    file = SettingsFile(path)
    assert file.current == Settings()
    (notice,) = file.notices
    (aside,) = path.parent.glob("settings.broken-*")
    assert aside.name in notice.sentence
    assert aside.read_bytes() == content


def test_a_folder_in_its_place_is_said(path):
    path.mkdir(parents=True)
    file = SettingsFile(path)
    assert len(file.notices) == 1
    file.update(text_size=110)
    assert SettingsFile(path).current.text_size == 110


@pytest.mark.parametrize(
    "change",
    [
        {"temperature": 3},
        {"theme": "pink"},
        {"threads": -1},
        {"memory_limit_mb": -1},
        {"idle_minutes": 1_441},
        {"save_battery": 2},
        {"nonsense": 1},
    ],
)
def test_a_value_outside_its_limits_changes_nothing(path, change):
    file = SettingsFile(path)
    with pytest.raises(SettingsError):
        file.update(**change)
    assert file.current == Settings()
    assert not path.exists()


def test_a_file_that_cannot_be_written_is_said_and_the_change_holds(path):
    path.parent.parent.joinpath("deep").write_text("a file where the folder should be")
    file = SettingsFile(path)
    with pytest.raises(SettingsError, match="could not be saved"):
        file.update(text_size=150)
    assert file.current.text_size == 150


def test_an_override_is_not_saved(path):
    file = SettingsFile(path)
    file.override(seed=5)
    assert file.current.seed == 5
    assert not path.exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=300)
    | st.dictionaries(st.sampled_from(["theme", "seed", "x"]), st.integers()).map(
        lambda content: json.dumps(content).encode()
    )
)
def test_no_content_stops_the_start(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert isinstance(SettingsFile(path).current, Settings)
