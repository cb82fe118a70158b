"""Checks for implan-lint that look for personal data; a rule page calls them `privacy:module.function`."""
