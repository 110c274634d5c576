"""Words from outside, made fit for a page: nothing in them is hidden, or without a letter."""

import re
import unicodedata

# Latin, Cyrillic with the Kazakh letters, and the punctuation of both: what the fonts have.
PRINTED = re.compile(
    "[\n -~\u00a0-\u00ac\u00ae-\u017f\u0400-\u045f\u0490-\u04c4\u04d0-\u04f9"
    "\u2013\u2014\u2018-\u201e\u2026\u2116]"
)


def printed(text: str) -> str:
    """The text in the letters of the page; others, and what shows nothing, by their code point."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(c if PRINTED.match(c) else f"[U+{ord(c):04X}]" for c in composed)
