"""Searching all messages, and the conversation on the page."""
