"""Everything the protocol of a vote says, apart from how it is stored and how it is printed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.voting.domain.calling import Calling
from services.voting.domain.stages import Source, Standing
from services.voting.store.ballots import COUNTED_AS
from shared.contracts.words import Bilingual, ItemResult, Question, Tally
from shared.kernel.rules import Base, Outcome


@dataclass(frozen=True, slots=True)
class Excused:
    """A deputy whose absence from the sitting is excused; why, no protocol says."""

    person_id: UUID
    number: int
    name: Bilingual


@dataclass(frozen=True, slots=True)
class SittingHeld:
    """The sitting as its record names it; without `closed_at` it still goes on."""

    id: UUID
    starts_at: datetime
    opened_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MajorityAsked:
    """What was asked for: more than (`strict`), or at least, a part of a whole.

    Attributes:
        part: of `parts`, so 2 and 3 for two thirds.
        needed: the votes for that would have adopted, of the `whole`.
        digest: SHA-256 of the whole frozen rule in canonical JSON.
    """

    base: Base
    part: int
    parts: int
    strict: bool
    needed: int
    whole: int
    provision: str
    profile: str
    digest: str


@dataclass(frozen=True, slots=True)
class DeputyOnRoll:
    """A deputy on the roll in exactly one state.

    Attributes:
        call: the place in the order of calling, of a roll call.
        source: this and what follows is of a ballot that was cast.
        choice: one option, or the option for each item.
    """

    person_id: UUID
    number: int
    name: Bilingual
    state: Standing
    faction_id: UUID | None = None
    faction: Bilingual | None = None
    call: int | None = None
    source: Source | None = None
    recorded_at: datetime | None = None
    receipt: str | None = None
    choice: str | tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What a deputy stated of their vote afterwards; it changes nothing in the result."""

    deputy: Bilingual
    words: str


@dataclass(frozen=True, slots=True)
class VoteProtocol:
    """The protocol of a vote that is counted.

    Attributes:
        filled: deputies on the roll, and `registered` those of them who were present.
        roll: in the order of calling, of a roll call; otherwise in that of numbers.
        annulled: why the vote counts for nothing, if it does.
    """

    vote_id: UUID
    sitting: SittingHeld
    question: Question
    majority: MajorityAsked
    opened_at: datetime
    closed_at: datetime
    seats: int
    filled: int
    registered: int
    tally: Tally
    outcome: Outcome
    roll: tuple[DeputyOnRoll, ...]
    proclaimed_at: datetime | None = None
    round: int = 1
    calling: Calling | None = None
    annulled: Bilingual | None = None
    statements: tuple[Statement, ...] = ()
    results: tuple[ItemResult, ...] = ()

    @property
    def counts(self) -> dict[Standing, int]:
        """How many of the roll stand in each state, by the tally of the record."""
        told = self.tally.model_dump()
        return {state: told[name] for state, name in COUNTED_AS.items()}
