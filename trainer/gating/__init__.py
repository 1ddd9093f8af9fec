"""The filter before the encoder: its training windows, its network, and how well it does on documents it never saw."""
