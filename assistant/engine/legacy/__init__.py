"""Runs model files from before GGUF, which llama.cpp no longer reads, with ctransformers' library."""
