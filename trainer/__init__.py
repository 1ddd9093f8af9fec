"""Training, measuring and packing; the only package that knows torch and transformers."""
