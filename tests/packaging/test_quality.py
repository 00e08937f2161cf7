from __future__ import annotations

import sys
from pathlib import Path

import quality

PYTHON = Path(sys.executable)


def test_a_check_that_passes_is_one_line(capsys):
    assert quality.run(PYTHON, [quality.Check("lint", ("-c", "print('noise')"))])
    assert capsys.readouterr().out.startswith("lint: passed (")


def test_a_failed_check_shows_what_it_said_and_the_others_still_run(capsys):
    checks = [
        quality.Check("types", ("-c", "import sys; sys.exit('line 3 is wrong')")),
        quality.Check("lint", ("-c", "")),
    ]
    assert not quality.run(PYTHON, checks)
    out = capsys.readouterr().out
    assert "types: FAILED" in out
    assert "line 3 is wrong" in out
    assert "lint: passed" in out
