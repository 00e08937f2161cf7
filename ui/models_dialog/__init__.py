"""The models: what is on this computer, and what can be fetched, in a window of its own."""
