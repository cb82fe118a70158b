from tests.words_plugin import words_plugin

__all__ = ["words_plugin"]
