"""What can be done with text without any model."""
