"""How far the mentions of an archive can be trusted: a random set of its documents, reviewed by a person."""
