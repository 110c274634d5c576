"""What marks the beginning of a structural element on paper, in Kazakh and in Russian."""

import re
from dataclasses import dataclass

from shared.kernel.text import Language
from shared.texts.tree import Element, Level

HEADED = (Level.SECTION, Level.CHAPTER, Level.PARAGRAPH, Level.ARTICLE)
"""The elements that begin with their name; the others begin with a number, or with nothing."""

NAMES = {
    Language.RU: dict(zip(HEADED, ("Раздел", "Глава", "Параграф", "Статья"), strict=True)),
    Language.KK: dict(zip(HEADED, ("бөлім", "тарау", "параграф", "бап"), strict=True)),
}
UNHEADED = {
    Language.RU: {Level.PART: "часть {}", Level.INDENT: "абзац {}"},
    Language.KK: {Level.PART: "{}-бөлік", Level.INDENT: "{}-абзац"},
}

_NUMBER = r"(?P<number>\d{1,6}(?:\s?-\s?\d{1,6}){0,8})"
_NUMBER_OF_SECTION = r"(?P<number>\d{1,6}(?:\s?-\s?\d{1,6}){0,8}|[IVXLC]{1,8})"
_END = r"\s*(?:\.(?!\d)\s*|$)(?P<rest>.*)"
_POINT = re.compile(_NUMBER + r"\s?\.(?!\d)\s*(?P<rest>.*)")
_SUB_POINT = re.compile(_NUMBER + r"\s?\)\s*(?P<rest>.*)")


def _headed(language: Language, level: Level) -> re.Pattern[str]:
    """Names begin with a capital in Russian; in Kazakh the number comes first, with a hyphen."""
    name = NAMES[language][level]
    number = _NUMBER_OF_SECTION if level is Level.SECTION else _NUMBER
    if language is Language.RU:
        return re.compile(rf"{name[0]}(?i:{name[1:]})\s+{number}{_END}")
    return re.compile(rf"{number}\s?-\s?(?i:{name}){_END}")


PATTERNS = {
    language: [
        *((level, _headed(language, level)) for level in HEADED),
        (Level.POINT, _POINT),
        (Level.SUB_POINT, _SUB_POINT),
    ]
    for language in NAMES
}


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark with which a paragraph begins, and what follows it."""

    level: Level
    number: str
    rest: str

    @property
    def heads(self) -> bool:
        return self.level in HEADED


def mark_of(paragraph: str, language: Language) -> Mark | None:
    """The mark of a paragraph that begins a numbered element, None for any other."""
    for level, pattern in PATTERNS[language]:
        if found := pattern.match(paragraph):
            number = re.sub(r"\s", "", found["number"])
            return Mark(level, number, found["rest"].strip())
    return None


def printed(element: Element, language: Language) -> str:
    """How an element is cited on paper: `Статья 33-1`, `33-1-бап`, `2.`, `1)`, `часть 2`."""
    match element.level:
        case Level.POINT:
            return f"{element.number}."
        case Level.SUB_POINT:
            return f"{element.number})"
        case Level.PART | Level.INDENT:
            return UNHEADED[language][element.level].format(element.number)
    name = NAMES[language][element.level]
    ru = language is Language.RU
    return f"{name} {element.number}" if ru else f"{element.number}-{name}"
