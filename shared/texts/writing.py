"""The tree of an act as plain text again: one paragraph a line, in the order of the tree."""

from collections.abc import Iterator

from shared.texts.marks import HEADED, printed
from shared.texts.tree import Act, Element, Level

SET_IN = "    "


def written(act: Act) -> str:
    """The plain text of an act; reading it gives the same act, and every word is in it."""
    lines = [act.title, ""] if act.title else []
    lines += [SET_IN + paragraph for paragraph in act.preamble]
    for element in act.elements:
        lines += _lines_of(element, act)
    return "\n".join(lines).strip("\n") + "\n"


def _lines_of(element: Element, act: Act) -> Iterator[str]:
    yield from _own_lines(element, act)
    for child in element.children:
        yield from _lines_of(child, act)


def _own_lines(element: Element, act: Act) -> Iterator[str]:
    if element.level in HEADED:
        yield ""
        yield f"{printed(element, act.language)}. {element.heading}".rstrip()
    words = element.text.split("\n") if element.text else []
    if element.level in (Level.POINT, Level.SUB_POINT):
        first, *words = words or [""]
        yield f"{SET_IN}{printed(element, act.language)} {first}".rstrip()
    yield from (SET_IN + line for line in words)
