"""A part of an act's text: the new wording of an element, or elements to be inserted."""

from collections.abc import Sequence
from textwrap import dedent

from shared.kernel.text import Language
from shared.texts.hygiene import normalised, refuse_invisible, refuse_mixed
from shared.texts.reading import read_act
from shared.texts.tree import Act, Element, Level
from shared.texts.writing import written

ARTICLE = {Language.KK: "1-бап. Атауы", Language.RU: "Статья 1. Название"}
WORDS = {Language.KK: "Мәтін", Language.RU: "Текст"}


def read_fragment(
    text: str, language: Language, *, under: Level | None, wanted: Level | None = None
) -> tuple[Element, ...]:
    """The elements that such a text is, where it stands.

    Args:
        text: plain, as in the whole act.
        language: Kazakh or Russian.
        under: the level of what it is to stand in; None is the act itself.
        wanted: the level that it is of, where it is known.

    Raises:
        TextRefused: it has characters that no reader would see, mixed alphabets, or no structure.
    """
    clean = normalised(text)
    refuse_invisible(clean, language)
    refuse_mixed(clean, language)
    frame = _frame(under, wanted, language)
    act = read_act("\n".join([*frame, clean]), language)
    elements = act.elements
    for _ in frame:
        elements = elements[0].children if elements else ()
    return elements


def written_fragment(elements: Sequence[Element], language: Language) -> str:
    """The elements as plain text."""
    act = Act(language=language, elements=tuple(elements))
    return dedent(written(act)).strip("\n")


def _frame(under: Level | None, wanted: Level | None, language: Language) -> list[str]:
    """Lines before the text that make the reader see it where it is to stand."""
    words = WORDS[language] + (":" if wanted is Level.INDENT else ".")
    frames = {
        Level.ARTICLE: [ARTICLE[language]],
        Level.POINT: [ARTICLE[language], f"1. {words}"],
        Level.SUB_POINT: [ARTICLE[language], f"1. {WORDS[language]}:", f"1) {words}"],
        Level.PART: [ARTICLE[language], words],
    }
    return frames.get(under, []) if under else []
