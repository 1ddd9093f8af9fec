"""Pure logic on text: no engine, no Qt, no files."""
