"""What holds of every act, however its tree was made."""

from collections.abc import Iterator

from shared.texts.marks import printed
from shared.texts.refusals import TWICE, TextRefused
from shared.texts.tree import Act, Element, Level

THROUGHOUT = frozenset({Level.SECTION, Level.CHAPTER, Level.ARTICLE})
"""Numbered through the whole act (Law 480-V, art. 23(4)); all others anew under each parent."""


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
