"""Of one vote: what its clients sent and were told, and what the service has on record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

CHOICES = ("for", "against", "abstained")


@dataclass(frozen=True, slots=True)
class Sent:
    """A ballot as a device sent it, once or again.

    Args:
        after_close: sent for the first time when the closing had been answered.
    """

    person_id: str
    choice: str
    request_id: str
    after_close: bool = False


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A ballot the service said is on record."""

    sent: Sent
    choice: str
    recorded_at: datetime
    receipt: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A ballot the service said is not taken."""

    sent: Sent
    code: str


@dataclass(slots=True)
class Ledger:
    """Of one vote: all that was sent, and all that was answered."""

    vote_id: str
    sent: dict[str, Sent] = field(default_factory=dict)
    acknowledged: list[Acknowledged] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    @property
    def ballots(self) -> set[tuple[str, str]]:
        """The acknowledged ballots: whose, and with which receipt."""
        return {(a.sent.person_id, a.receipt) for a in self.acknowledged}


@dataclass(frozen=True, slots=True)
class OnTheRoll:
    """A deputy as the record by name shows them."""

    person_id: str
    state: str
    receipt: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A row of the table of ballots."""

    person_id: str
    choice: str
    request_id: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Record:
    """What the service has of a closed vote.

    Args:
        ended_at: the end of the window, or the close if that came first.
        tally: as certified.
        roll: as the record by name has it.
        kept: as the table has it.
    """

    ended_at: datetime
    tally: Mapping[str, int]
    roll: tuple[OnTheRoll, ...]
    kept: tuple[Kept, ...]
