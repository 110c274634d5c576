"""The tree of an act as plain text again: one paragraph a line, in the order of the tree."""

from collections.abc import Iterator
from dataclasses import dataclass

from shared.texts.marks import HEADED, printed
from shared.texts.tree import Act, Element, Level

SET_IN = "    "


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph on paper, and the element that it is the heading or the words of."""

    text: str
    element: Element | None = None
    is_heading: bool = False


def written(act: Act) -> str:
    """The plain text of an act; reading it gives the same act, and every word is in it."""
    lines = [act.title, ""] if act.title else []
    for row in rows_of(act):
        lines += ["", row.text] if row.is_heading else [SET_IN + row.text]
    return "\n".join(lines).strip("\n") + "\n"


def rows_of(act: Act) -> Iterator[Row]:
    """Every paragraph after the title, in the order of the text."""
    yield from (Row(paragraph) for paragraph in act.preamble)
    for element in act.elements:
        yield from _rows_of(element, act)


def _rows_of(element: Element, act: Act) -> Iterator[Row]:
    words = element.text.split("\n") if element.text else []
    if element.level in HEADED:
        heading = f"{printed(element, act.language)}. {element.heading}".rstrip()
        yield Row(heading, element, is_heading=True)
    elif element.level in (Level.POINT, Level.SUB_POINT):
        first, *words = words or [""]
        yield Row(f"{printed(element, act.language)} {first}".rstrip(), element)
    yield from (Row(line, element) for line in words)
    for child in element.children:
        yield from _rows_of(child, act)
