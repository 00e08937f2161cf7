"""What every test needs before Qt or hypothesis is used."""

from __future__ import annotations

import os

from hypothesis import settings

# Windows are drawn into memory, unless the caller has chosen a display (an X server for screenshots, say).
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow or busy machine is no reason to fail.
settings.register_profile("thimble", deadline=None, print_blob=True)
settings.load_profile("thimble")
