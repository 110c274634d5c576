"""How alike two elements are by their words, whatever their order; rare words count for more."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from shared.texts.nodes import Node

RARE = 8
"""In how many elements of those that are searched a word may stand and still tell them apart."""

MOST = 6
"""How many elements each is compared with, those that share most rare words first."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a word weighs: 4 in one element or two, and less the more elements it stands in."""

    elements: Mapping[str, int]

    def of(self, word: str) -> int:
        return max(1, 5 - self.elements[word].bit_length())

    def total(self, words: Counter[str]) -> int:
        return sum(count * self.of(word) for word, count in words.items())


def weights_in(nodes: Iterable[Node]) -> Weights:
    """By the elements of both texts; what is the same in both stands there twice."""
    return Weights(Counter(word for node in nodes for word in node.own))


class Likenesses:
    """The likeness of pairs: twice the words they share, of the words of both; from 0 to 1."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._totals: dict[int, int] = {}

    def of(self, old: Node, new: Node) -> Fraction:
        whole = self._total(old) + self._total(new)
        return Fraction(2 * self._weights.total(_shared(old.words, new.words)), whole or 1)

    def _total(self, node: Node) -> int:
        known = self._totals.get(id(node))
        if known is None:
            known = self._totals[id(node)] = self._weights.total(node.words)
        return known


def candidates(old: Sequence[Node], new: Sequence[Node]) -> set[tuple[int, int]]:
    """The places of pairs that are worth a closer look, whichever of the two texts is the old."""
    there = _sharing(old, new)
    back = {(one, other) for other, one in _sharing(new, old)}
    return there | back | _same_key(old, new)


def _sharing(ours: Sequence[Node], theirs: Sequence[Node]) -> set[tuple[int, int]]:
    """Each of ours with those of theirs that share the most rare words with it."""
    stands_in: dict[str, list[int]] = defaultdict(list)
    for index, node in enumerate(theirs):
        for word in node.words:
            stands_in[word].append(index)
    rare = {word: places for word, places in stands_in.items() if len(places) <= RARE}
    return {
        (index, other)
        for index, node in enumerate(ours)
        for other in _best(Counter(place for word in node.words for place in rare.get(word, ())))
    }


def _best(shared: Counter[int]) -> list[int]:
    best = sorted(shared.items(), key=lambda found: (-found[1], found[0]))
    return [index for index, _ in best[:MOST]]


def _same_key(old: Sequence[Node], new: Sequence[Node]) -> set[tuple[int, int]]:
    places = {(node.sort, node.number): index for index, node in enumerate(new)}
    keys = [(node.sort, node.number) for node in old]
    return {(index, places[key]) for index, key in enumerate(keys) if key in places}


def _shared(old: Counter[str], new: Counter[str]) -> Counter[str]:
    few, many = (old, new) if len(old) <= len(new) else (new, old)
    return Counter({word: min(n, many[word]) for word, n in few.items() if word in many})
