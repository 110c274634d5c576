"""By which list a person takes a seat, and whom that person succeeds."""

from dataclasses import dataclass
from uuid import UUID

from services.committees.domain.party_list import PartyList


@dataclass(frozen=True, slots=True)
class Ended:
    """The mandate to be succeeded, as it stands; `by_list` is the list it came from, if known."""

    convocation_id: UUID
    is_over: bool
    is_succeeded: bool
    by_list: UUID | None


@dataclass(frozen=True, slots=True)
class Succession:
    """What a seat is taken by. A mandate may name neither: not every register has the lists."""

    party_list: PartyList | None = None
    ended: Ended | None = None


NO_SUCCESSION = Succession()
