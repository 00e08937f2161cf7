from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.engine.tiny_models import write_llama, write_split_llama
from tests.terminal.conftest import ROOT


@pytest.fixture
def tiny(tmp_path):
    return write_llama(tmp_path / "Tiny.gguf", general__license="mit")


def installed(thimble):
    listed = json.loads(thimble("models", "list", "--json").stdout)["installed"]
    return {one["id"]: one for one in listed if not one["built_in"]}


@pytest.mark.model
def test_the_list_shows_what_is_here_and_what_can_be_fetched(thimble, data):
    result = thimble("models", "list")
    assert result.returncode == 0, result.stderr
    assert "smollm2-135m-instruct-q4_1" in result.stdout
    assert "lfm2.5-230m-qad-q4_0" in result.stdout
    assert not data.exists(), "a list leaves no trace"
    listed = json.loads(thimble("models", "list", "--json").stdout)
    assert listed["installed"][0]["file_type"] == "Q4_1"
    assert {one["verdict"] for one in listed["available"]} <= {"well", "slow", "wont_fit", "unknown"}


def test_a_model_is_imported_described_and_removed(thimble, tiny, data):
    result = thimble("models", "import", str(tiny))
    assert result.returncode == 0, result.stderr
    assert result.stdout == "Tiny is installed. Use it with: thimble chat --model tiny\n"
    assert (data / "models" / "Tiny.gguf").read_bytes() == tiny.read_bytes()
    facts = json.loads(thimble("models", "info", "tiny", "--json").stdout)
    assert (facts["licence"], facts["context"], facts["installed"]) == ("mit", 512, True)
    assert "mit" in thimble("models", "info", "TINY").stdout
    result = thimble("models", "remove", "tiny", "--yes")
    assert result.stdout == "Tiny is removed.\n"
    assert installed(thimble) == {}
    assert not (data / "models" / "Tiny.gguf").exists()
    assert tiny.exists()


def test_a_model_is_used_in_place_and_forgotten(thimble, tiny, data):
    facts = json.loads(thimble("models", "import", "--in-place", "--json", str(tiny)).stdout)
    assert (facts["in_place"], facts["path"]) == (True, str(tiny))
    assert list(installed(thimble)) == ["tiny"]
    assert thimble("models", "remove", "tiny", "--yes").stdout == "Tiny is forgotten.\n"
    assert installed(thimble) == {}
    assert tiny.exists()


def test_a_split_model_is_imported_whole(thimble, tmp_path):
    parts = write_split_llama(tmp_path, name="Big")
    assert thimble("models", "import", str(parts[1])).returncode == 0
    assert installed(thimble)["big"]["files"] == len(parts)


def test_a_broken_file_is_listed_with_its_sentence_and_can_be_removed(thimble, data):
    (data / "models").mkdir(parents=True)
    (data / "models" / "broken.gguf").write_bytes(b"GGUF")
    assert "broken.gguf" in installed(thimble)["broken"]["problem"]
    assert thimble("models", "remove", "broken", "--yes").returncode == 0
    assert installed(thimble) == {}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["import", "gone.gguf"], "gone.gguf"),
        (["import", "."], "folder"),
        (["info", "nothing"], "no model “nothing”"),
        (["remove", "nothing", "--yes"], "no model “nothing”"),
        (["download", "nothing", "--yes"], "no model “nothing” to be fetched"),
        (["download", "smollm2-135m-instruct-q4_1", "--yes"], "to be fetched"),
        (["download", "lfm2.5-230m-qad-q4_0"], "Add --yes"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(thimble, data, arguments, sentence):
    result = thimble("models", *arguments)
    assert result.returncode == 1
    assert sentence in result.stderr.splitlines()[-1]
    assert "Traceback" not in result.stderr


@pytest.mark.model
def test_the_built_in_model_stays(thimble):
    result = thimble("models", "remove", "smollm2-135m-instruct-q4_1", "--yes")
    assert result.returncode == 1
    assert "belongs to Thimble" in result.stderr


def test_a_file_that_is_no_model_of_thimble_is_left_alone(thimble, tiny):
    result = thimble("models", "remove", str(tiny), "--yes")
    assert result.returncode == 1
    assert tiny.exists()


def test_a_download_says_host_size_and_licence_before_it_asks(thimble, data):
    result = thimble("models", "download", "lfm2.5-230m-qad-q4_0")
    assert "huggingface.co" in result.stderr
    assert "149 MB" in result.stderr
    assert "LFM-1.0 (no commercial use" in result.stderr
    assert not data.exists(), "nothing is fetched without a yes"


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_ctrl_c_ends_an_import_and_leaves_nothing(tmp_path, data, tiny):
    script = (
        "import sys, os, signal; sys.path.insert(0, sys.argv[1])\n"
        "from assistant.models import importing\n"
        "real = importing._copy\n"
        "def copy(*arguments):\n"
        "    for size in real(*arguments):\n"
        "        yield size\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "        while not arguments[3].cancelled: pass\n"
        "importing._copy = copy\n"
        "import main; sys.exit(main.main(sys.argv[2:]))"
    )
    command = [sys.executable, "-c", script, str(ROOT), "--data-dir", str(data), "models", "import", str(tiny)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 130, result.stderr
    assert list((data / "models").iterdir()) == []
