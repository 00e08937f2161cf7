"""What every test needs before Qt or hypothesis is used."""

from __future__ import annotations

import os

from hypothesis import settings

# Windows are drawn into memory, unless the caller has chosen a display (an X server for screenshots, say).
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow or busy machine is no reason to fail. The default run tries the same examples each time, so that a failure is
# the change's doing; the long run looks for new ones.
settings.register_profile("thimble", deadline=None, print_blob=True, derandomize=True)
settings.register_profile("soak", deadline=None, print_blob=True, max_examples=2_000)


def pytest_configure(config):
    settings.load_profile("soak" if config.getoption("markexpr") == "soak" else "thimble")
