"""Lists of names that a user brings: readers of published files, and where imported lists lie."""
