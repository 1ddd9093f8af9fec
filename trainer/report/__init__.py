"""One HTML page per pack: how it learned, how sure its scores are, and where and how it errs."""
