"""What a trained tagger finds in documents that it never saw, and the values that are fitted there."""
