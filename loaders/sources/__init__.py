"""One folder is one source; adding a folder adds the source, and its sample is its test."""
