"""A mandate: one person sits in the Kurultai, from one moment until another."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.committees.domain.stages import MandateStage
from services.committees.domain.succession import NO_SUCCESSION, Succession
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


class EndCause(StrEnum):
    """Why a mandate ends; of the causes of article 55 those whose words are known."""

    LEFT_THE_PARTY = "left_the_party"
    EXPELLED_FROM_THE_PARTY = "expelled_from_the_party"
    PARTY_CEASED = "party_ceased"
    OTHER = "other"


PROVISIONS = {
    EndCause.LEFT_THE_PARTY: "Constitution 2026, art. 55(4)",
    EndCause.EXPELLED_FROM_THE_PARTY: "Constitution 2026, art. 55(4)",
    EndCause.PARTY_CEASED: "Constitution 2026, art. 55(4)",
    EndCause.OTHER: "Constitution 2026, art. 55(4), 55(5)",
}
"""Under what each ends a mandate."""


@dataclass(frozen=True, slots=True)
class House:
    """What the other mandates leave open to a new one."""

    seats: int = 0
    filled: int = 0
    number_taken: bool = False
    person_seated: bool = False
    faction_known: bool = True


NO_HOUSE = House()


@dataclass(eq=False)
class Mandate(Aggregate):
    """It is in force from `since` on and no longer at `until`.

    Attributes:
        list_id: the list of a party by which the seat was taken, and the `list_number` on it.
        succeeds: the mandate that had ended, and whose place this one takes.
        house: what others leave open; this, the faction that the deputy `joins`, the
            `succession` and whether the convocation is still `forming` are not kept.
    """

    id: UUID
    convocation_id: UUID
    person_id: UUID
    number: int
    name: Bilingual
    faction_id: UUID | None
    since: datetime
    until: datetime | None = None
    ended_on: str | None = None
    ended_because: EndCause | None = None
    stage: MandateStage = MandateStage.NEW
    version: int = 0
    house: House = NO_HOUSE
    joins: UUID | None = None
    list_id: UUID | None = None
    list_number: int | None = None
    succeeds: UUID | None = None
    succession: Succession = NO_SUCCESSION
    forming: bool = True
