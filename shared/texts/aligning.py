"""Kazakh and Russian beside each other, element by element: what one has and the other has not.

The texts of an act in both languages must be authentic (Law 480-V, art. 24(3)).
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from shared.kernel.text import Language
from shared.texts.growing import END, NOTE
from shared.texts.tree import Act, Element, Level

COUNTED = frozenset({Level.PART, Level.INDENT})
"""Their numbers are not printed, so that one that is missing is seen only in their count."""


class Difference(StrEnum):
    """How two texts differ in their structure."""

    MISSING = "missing"
    OUT_OF_ORDER = "out_of_order"
    PARTS = "parts"
    INDENTS = "indents"
    HEADING = "heading"


class Misalignment(BaseModel):
    """One difference.

    Attributes:
        address: of the element, as in `Act.addressed`; empty for the act itself.
        language: of the text that lacks the element or heading; None if neither does.
        kk, ru: how many parts or indents each text has; the heading or first words of each.
    """

    model_config = ConfigDict(frozen=True)

    difference: Difference
    address: str
    language: Language | None = None
    kk: str = ""
    ru: str = ""


class Alignment(BaseModel):
    """All differences in the order of the Kazakh text, then those of the Russian one.

    Attributes:
        elements: how many numbered elements stand in both texts.
    """

    model_config = ConfigDict(frozen=True)

    elements: int
    differences: tuple[Misalignment, ...] = ()

    @property
    def missing(self) -> tuple[Misalignment, ...]:
        """Elements that one of the two texts does not have."""
        return tuple(one for one in self.differences if one.difference is Difference.MISSING)

    @property
    def is_aligned(self) -> bool:
        return not self.differences


def aligned(kk: Act, ru: Act) -> Alignment:
    """How far the two texts have the same structure; notes of editors and signatures aside."""
    there, here = _numbered(kk), _numbered(ru)
    both = [address for address in there if address in here]
    differences = [
        *_missing(there, here, Language.RU),
        *_missing(here, there, Language.KK),
        *_out_of_order(both, [address for address in here if address in there]),
        *_counts("", kk.elements, ru.elements),
    ]
    for address in both:
        differences += _heading(address, there[address], here[address])
        differences += _counts(address, there[address].children, here[address].children)
    return Alignment(elements=len(both), differences=tuple(differences))


def _numbered(act: Act) -> dict[str, Element]:
    """Elements with a printed number; parts are there too if they have some of these in them."""
    return {
        address: element
        for address, element in act.addressed()
        if element.level not in COUNTED and not _is_aside(element)
    }


def _is_aside(element: Element) -> bool:
    return element.level is Level.PART and element.number.startswith((NOTE, END))


def _missing(
    there: dict[str, Element], here: dict[str, Element], lacks: Language
) -> Iterator[Misalignment]:
    """Only the outermost: what is in a missing article is missing with it."""
    gone = {address for address in there if address not in here}
    for address, element in there.items():
        above, _, _ = address.rpartition("__")
        if address in gone and above not in gone:
            words = {lacks.value: "", _other(lacks).value: _words(element)}
            yield Misalignment(
                difference=Difference.MISSING, address=address, language=lacks, **words
            )


def _other(language: Language) -> Language:
    return Language.RU if language is Language.KK else Language.KK


def _words(element: Element) -> str:
    return (element.heading or element.text)[:200]


def _out_of_order(kk: list[str], ru: list[str]) -> Iterator[Misalignment]:
    """The fewest elements whose moving would make the orders alike."""
    places = {address: place for place, address in enumerate(ru)}
    kept = _longest_rising([places[address] for address in kk])
    for address in kk:
        if places[address] not in kept:
            yield Misalignment(difference=Difference.OUT_OF_ORDER, address=address)


def _longest_rising(numbers: list[int]) -> set[int]:
    """The longest rising subsequence: by the smallest number that ends one of each length."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        length = bisect_left(ends, number)
        before[number] = ends[length - 1] if length else None
        ends[length : length + 1] = [number]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def _heading(address: str, kk: Element, ru: Element) -> Iterator[Misalignment]:
    if bool(kk.heading) is not bool(ru.heading):
        lacks = Language.RU if kk.heading else Language.KK
        yield Misalignment(
            difference=Difference.HEADING,
            address=address,
            language=lacks,
            kk=kk.heading,
            ru=ru.heading,
        )


def _counts(address: str, kk: Iterable[Element], ru: Iterable[Element]) -> Iterator[Misalignment]:
    """Parts and indents differ in number; of those that are in both, look inside too."""
    for level, difference in ((Level.PART, Difference.PARTS), (Level.INDENT, Difference.INDENTS)):
        there, here = _of(level, kk), _of(level, ru)
        if len(there) != len(here):
            counts = {"kk": str(len(there)), "ru": str(len(here))}
            yield Misalignment(difference=difference, address=address, **counts)
        for one, other in zip(there, here, strict=False):
            below = f"{address}__{one.key}" if address else one.key
            yield from _counts(below, one.children, other.children)


def _of(level: Level, elements: Iterable[Element]) -> list[Element]:
    return [one for one in elements if one.level is level and not _is_aside(one)]
