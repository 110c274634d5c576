"""What holds of every act, however its tree was made."""

from collections.abc import Iterator

from shared.texts.marks import printed
from shared.texts.refusals import OUT_OF_ORDER, TWICE, TextRefused
from shared.texts.tree import Act, Element, Level

THROUGHOUT = frozenset({Level.SECTION, Level.CHAPTER, Level.ARTICLE})
"""Numbered through the whole act (Law 480-V, art. 23(4)); all others anew under each parent."""

WORDS = frozenset({Level.PART})
IN_ARTICLES = frozenset({Level.POINT, Level.SUB_POINT, Level.PART, Level.INDENT})
MAY_HOLD = {
    Level.SECTION: WORDS | {Level.CHAPTER, Level.ARTICLE},
    Level.CHAPTER: WORDS | {Level.PARAGRAPH, Level.ARTICLE, Level.POINT},
    Level.PARAGRAPH: WORDS | {Level.ARTICLE, Level.POINT},
    Level.ARTICLE: IN_ARTICLES,
    Level.POINT: IN_ARTICLES - {Level.POINT},
    Level.SUB_POINT: frozenset({Level.PART, Level.INDENT}),
    Level.PART: frozenset({Level.SUB_POINT, Level.INDENT}),
    Level.INDENT: frozenset[Level](),
}
"""Which elements may be directly inside which (Law 480-V, art. 23(1)-(3))."""


def refuse_duplicates(act: Act) -> None:
    """Raises TextRefused at the first element whose number was there before."""
    throughout: dict[tuple[Level, str], Element] = {}
    for _, siblings in _families(act):
        here: dict[tuple[Level, str], Element] = {}
        for element in siblings:
            seen = throughout if element.level in THROUGHOUT else here
            before = seen.setdefault((element.level, element.number), element)
            if before is not element:
                raise _twice(act, element, before)


def refuse_wrong_levels(act: Act) -> None:
    """Raises TextRefused at the first element inside one that cannot hold it."""
    for element in act.elements:
        _refuse_wrong_children(act, element)


def _refuse_wrong_children(act: Act, above: Element) -> None:
    for element in above.children:
        if element.level not in MAY_HOLD[above.level]:
            message = OUT_OF_ORDER.filled(above=printed(above, act.language))
            raise TextRefused(message, element=printed(element, act.language), line=element.line)
        _refuse_wrong_children(act, element)


def _families(act: Act) -> Iterator[tuple[str, tuple[Element, ...]]]:
    """All children of each element, the act's own first."""
    yield "", act.elements
    for address, element in act.addressed():
        yield address, element.children


def _twice(act: Act, element: Element, before: Element) -> TextRefused:
    cited = ", ".join(printed(one, act.language) for one in _trail(act.elements, element))
    return TextRefused(TWICE.filled(before=before.line), element=cited, line=element.line)


def _trail(elements: tuple[Element, ...], sought: Element) -> list[Element]:
    """The way to an element, from its article down."""
    for element in elements:
        if element is sought:
            return [element]
        if below := _trail(element.children, sought):
            whole = (
                element.level in THROUGHOUT - {Level.ARTICLE} or element.level is Level.PARAGRAPH
            )
            return below if whole else [element, *below]
    return []
