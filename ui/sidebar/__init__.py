"""The left side: pages, conversations, settings and the offline badge."""
