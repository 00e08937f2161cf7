"""Exporting and importing conversations in the window."""
