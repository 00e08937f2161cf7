from __future__ import annotations

import json

import pytest


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
