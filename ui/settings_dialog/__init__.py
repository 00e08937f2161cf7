"""The settings, in a window of their own."""
