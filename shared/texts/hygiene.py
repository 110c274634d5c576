"""Characters that a text of law may not have: invisible ones, and letters that only look right."""

import re
import unicodedata
from collections.abc import Iterator

from shared.kernel.text import Language
from shared.texts.marks import mark_of
from shared.texts.refusals import CONTROL, MIXED, TOO_LONG, TextRefused
from shared.texts.tree import Level

LONGEST = 2_000_000
"""Characters; thirteen times Law 480-V."""

INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Control and formatting characters (bidirectional overrides among them), lone surrogates."""
ALLOWED = frozenset("\n\t")
ALPHABETS = ("CYRILLIC", "LATIN", "GREEK", "ARMENIAN", "CHEROKEE")
ROMAN = frozenset("IVXLCDMІХСМ")
"""Numbers of laws: `168-VІ` is printed with letters of both alphabets even in published laws."""

_WORD = re.compile(r"[^\W\d_]+")


def normalised(text: str) -> str:
    """The text with one kind of line ends, composed letters and no byte order mark."""
    ends = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", ends)


def refuse_long(text: str, limit: int) -> None:
    """Raises TextRefused with both sizes."""
    refuse_size(len(text), limit)


def refuse_size(size: int, limit: int) -> None:
    """Raises TextRefused with both sizes, of a text or of its file."""
    if size > limit:
        raise TextRefused(TOO_LONG.filled(size=size, limit=limit))


def refuse_invisible(text: str, language: Language) -> None:
    """Raises TextRefused at the first character that no reader would see."""
    bad = {c for c in set(text) - ALLOWED if unicodedata.category(c) in INVISIBLE}
    if not bad:
        return
    at = min(text.index(c) for c in bad)
    name = unicodedata.name(text[at], f"U+{ord(text[at]):04X}")
    line = text.count("\n", 0, at) + 1
    raise TextRefused(CONTROL.filled(name=name), element=_nearest(text, line, language), line=line)


def refuse_mixed(text: str, language: Language) -> None:
    """Raises TextRefused at the first word in which letters of two alphabets are mixed."""
    for refusal in mixed(text, language):
        raise refusal


def mixed(text: str, language: Language) -> Iterator[TextRefused]:
    """Every word with a letter of a foreign alphabet; parts between hyphens are words here."""
    words = {word for word in set(_WORD.findall(text)) if _is_mixed(word)}
    rows = enumerate(text.split("\n"), 1) if words else ()
    for line, row in rows:
        for word in _WORD.findall(row):
            if word in words:
                yield _mixed_word(text, line, word, language)


def _is_mixed(word: str) -> bool:
    if word.isascii() or ROMAN.issuperset(word):
        return False
    return len({_alphabet(letter) for letter in word} - {""}) > 1


def _alphabet(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((alphabet for alphabet in ALPHABETS if name.startswith(alphabet)), "")


def _mixed_word(text: str, line: int, word: str, language: Language) -> TextRefused:
    alphabets = [_alphabet(letter) for letter in word]
    rarest = min(set(alphabets), key=lambda one: (alphabets.count(one), one == "CYRILLIC"))
    letter = word[alphabets.index(rarest)]
    message = MIXED.filled(word=word, letter=letter, name=unicodedata.name(letter))
    return TextRefused(message, element=_nearest(text, line, language), line=line)


def _nearest(text: str, line: int, language: Language) -> str:
    """The numbered elements that the line is in, as printed, from the article down."""
    found: dict[Level, str] = {}
    for row in reversed(text.split("\n")[:line]):
        mark = mark_of(row.strip(), language)
        if mark is None or mark.level in found or (Level.POINT in found and not mark.heads):
            continue
        found[mark.level] = row.strip().removesuffix(mark.rest).rstrip(" .")
        if mark.heads:
            break
    return ", ".join(reversed(found.values()))
