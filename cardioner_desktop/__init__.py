"""Offline recognition of diseases and drugs in clinical letters, with review and brat export."""

__version__ = "0.1.0"
