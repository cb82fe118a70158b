"""One reader of Dutch and English time expressions."""
