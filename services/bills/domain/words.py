"""What a reader looks for: words, “exact words” in quotes, and -words that may not be there."""

import re
from dataclasses import dataclass

QUOTES = re.compile('[«»„“”‟"]')
NOT_A_WORD = re.compile(r'[^\w"\- ]|_')
NOT_A_MINUS = re.compile(r'(?<!\s)-|-(?![\w"])')
FEW = 8
LEXEME = re.compile(r"'([^']+)'")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in each language: text of the database's own query language.

    Attributes:
        exact: in the words as they were typed.
    """

    kk: str
    ru: str
    exact: str

    @property
    def plain_words(self) -> list[str]:
        """The words themselves; none if they are many, or asked for in an order or to be absent."""
        words = LEXEME.findall(self.exact)
        plain = not re.search("[!<]", self.exact) and len(words) <= FEW
        return words if plain else []

    @property
    def stems(self) -> dict[str, frozenset[str]]:
        """The stems that are looked for, by language."""
        queries = {"kk": self.kk, "ru": self.ru}
        return {language: frozenset(LEXEME.findall(query)) for language, query in queries.items()}


def cleaned(words: str) -> str:
    """What was typed, with nothing in it that is neither a word, a quote nor a minus before one."""
    plain = NOT_A_WORD.sub(" ", QUOTES.sub('"', words.lower().replace("ё", "е")))
    return NOT_A_MINUS.sub(" ", f" {plain}").strip()


def widened(query: str) -> str:
    """A Russian query with both stems of what the stemmer takes now for a noun, now for a verb.

    It leaves `охра` of охрана and охраны, and `охран` of охране and охрану.
    """
    return LEXEME.sub(lambda found: _both(found[1]), query)


def _both(stem: str) -> str:
    if stem.endswith("ан"):
        return f"('{stem}' | '{stem[:-1]}')"
    return f"('{stem}' | '{stem}н')" if stem.endswith("а") else f"'{stem}'"
