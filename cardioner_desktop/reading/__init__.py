"""Files into documents, one small module for each format."""
