"""Which element of the new text is which of the old one.

What is exactly the same is found first; then by likeness, where the same number speaks for a
pair; then, in its place, what has the same number and nothing else in common. Elements are looked
for among those under the same element, articles in the whole act, and what is left, everywhere.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from shared.texts.likeness import Likenesses, candidates, weights_in
from shared.texts.nodes import COUNTED, Node, everything
from shared.texts.tree import Level

SAME_NUMBER = Fraction(3, 10)
"""How alike two elements of the same number must be before others are looked for."""

OTHER_NUMBER = Fraction(3, 5)
ELSEWHERE = Fraction(7, 10)
FOR_THE_NUMBER = Fraction(3, 20)
"""How much likeness the same number is worth; another level costs as much."""

FEW_WORDS = 4
"""Shorter words, as “excluded”, stand in many places and prove nothing."""


def pair(old: Node, new: Node) -> None:
    """Give every node of both acts its twin, where it has one in the other."""
    Pairing(old, new).run()


@dataclass(frozen=True, slots=True)
class Pairing:
    old: Node
    new: Node

    def run(self) -> None:
        likenesses = Likenesses(weights_in([*everything(self.old), *everything(self.new)]))
        _join(self.old, self.new)
        _join(self.old.children[0], self.new.children[0])
        among_like(_articles(self.old), _articles(self.new), likenesses)
        _downwards(self.old, likenesses)
        elsewhere(_alone(self.old), _alone(self.new), likenesses)
        _downwards(self.old, likenesses)


def among_like(old: Sequence[Node], new: Sequence[Node], likenesses: Likenesses) -> None:
    """Pair what stands under the same element."""
    _by(_key_and_seal, old, new)
    _by(_telling_seal, old, new)
    _by_likeness(_left(old), _left(new), likenesses, _enough_in_place)
    _by(_printed_key, old, new)
    _by_gap(old, new)


def elsewhere(old: Sequence[Node], new: Sequence[Node], likenesses: Likenesses) -> None:
    """Pair what went from one element to another."""
    _by(_telling_seal, old, new)
    _by_likeness(_left(old), _left(new), likenesses, _enough_elsewhere)


def _downwards(old: Node, likenesses: Likenesses) -> None:
    for node in everything(old):
        if node.twin and node.children and node.twin.children:
            among_like(_left(node.children), _left(node.twin.children), likenesses)


def _by(key: Callable[[Node], object], old: Sequence[Node], new: Sequence[Node]) -> None:
    """Pair what has the same key, where only one of each text has it."""
    ours, theirs = _alone_with(key, old), _alone_with(key, new)
    for one, node in ours.items():
        if one in theirs:
            _join(node, theirs[one])


def _alone_with(key: Callable[[Node], object], nodes: Sequence[Node]) -> dict[object, Node]:
    found: dict[object, Node] = {}
    several = set()
    for node in _left(nodes):
        one = key(node)
        if one in found:
            several.add(one)
        found[one] = node
    return {one: node for one, node in found.items() if one is not None and one not in several}


def _key_and_seal(node: Node) -> object:
    return node.sort, node.number, node.seal


def _telling_seal(node: Node) -> object:
    return node.seal if node.words.total() >= FEW_WORDS else None


def _printed_key(node: Node) -> object:
    return None if node.sort in COUNTED else (node.sort, node.number)


def _by_gap(old: Sequence[Node], new: Sequence[Node]) -> None:
    """Pair what has no printed number and stands alone between the same paired elements."""
    gaps = _gaps(old) | _gaps(new)
    _by(lambda node: gaps.get(id(node)), old, new)


def _gaps(nodes: Sequence[Node]) -> dict[int, object]:
    """Behind which paired element each stands; a pair has one name in both texts."""
    gaps: dict[int, object] = {}
    last: object = None
    for node in nodes[0].parent.children if nodes and nodes[0].parent else ():
        if node.twin:
            last = frozenset({id(node), id(node.twin)})
        elif node.sort in COUNTED:
            gaps[id(node)] = node.sort, last
    return gaps


type Enough = Callable[[Node, Node, Fraction], Fraction | None]


def _by_likeness(
    old: Sequence[Node], new: Sequence[Node], likenesses: Likenesses, enough: Enough
) -> None:
    """Pair the most alike first; the earlier ones of those that are equally alike."""
    found = []
    for i, j in candidates(old, new):
        worth = enough(old[i], new[j], likenesses.of(old[i], new[j]))
        if worth is not None:
            found.append((-worth, min(i, j), max(i, j), i, j))
    for *_, i, j in sorted(found):
        if old[i].twin is None and new[j].twin is None:
            _join(old[i], new[j])


def _enough_in_place(old: Node, new: Node, likeness: Fraction) -> Fraction | None:
    if old.sort != new.sort:
        return None
    same = old.number == new.number and old.sort not in COUNTED
    enough = likeness >= (SAME_NUMBER if same else OTHER_NUMBER)
    telling = same or min(old.words.total(), new.words.total()) >= FEW_WORDS
    return likeness + same * FOR_THE_NUMBER if enough and telling else None


def _enough_elsewhere(old: Node, new: Node, likeness: Fraction) -> Fraction | None:
    worth = likeness - (old.sort != new.sort) * FOR_THE_NUMBER
    telling = min(old.words.total(), new.words.total()) >= FEW_WORDS
    return worth if telling and worth >= ELSEWHERE else None


def _join(old: Node, new: Node) -> None:
    old.twin, new.twin = new, old


def _left(nodes: Iterable[Node]) -> list[Node]:
    return [node for node in nodes if node.twin is None]


def _alone(root: Node) -> list[Node]:
    return [node for node in everything(root) if node.twin is None and node.level]


def _articles(root: Node) -> list[Node]:
    return [node for node in everything(root) if node.sort == Level.ARTICLE]
