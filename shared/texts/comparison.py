"""What a comparison of two texts says: a row for each structural element."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from shared.kernel.text import Language
from shared.texts.tree import Level


class Kind(StrEnum):
    """What became of an element.

    What is in an element that moved, or has another number, follows it and is `unchanged`.
    """

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    MOVED_AND_CHANGED = "moved_and_changed"
    RENUMBERED_AND_CHANGED = "renumbered_and_changed"

    @property
    def mirrored(self) -> "Kind":
        """What the same row is when the two texts change places."""
        return {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}.get(self, self)


class RunKind(StrEnum):
    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Run(Frozen):
    """Words that stand in both texts, only in the old one, or only in the new one."""

    kind: RunKind
    text: str


type Runs = tuple[Run, ...]


class Place(Frozen):
    """An element as it stands in one of the two texts.

    Attributes:
        level: none for the title and for what precedes the first element.
        address: as in `Act.addressed`; `title`, `preamble_1` for what is outside the elements.
        under: the address of the element that it stands in; empty if it stands in none.
        rank: its place among what stands there, from 0.
    """

    level: Level | None
    number: str
    address: str
    under: str
    rank: int
    heading: str
    text: str


class Row(Frozen):
    """One structural element in the old and in the new text.

    Attributes:
        heading: the differences of the titles; `words` those of the element's own words.
    """

    kind: Kind
    old: Place | None
    new: Place | None
    heading: Runs = ()
    words: Runs = ()

    @property
    def differs(self) -> bool:
        return self.kind is not Kind.UNCHANGED

    @property
    def place(self) -> Place:
        """Where it stands now; where it stood, if it is removed."""
        place = self.new or self.old
        if place is None:
            message = "a row is about an element"
            raise ValueError(message)
        return place


class Comparison(Frozen):
    """Every element of two texts in the order of the new one, the removed where they stood."""

    language: Language
    every: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Those that differ. They suffice to make the new text of the old one."""
        return tuple(row for row in self.every if row.differs)

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many elements are of each kind; kinds that do not occur are left out."""
        return Counter(row.kind for row in self.every)


def side(runs: Runs, kind: RunKind) -> str:
    """One of the two texts again: the old one for `deleted`, the new one for `inserted`."""
    return "".join(run.text for run in runs if run.kind in {RunKind.EQUAL, kind})
