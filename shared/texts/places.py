"""Where every element of an act stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from shared.texts.changes import NO_SUCH_ELEMENT, ChangeRefused
from shared.texts.tree import Act, Element, Level

TOP = ""
"""The address of the act itself, above its outermost elements."""


@dataclass(frozen=True, slots=True)
class Place:
    """An element with the address of what it is in, and which of its children it is, from 0."""

    element: Element
    above: str
    index: int


class Places:
    """The elements of one act by address. An article's address does not name its chapter."""

    def __init__(self, act: Act) -> None:
        self._by_address = dict(_places(act.elements, TOP))

    def at(self, address: str) -> Place:
        """The element there. Raises ChangeRefused."""
        place = self._by_address.get(address)
        if place is None:
            raise ChangeRefused(NO_SUCH_ELEMENT.filled(address=address))
        return place

    def __contains__(self, address: str) -> bool:
        return address in self._by_address

    def over(self, address: str) -> Iterator[str]:
        """What the element is in, from the nearest outwards, the act itself last."""
        while address != TOP:
            address = self._by_address[address].above
            yield address


def address_under(above: str, element: Element) -> str:
    """The address that the element has, or would have, there."""
    outermost = element.level is Level.ARTICLE or above == TOP
    return element.key if outermost else f"{above}__{element.key}"


def _places(elements: Iterable[Element], above: str) -> Iterator[tuple[str, Place]]:
    for index, element in enumerate(elements):
        address = address_under(above, element)
        yield address, Place(element, above, index)
        yield from _places(element.children, address)
