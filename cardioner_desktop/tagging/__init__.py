"""Windows of text, the engines that score them, and the tagger that turns scores into spans."""
