"""Unlocking, setting, changing and removing the passphrase that protects the conversations."""
