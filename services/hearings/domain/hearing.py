"""The hearing: one case of the procedure. What is seen around it is loaded for one act."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.hearings.domain.stages import Initiator, Stage
from shared.contracts.words import Bilingual, Key
from shared.kernel.aggregate import Aggregate

MOST_PLACES = 100_000
MINUTES_A_DAY = 1440


@dataclass(frozen=True, slots=True)
class Ballots:
    """How the deputies who take part voted on the recommendations."""

    votes_for: int
    taking_part: int


class Part(BaseModel):
    """A part of the hearing; a closed one says why (Constitution 2026, art. 58(6))."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Key = Field(description="By which speakers and entries name it.")
    title: Bilingual
    minutes: int | None = Field(default=None, ge=1, le=MINUTES_A_DAY)
    closed: bool = False
    reason: Bilingual | None = Field(default=None, description="Why it is closed.")


class Places(BaseModel):
    """How many may be in the room who are neither deputies nor invited; None: nobody counts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    public: int | None = Field(default=None, ge=0, le=MOST_PLACES)
    media: int | None = Field(default=None, ge=0, le=MOST_PLACES)


NOT_COUNTED = Places()


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the hearing is to look like, before it is taken for that."""

    parts: tuple[Part, ...]
    places: Places


@dataclass(eq=False)
class Hearing(Aggregate):
    """`body_id` is the committee or the faction of the opposition that called it, if one did.

    Attributes that are not kept: whether the bill and the opposition of the body were `seen`
    in the register, how many hearings were `called_before` in the session on the same behalf, how
    many deputies are `counted` at the holding or registered before it, of how many `members` of the
    body, the instant and the arrangement `wanted`, the recommendations `drafted` with how many
    wordings `undecided`, those `to_adopt`, and the ballots `proposed`;
    whether `somebody_speaks`, and how many have yet to speak to whom the floor is guaranteed.
    """

    id: UUID
    bill_id: UUID | None
    theme: Bilingual
    starts_at: datetime
    on_behalf_of: Initiator
    body_id: UUID | None = None
    called_at: datetime | None = None
    decided_at: datetime | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    parts: tuple[Part, ...] = ()
    places: Places = NOT_COUNTED
    taking_part: int | None = None
    votes_for: int | None = None
    recommendations: tuple[Bilingual, ...] = ()
    reason: Bilingual | None = None
    stage: Stage = Stage.NEW
    version: int = 0
    seen_bill: bool = False
    seen_opposition: bool = False
    called_before: int = 0
    counted: int | None = None
    members: int | None = None
    wanted_at: datetime | None = None
    wanted: Arrangement | None = None
    drafted: tuple[Bilingual, ...] = ()
    undecided: int = 0
    somebody_speaks: bool = False
    owed_floor: int = 0
    to_adopt: tuple[Bilingual, ...] | None = None
    proposed: Ballots | None = None

    def part(self, key: str) -> Part | None:
        """The part of that name, if there is one."""
        return next((part for part in self.parts if part.key == key), None)

    def is_closed(self, key: str | None) -> bool:
        """Whether that part is closed; what belongs to no part is open."""
        found = self.part(key) if key else None
        return found is not None and found.closed
