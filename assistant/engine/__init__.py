"""Everything that runs a language model."""
