"""The transcript of a conversation."""

from __future__ import annotations

from ui.transcript.view import TranscriptView

__all__ = ["TranscriptView"]
