"""What is printed before an element's words: its number, as the text itself has it."""

from shared.kernel.text import Language
from shared.texts.comparison import Place
from shared.texts.marks import HEADED, printed
from shared.texts.tree import Element, Level

UNMARKED = frozenset({None, Level.PART, Level.INDENT})


def mark(place: Place, language: Language) -> str:
    """`Статья 5.`, `5-бап.`, `2.`, `1)`; nothing before what is not numbered."""
    if place.level is None or place.level in UNMARKED:
        return ""
    cited = printed(Element(level=place.level, number=place.number), language)
    return f"{cited}." if place.level in HEADED else cited
