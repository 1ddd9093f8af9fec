"""The proof that what was built works where nothing but a desktop's libraries are."""
