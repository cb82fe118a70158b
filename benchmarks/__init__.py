"""Measurements of implan-lint that are not tests: they give figures, not a verdict."""
