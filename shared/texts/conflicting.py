"""Which changes of one text exclude each other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from shared.texts.changes import COUNTED, INSERTING, Change, ChangeKind
from shared.texts.places import Place, Places, address_under
from shared.texts.tree import Act, Element

WHOLE = frozenset({ChangeKind.REMOVE, ChangeKind.NEW_WORDING})
"""Changes after which nothing of the element as it was is left."""


class ConflictKind(StrEnum):
    SAME_ELEMENT = "same_element"
    INSIDE = "inside"
    SAME_PLACE = "same_place"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Changes that cannot all be made.

    Attributes:
        address: the element that they meet at, or that more than one of them would insert.
        changes: their places in the sequence.
        whole: those of them that change the whole element: each excludes every other change, and
            the others do not exclude each other. If there is none, all exclude each other.
    """

    kind: ConflictKind
    address: str
    changes: tuple[int, ...]
    whole: tuple[int, ...] = ()

    def between(self, one: int, other: int) -> bool:
        """Whether these two exclude each other."""
        pair = {one, other}
        both = one != other and pair <= set(self.changes)
        return both and (not self.whole or bool(pair & set(self.whole)))


def conflicts(act: Act, changes: Sequence[Change], places: Places | None = None) -> list[Conflict]:
    """Every group of changes that exclude each other: for what they change, and what they insert.

    Changes of elements that the act does not have conflict with nothing.
    """
    places = places or Places(act)
    there = [(at, change) for at, change in enumerate(changes) if change.address in places]
    return [*_same_element(there, places), *_inside(there, places), *_same_place(there, places)]


type Numbered = list[tuple[int, Change]]


def _grouped(changes: Numbered) -> dict[str, Numbered]:
    groups = defaultdict[str, Numbered](list)
    for at, change in changes:
        if change.kind not in INSERTING:
            groups[change.address].append((at, change))
    return groups


def _same_element(changes: Numbered, places: Places) -> Iterator[Conflict]:
    kind = ConflictKind.SAME_ELEMENT
    for address, group in _grouped(changes).items():
        whole = tuple(at for at, change in group if change.kind in WHOLE)
        if whole and len(group) > 1:
            yield Conflict(kind, address, tuple(at for at, _ in group), whole)
        if met := _overlapping(group, own_words(places.at(address).element)):
            yield Conflict(kind, address, met)


def own_words(element: Element) -> str:
    """What a replacement of words looks into."""
    return f"{element.heading}\n{element.text}"


def _overlapping(group: Numbered, text: str) -> tuple[int, ...]:
    """Those replacements of words that meet another one in the text as it is."""
    spans = sorted(
        (*found.span(), at) for at, change in group for found in standing(change.words, text)
    )
    met, end, last = set[int](), -1, -1
    for start, stop, at in spans:
        if start < end and at != last:
            met |= {at, last}
        if stop > end:
            end, last = stop, at
    return tuple(at for at, _ in group if at in met)


def standing(words: str, text: str) -> Iterator[re.Match[str]]:
    """Where these words stand in a text as words: “act” is not in “action”."""
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)" if words else r"(?!)"
    return re.finditer(pattern, text)


def _inside(changes: Numbered, places: Places) -> Iterator[Conflict]:
    whole = defaultdict[str, list[int]](list)
    for at, change in changes:
        if change.kind in WHOLE:
            whole[change.address].append(at)
    inner = defaultdict[str, list[int]](list)
    for at, change in changes:
        for address in _over(change, places):
            if address in whole:
                inner[address].append(at)
    for address, within in inner.items():
        over = tuple(whole[address])
        yield Conflict(ConflictKind.INSIDE, address, (*over, *within), over)


def _over(change: Change, places: Places) -> list[str]:
    """What would have to stand for this change to have its place, besides what it changes."""
    over = list(places.over(change.address))
    return [change.address, *over] if change.kind is ChangeKind.INSERT_UNDER else over


def _same_place(changes: Numbered, places: Places) -> Iterator[Conflict]:
    groups = defaultdict[str, list[int]](list)
    for at, change in changes:
        for address in _inserted(change, places):
            groups[address].append(at)
    for address, group in groups.items():
        if len(group) > 1:
            yield Conflict(ConflictKind.SAME_PLACE, address, tuple(group))


def _inserted(change: Change, places: Places) -> set[str]:
    """The addresses that the change makes; for what has no printed number, the gap it goes into."""
    if change.kind not in INSERTING:
        return set()
    above, index = gap_of(change, places.at(change.address))
    return {
        f"{above}+{index}" if element.level in COUNTED else address_under(above, element)
        for element in change.elements
    }


def gap_of(change: Change, place: Place) -> tuple[str, int]:
    """Where the change puts something: into what, and before which of its children."""
    if change.kind is ChangeKind.INSERT_UNDER:
        return change.address, len(place.element.children)
    return place.above, place.index + (change.kind is ChangeKind.INSERT_AFTER)
