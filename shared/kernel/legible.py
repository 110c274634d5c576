"""Text from outside, made fit to be printed: nothing in it acts, hides or vanishes."""

import re
import unicodedata

LONGEST_WORD = 28
"""Characters of a word after which a line may break: a column of names is about as wide."""

BREAK_HERE = "\u200b"
SILENT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories that show nothing or turn the text about: controls, marks of direction, no character.

Source: Unicode Standard Annex #44, section 5.7.1.
"""

# Latin, Cyrillic with the Kazakh letters, and the punctuation of both: what the fonts have.
PRINTED = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u017f\u0400-\u045f\u0490-\u04c4\u04d0-\u04f9"
    "\u2013\u2014\u2018-\u201e\u2026\u2116]"
)
WORD = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")


def plain(text: str) -> str:
    """The text with each silent character shown by its code point."""
    return "".join(_code(c) if unicodedata.category(c) in SILENT else c for c in text)


def printed(text: str) -> str:
    """The text in the letters of the printed page, others by their code point; words can break."""
    shown = "".join(c if PRINTED.match(c) else _code(c) for c in unicodedata.normalize("NFC", text))
    return WORD.sub(lambda word: word[0] + BREAK_HERE, shown)


def _code(character: str) -> str:
    return f"[U+{ord(character):04X}]"
