"""What the terminal commands do."""
