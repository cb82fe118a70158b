"""Reads the law in `rules/`: rule pages, profiles, phases and vocabulary."""
