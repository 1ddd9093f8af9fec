"""What makes the installers and the papers that go with them; runs where the program is built, not where it is used."""
