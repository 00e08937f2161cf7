"""Conversations in and out: exports to read, to print and to keep, and imports from other programs."""
