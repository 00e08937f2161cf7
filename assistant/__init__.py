"""Thimble's core: conversations with a small language model, without any Qt."""
