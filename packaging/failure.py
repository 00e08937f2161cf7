"""The one exception that ends a command with a sentence instead of a traceback."""

from __future__ import annotations


class SetupError(Exception):
    """Something the person at the keyboard has to know; its text is one sentence with what to do."""
