"""What is printed before an element's words: its number, as the text itself has it."""

from shared.kernel.text import Language
from shared.texts.comparison import Place
from shared.texts.tree import Level

KAZAKH = {
    Level.SECTION: "{}-бөлім.",
    Level.CHAPTER: "{}-тарау.",
    Level.PARAGRAPH: "{}-параграф.",
    Level.ARTICLE: "{}-бап.",
}
RUSSIAN = {
    Level.SECTION: "Раздел {}.",
    Level.CHAPTER: "Глава {}.",
    Level.PARAGRAPH: "Параграф {}.",
    Level.ARTICLE: "Статья {}.",
}
NUMBERED = {Level.POINT: "{}.", Level.SUB_POINT: "{})"}


def mark(place: Place, language: Language) -> str:
    """`Статья 5.`, `5-бап.`, `2.`, `1)`; nothing before what is not numbered."""
    words = (KAZAKH if language is Language.KK else RUSSIAN) | NUMBERED
    return words[place.level].format(place.number) if place.level in words else ""
