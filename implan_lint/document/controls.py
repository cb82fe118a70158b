"""Control characters of a plan or a file name, as they are shown in a terminal."""

from __future__ import annotations

# An escape sequence must never reach the terminal; nor may a direction mark reorder it.
SHOWN = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "\u2421",
    **dict.fromkeys([*range(0x80, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)], "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
"""For `str.translate`: control characters, direction marks and broken characters made visible."""
