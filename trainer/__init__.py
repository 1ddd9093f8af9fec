"""Training, measuring and packing; the only package that knows torch and transformers."""

import cardioner_desktop.tagging  # noqa: F401  what it says to the libraries must be said before they load
