"""Facts about a plan, one file per theme."""
