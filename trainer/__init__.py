"""Training, measuring and packing; the only package that knows torch and transformers."""

import cardioner_desktop  # noqa: F401  what it says to libraries must be said before they load
