"""The environment that makes llama.cpp's threads wait for each other without taking the cores from everybody.

llama.cpp's threads meet at a barrier after every node of the graph, some hundred times a token. GCC's OpenMP library,
which it uses on Linux, lets a waiting thread spin 300,000 times there, 8 ms or more: longer than the kernel lets it run
while other programs want the core. The thread that all wait for may then be behind the waiting one in the queue, and a
token takes a hundred times as long. A thread that sleeps at once has to be woken some hundred times a token, which
costs more than half the speed on a quiet computer. Best is to spin for about as long as being woken takes (Karlin et
al., "Competitive randomized algorithms for non-uniform problems", 1990), and then to sleep.

Microsoft's OpenMP has no such setting, and Apple's compiler builds llama.cpp without OpenMP.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Mapping
from pathlib import Path

_PROCESSOR = Path("/proc/cpuinfo")
_SPINS = 10_000
"""One spin is x86's PAUSE instruction: 20 to 50 ns on AMD's since Zen and Intel's since Skylake."""
_SPINS_OLD_INTEL = 80_000
"""Before Skylake PAUSE took about 10 cycles. Those processors lack CLFLUSHOPT, which came with it."""
_SPINS_OTHER = 200_000
"""ARM and others: a spin is only the load and the comparison."""

_DECIDED_BY_USER = ("OMP_WAIT_POLICY", "GOMP_SPINCOUNT")


def openmp_environment(
    environment: Mapping[str, str] | None = None, *, processor: Path = _PROCESSOR, machine: str = ""
) -> dict[str, str]:
    """Return the variables to add to the environment of the engine process; they work before OpenMP is loaded only.

    Args:
        environment: The user's environment, by default this process's; what it says about waiting stays.
        processor: Linux's description of the processor.
        machine: Kind of processor in Python's words, by default this one's.
    """
    environment = os.environ if environment is None else environment
    if sys.platform != "linux" or any(name in environment for name in _DECIDED_BY_USER):
        return {}
    return {"GOMP_SPINCOUNT": str(_spins(machine or platform.machine(), processor))}


def _spins(machine: str, processor: Path) -> int:
    if machine not in ("x86_64", "i686"):
        return _SPINS_OTHER
    intel, recent = False, False
    try:
        with processor.open(encoding="utf-8", errors="replace") as file:
            for line in file:
                name, _, value = line.partition(":")
                match name.strip():
                    case "vendor_id":
                        intel = value.strip() == "GenuineIntel"
                    case "flags":
                        recent = "clflushopt" in value.split()
                        break  # the other cores are described alike
                    case _:
                        continue
    except OSError:
        return _SPINS
    return _SPINS_OLD_INTEL if intel and not recent else _SPINS
