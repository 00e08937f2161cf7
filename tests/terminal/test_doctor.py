from __future__ import annotations

import json

import pytest

from assistant.processes.lockdown import Lockdown
from assistant.terminal.doctor import lockdown_report


@pytest.mark.model
def test_doctor_reports_and_the_model_answers(thimble, data):
    result = thimble("doctor", "--json")
    report = json.loads(result.stdout)
    assert result.returncode == 0
    assert report["paths"]["data folder"] == str(data)
    assert report["computer"]["cores"] >= 1
    assert "Paris" in report["self-test"]["answer"]
    assert report["self-test"]["answer tokens per second"] > 0
    assert not data.exists(), "doctor leaves no trace"


@pytest.mark.model
def test_doctor_says_what_is_broken_and_exits_1(thimble, data):
    data.mkdir()
    (data / "conversations.db").write_bytes(b"this is no database" * 100)
    (data / "settings.json").write_text("{")
    result = thimble("doctor")
    assert result.returncode == 1
    assert "conversations" in result.stdout.splitlines()[-1]
    assert "Traceback" not in result.stderr


def test_doctor_says_what_the_engine_process_cannot_do_and_why():
    assert lockdown_report(Lockdown(True, False, True, ("no_new_privs", "seccomp"))) == {
        "network": "locked",
        "writing files": "not locked on this computer",
        "starting programs": "locked",
        "by": ["no_new_privs", "seccomp"],
    }


def test_doctor_says_nothing_of_a_lock_when_there_was_no_engine():
    assert lockdown_report(None) == {}
