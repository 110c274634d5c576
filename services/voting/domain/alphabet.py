"""The order of names: that of the Kazakh alphabet, the same on every machine.

Databases are built with and without the collations of ICU, and their versions differ: an order
that is part of the evidence of a vote must not depend on that.
"""

import unicodedata

LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""The 42 letters of the Kazakh alphabet (Cyrillic), in their order."""

type SortKey = tuple[tuple[int, int], ...]


def sort_key(name: str) -> SortKey:
    """Letter by letter, capitals like small ones; spaces, signs and digits come before letters."""
    return tuple(map(_place, unicodedata.normalize("NFC", name).casefold()))


def is_letter(text: str) -> bool:
    """Whether it is one letter of the alphabet, and none that only looks like one."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return len(folded) == 1 and folded in LETTERS


def _place(character: str) -> tuple[int, int]:
    if character in LETTERS:
        return 1, LETTERS.index(character)
    return (2 if character.isalpha() else 0), ord(character)
