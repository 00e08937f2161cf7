"""Summaries of whole documents: what was read, what the model wrote, and where each point comes from."""
