from __future__ import annotations

import re
import tomllib
from pathlib import Path

import lock_files
import pytest
from environment import normal
from layout import REQUIREMENTS, ROOT

FILES = sorted(REQUIREMENTS.glob("*.txt"))
REQUIREMENT = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; (.+?))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M)


def locked(name):
    text = (REQUIREMENTS / name).read_text()
    return {(found[1], found[2], found[3]): found[4] for found in REQUIREMENT.finditer(text)}


def declared():
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def test_there_is_one_file_for_each_purpose():
    assert {file.name for file in FILES} == set(lock_files.SOURCES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_line_is_a_pinned_package_with_hashes(file):
    text = "".join(line for line in file.read_text().splitlines(keepends=True) if not line.startswith("#"))
    assert REQUIREMENT.sub("", text) == ""
    assert locked(file.name)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_file_holds_an_address(file):
    assert not re.search(r"://|--(extra-)?index-url|--find-links|-i ", file.read_text())


def test_the_program_has_the_same_versions_under_development():
    assert locked("runtime.txt").items() <= locked("dev.txt").items()


@pytest.mark.parametrize(
    ("name", "requirements"),
    [
        ("runtime.txt", declared()["project"]["dependencies"]),
        *((f"{group}.txt", wanted) for group, wanted in declared()["dependency-groups"].items()),
    ],
)
def test_everything_declared_is_locked(name, requirements):
    names = {package for package, _, _ in locked(name)}
    assert {normal(re.split(r"[<>=]", wanted)[0]) for wanted in requirements} <= names


def test_qt_stays_below_the_version_that_aborts():
    versions = {package: version for package, version, _ in locked("runtime.txt")}
    assert versions["pyside6-essentials"].startswith("6.11.")


def test_no_registry_address_is_in_any_file_of_the_project():
    hosts = re.compile(r"pypi\.org|pythonhosted|--index-url https?:|extra-index-url *=")
    files = [*ROOT.glob("packaging/**/*"), *ROOT.glob(".github/**/*"), ROOT / "pyproject.toml", ROOT / ".ci/run"]
    found = [file for file in files if file.is_file() and file.suffix != ".pyc" and hosts.search(file.read_text())]
    assert found == []


def test_the_folder_packaging_does_not_hide_the_library_of_that_name():
    import packaging.version

    assert packaging.version.Version("1.10") > packaging.version.Version("1.9")
    assert not Path(packaging.__file__).is_relative_to(ROOT / "packaging")
