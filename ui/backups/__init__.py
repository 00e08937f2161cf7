"""Backups as the window sees them: made while nobody waits, listed and restored in the settings."""
