"""Folder in, folder out."""
