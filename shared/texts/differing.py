"""Differences of two texts word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from shared.texts.comparison import Run, RunKind, Runs

WORDS = re.compile(r"\w+|\s+|[^\w\s]")
"""Words, the spaces between them, and each mark of punctuation: together, all of the text."""

WORD = re.compile(r"\w+")
LINES = re.compile(r"[^\n.;]*[\n.;]+|[^\n.;]+\Z")

MOST_STEPS = 25_000_000
"""Words of the one text times words of the other; beyond it they are compared line by line."""

FEW_WORDS = 3


@dataclass(slots=True)
class Stretch:
    """Words that are alike (`deleted` equals `inserted`), or those that stand for each other."""

    deleted: str
    inserted: str
    alike: bool = False

    @property
    def length(self) -> int:
        return max(len(self.deleted), len(self.inserted))


def differences(old: str, new: str) -> Runs:
    """Runs that rebuild both texts exactly: a replacement is a deletion and then an insertion."""
    if old == new:
        return (Run(kind=RunKind.EQUAL, text=old),) if old else ()
    stretches = _legible(_stretches(*_tokens(old, new)))
    return tuple(run for stretch in stretches for run in _runs(stretch))


def _tokens(old: str, new: str) -> tuple[list[str], list[str]]:
    """In words; in lines when the words are too many, and as a whole when even lines are."""
    for unit in (WORDS, LINES):
        tokens = unit.findall(old), unit.findall(new)
        if len(tokens[0]) * len(tokens[1]) <= MOST_STEPS:
            return tokens
    return [old], [new]


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    # Numbered in the order of their coming: the hash of a text is another in every process.
    numbers: dict[str, int] = {}
    spelled = [[numbers.setdefault(t, len(numbers)) for t in tokens] for tokens in (old, new)]
    for code in LCSseq.opcodes(*spelled):
        gone = "".join(old[code.src_start : code.src_end])
        come = "".join(new[code.dest_start : code.dest_end])
        yield Stretch(gone, come, alike=code.tag == "equal")


def _legible(stretches: Iterator[Stretch]) -> list[Stretch]:
    """The same differences without the few words between two of them that only chance keeps."""
    kept: list[Stretch] = []
    for stretch in stretches:
        kept.append(stretch if stretch.alike else _grown(kept, stretch))
    return kept


def _grown(kept: list[Stretch], difference: Stretch) -> Stretch:
    """The difference with what is taken into it of what came before."""
    if kept and not kept[-1].alike:
        difference = _joined(kept.pop(), difference)
    while len(kept) > 1 and _by_chance(kept[-2], kept[-1], difference):
        between = kept.pop()
        difference = _joined(kept.pop(), between, difference)
    return difference


def _joined(*stretches: Stretch) -> Stretch:
    deleted = "".join(stretch.deleted for stretch in stretches)
    return Stretch(deleted, "".join(stretch.inserted for stretch in stretches))


def _by_chance(before: Stretch, between: Stretch, after: Stretch) -> bool:
    """Whether nothing but marks stands between two differences, or less than each of them."""
    words = len(WORD.findall(between.deleted))
    few = words <= FEW_WORDS and between.length <= min(before.length, after.length)
    return not words or few


def _runs(stretch: Stretch) -> Iterator[Run]:
    if stretch.alike:
        yield Run(kind=RunKind.EQUAL, text=stretch.deleted)
        return
    if stretch.deleted:
        yield Run(kind=RunKind.DELETED, text=stretch.deleted)
    if stretch.inserted:
        yield Run(kind=RunKind.INSERTED, text=stretch.inserted)
