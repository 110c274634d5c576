"""An act as its changes make it: mechanically, all at once, or not at all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from shared.texts import fitting
from shared.texts.changes import (
    COUNTED,
    IN_CONFLICT,
    INSERTING,
    NO_SUCH_WORDS,
    OUT_OF_ORDER,
    THERE_ALREADY,
    Change,
    ChangeKind,
    ChangeRefused,
    rank,
)
from shared.texts.conflicting import conflicts, gap_of, own_words, standing
from shared.texts.places import TOP, Places, address_under
from shared.texts.tree import Act, Element, Level

__all__ = ["Change", "ChangeKind", "ChangeRefused", "changed", "refuse_unfit"]


def changed(act: Act, changes: Sequence[Change]) -> Act:
    """The act after these changes, each of which addresses the act as it is given.

    Raises:
        ChangeRefused: an element is not there, a new one does not fit in level, number or order
            or is there already, words are not found, or changes conflict; the element is named.
    """
    places = Places(act)
    for change in changes:
        refuse_unfit(places, change)
    if found := conflicts(act, changes, places):
        raise ChangeRefused(IN_CONFLICT.filled(address=found[0].address))
    plan = _planned(changes, places)
    elements = plan.children(act.elements, TOP, words="")
    made = act.model_copy(update={"elements": elements})
    _refuse_disorder(act, made)
    return made


def refuse_unfit(places: Places, change: Change) -> None:
    """See that the change could be made alone. Raises ChangeRefused."""
    place = places.at(change.address)
    fitting.refuse_unfit(change, place)
    if change.kind is ChangeKind.REPLACE_WORDS:
        found = next(standing(change.words, own_words(place.element)), None)
        if found is None:
            asked = NO_SUCH_WORDS.filled(address=change.address, words=change.words)
            raise ChangeRefused(asked)


@dataclass(slots=True)
class _Plan:
    """What becomes of the elements, by address.

    Attributes:
        own: replacements of words, new wordings and removals.
        put: what goes into an element, by the index of the child that it goes before.
        touched: the addresses under which something changes.
    """

    own: dict[str, list[Change]] = field(default_factory=dict)
    put: dict[tuple[str, int], list[Element]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)

    def children(
        self, children: tuple[Element, ...], above: str, *, words: str
    ) -> tuple[Element, ...]:
        """What becomes of the children of an element that has these words of its own."""
        if above not in self.touched:
            return children
        made = list[Element]()
        for index, child in enumerate(children):
            made += self._at(above, index)
            made += self._became(child, above)
        made += self._at(above, len(children))
        return _counted(made, first=2 if words else 1)

    def _at(self, above: str, index: int) -> list[Element]:
        """What goes in there: by number, whatever the order of the changes."""
        put = self.put.get((above, index), [])
        ranks = [rank(element.number) for element in put]
        if None in ranks or any(element.level in COUNTED for element in put):
            return put
        return sorted(put, key=lambda element: rank(element.number) or ())

    def _became(self, element: Element, above: str) -> list[Element]:
        address = address_under(above, element)
        for change in self.own.get(address, ()):
            match change.kind:
                case ChangeKind.REMOVE:
                    return []
                case ChangeKind.NEW_WORDING:
                    return [_numbered_as(element, change.elements[0])]
                case _:
                    pass
        replaced = _replaced(element, self.own.get(address, ()))
        children = self.children(element.children, address, words=replaced.text)
        return [replaced.model_copy(update={"children": children})]


def _planned(changes: Iterable[Change], places: Places) -> _Plan:
    plan = _Plan()
    for change in changes:
        place = places.at(change.address)
        if change.kind in INSERTING:
            at = gap_of(change, place)
            plan.put.setdefault(at, []).extend(change.elements)
            plan.touched |= {at[0]}
        else:
            plan.own.setdefault(change.address, []).append(change)
        plan.touched.update(places.over(change.address))
    return plan


def _replaced(element: Element, changes: Iterable[Change]) -> Element:
    """The element with words replaced where they stood in the original."""
    changes = tuple(changes)
    if not changes:
        return element
    new = {name: _words(getattr(element, name), changes) for name in ("heading", "text")}
    return element.model_copy(update=new)


def _words(text: str, changes: Iterable[Change]) -> str:
    spans = [
        (*m.span(), change.instead) for change in changes for m in standing(change.words, text)
    ]
    for start, end, instead in sorted(spans, reverse=True):
        text = text[:start] + instead + text[end:]
    return text


def _numbered_as(old: Element, new: Element) -> Element:
    return new.model_copy(update={"number": old.number})


def _counted(elements: Iterable[Element], *, first: int) -> tuple[Element, ...]:
    """Parts and indents have no printed number: they are counted among their siblings.

    The words of what they are in are its first part. Notes of editors and signatures, which are
    parts too, are counted by themselves and stay.
    """
    counts, counted = Counter[Level](), list[Element]()
    for element in elements:
        if element.level not in COUNTED or not element.number.isdigit():
            counted.append(element)
            continue
        number = str(first + counts[element.level])
        counts[element.level] += 1
        counted.append(element.model_copy(update={"number": number}))
    return tuple(counted)


def _refuse_disorder(old: Act, new: Act) -> None:
    """Two elements of one address, or a new one out of its order; what was so before may stay."""
    before = Counter(address for address, _ in old.addressed())
    after = [(address, element) for address, element in new.addressed()]
    for address, count in Counter(address for address, _ in after).items():
        if count > max(1, before[address]):
            raise ChangeRefused(THERE_ALREADY.filled(address=address))
    for row in _rows(after):
        for one, other in pairwise(row):
            if not {one, other} <= before.keys() and _falls(one, other):
                strange = one if other in before else other
                raise ChangeRefused(OUT_OF_ORDER.filled(address=strange))


def _rows(addressed: Iterable[tuple[str, Element]]) -> Iterable[list[str]]:
    """The elements that are numbered through: siblings of one level, and all articles."""
    rows = defaultdict[tuple[str, Level], list[str]](list)
    for address, element in addressed:
        if element.level not in COUNTED:
            rows[address.rpartition("__")[0], element.level].append(address)
    return rows.values()


def _falls(one: str, other: str) -> bool:
    """Whether numbers in digits go down."""
    before, after = (rank(address.rpartition("_")[2]) for address in (one, other))
    return before is not None and after is not None and before > after
