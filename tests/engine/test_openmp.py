from __future__ import annotations

import os
import subprocess
import sys

import pytest

from assistant.engine.bindings import load_llama_cpp
from assistant.engine.openmp import openmp_environment

linux = pytest.mark.skipif(sys.platform != "linux", reason="GCC's OpenMP library")


@pytest.fixture
def processor(tmp_path):
    def write(vendor, flags):
        file = tmp_path / "cpuinfo"
        file.write_text(
            f"processor\t: 0\nvendor_id\t: {vendor}\nmodel name\t: Some CPU @ 2.40GHz\nflags\t\t: {flags}\n\n"
            "processor\t: 1\nvendor_id\t: Other\nflags\t\t: none\n"
        )
        return file

    return write


@linux
@pytest.mark.parametrize(
    ("vendor", "flags", "spins"),
    [
        ("GenuineIntel", "fpu sse avx2 clflushopt", 10000),
        ("GenuineIntel", "fpu sse avx2 clflush", 80000),
        ("AuthenticAMD", "fpu sse avx2", 10000),
    ],
)
def test_threads_spin_longer_where_the_pause_instruction_is_short(processor, vendor, flags, spins):
    file = processor(vendor, flags)
    assert openmp_environment({}, processor=file, machine="x86_64") == {"GOMP_SPINCOUNT": str(spins)}


@linux
def test_an_arm_processor_needs_no_description(tmp_path):
    missing = tmp_path / "missing"
    assert openmp_environment({}, processor=missing, machine="aarch64") == {"GOMP_SPINCOUNT": "200000"}


@linux
def test_a_missing_description_is_no_failure(tmp_path):
    missing = tmp_path / "missing"
    assert openmp_environment({}, processor=missing, machine="x86_64") == {"GOMP_SPINCOUNT": "10000"}


@pytest.mark.parametrize("name", ["OMP_WAIT_POLICY", "GOMP_SPINCOUNT"])
def test_what_the_user_decided_stays(name):
    assert openmp_environment({name: "1"}) == {}


@linux
def test_the_openmp_library_of_llama_cpp_takes_the_setting():
    load_llama_cpp()
    with open("/proc/self/maps", encoding="utf-8") as maps:  # noqa: PTH123 - a file of the kernel, read once
        libraries = {line.split()[-1] for line in maps if "libgomp" in line}
    if not libraries:
        pytest.skip("llama.cpp was compiled without GCC's OpenMP")
    # With this variable the library prints what it will do when it is loaded.
    loading = f"import ctypes; ctypes.CDLL({libraries.pop()!r})"
    shown = subprocess.run(
        [sys.executable, "-c", loading],
        env={**os.environ, **openmp_environment({}), "OMP_DISPLAY_ENV": "VERBOSE"},
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    assert f"GOMP_SPINCOUNT = '{openmp_environment({})['GOMP_SPINCOUNT']}'" in shown
