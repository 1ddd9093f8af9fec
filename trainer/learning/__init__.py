"""From annotated documents to a trained tagger: corpora, windows, the loop, masked-language adaptation."""
