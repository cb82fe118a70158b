"""implan-lint: reads implementation plans and says what is missing or contradicts itself."""

__version__ = "0.1.0"
