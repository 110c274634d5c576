"""What the plenary is asked of amendments, in which order, and what of it goes into the text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from services.bills.domain.amendments.amendment import Amendment, Proposed
from services.bills.domain.amendments.stages import (
    DECIDED,
    IN_THE_TABLE_TEXT,
    AmendmentStage,
    Mode,
)
from services.bills.domain.structure import Acts
from shared.texts.changes import ChangeKind
from shared.texts.conflicting import Conflict, conflicts

MOST_ITEMS = 500
"""Items of one question: as many as a ballot may name."""

ACCEPTED = AmendmentStage.ACCEPTED
FIRST = (ChangeKind.REMOVE, ChangeKind.NEW_WORDING)


@dataclass(frozen=True, slots=True)
class Entry:
    """An amendment in one wording, as an item of a question or a part of the text."""

    amendment: Amendment
    wording: Proposed
    key: str


def own(amendment: Amendment) -> Entry:
    return Entry(amendment, amendment.proposed, f"a{amendment.number}")


def of_the_committee(amendment: Amendment) -> Entry:
    reworded = amendment.stage is AmendmentStage.ACCEPTED_IN_OTHER_WORDING
    key = f"{'c' if reworded else 'a'}{amendment.number}"
    return Entry(amendment, amendment.accepted_wording, key)


def voted_singly(amendments: Iterable[Amendment], mode: Mode, acts: Acts) -> list[Entry]:
    """What is voted on by itself: on the demand of authors first, then the items of the table.

    Source: Regulations of the Mäjilis, p. 41 (ed. 21.12.2022), last known.
    """
    decided = [a for a in amendments if a.stage in DECIDED]
    # What the committee accepted as it was filed leaves its author nothing to demand.
    demanded = [own(a) for a in decided if a.separate_vote and a.stage is not ACCEPTED]
    table = mode is Mode.TABLE_ITEM_BY_ITEM
    keys = {entry.key for entry in demanded}
    items = [of_the_committee(a) for a in decided if table]
    return _in_order(demanded, acts) + _in_order([e for e in items if e.key not in keys], acts)


def standing_together(amendments: Iterable[Amendment], mode: Mode) -> list[Entry]:
    """What goes into the text without a vote of its own: the committee's text, en bloc."""
    en_bloc = mode is Mode.TABLE_EN_BLOC
    return [of_the_committee(a) for a in amendments if en_bloc and a.stage in IN_THE_TABLE_TEXT]


def _in_order(entries: Sequence[Entry], acts: Acts) -> list[Entry]:
    """In the order of the text; of several to one article first those that decide the others.

    A wider element decides what is in it; to take it out, or to word it anew, decides the rest.
    """
    places = {address: place for place, (address, _) in enumerate(acts.kk.addressed())}

    def rank(entry: Entry) -> tuple[int, int, int]:
        kind = entry.wording.kk.kind
        at = places.get(entry.wording.address, len(places))
        return at, FIRST.index(kind) if kind in FIRST else len(FIRST), entry.amendment.number

    return sorted(entries, key=rank)


def compatible(entries: Sequence[Entry], acts: Acts) -> list[Entry]:
    """Those that can be made together, where an earlier one goes before a later one.

    An amendment that an earlier one excludes is decided with it, and falls.
    """
    groups = _groups(entries, acts)
    chosen = list[int]()
    taken = [set[int]() for _ in groups]
    of = _groups_of(groups, len(entries))
    numbers = set[int]()
    for at, entry in enumerate(entries):
        excluded = any(_excluded(groups[g], taken[g], at) for g in of[at])
        if excluded or entry.amendment.number in numbers:
            continue
        chosen.append(at)
        numbers.add(entry.amendment.number)
        for g in of[at]:
            taken[g].add(at)
    return [entries[at] for at in chosen]


def _groups(entries: Sequence[Entry], acts: Acts) -> list[Conflict]:
    return [
        *conflicts(acts.kk, [entry.wording.kk for entry in entries]),
        *conflicts(acts.ru, [entry.wording.ru for entry in entries]),
    ]


def _groups_of(groups: Sequence[Conflict], count: int) -> list[list[int]]:
    of: list[list[int]] = [[] for _ in range(count)]
    for g, group in enumerate(groups):
        for at in set(group.changes):
            of[at].append(g)
    return of


def _excluded(group: Conflict, taken: set[int], at: int) -> bool:
    """Whether something taken before excludes this one."""
    excluding = taken if not group.whole or at in group.whole else taken & set(group.whole)
    return bool(excluding)
