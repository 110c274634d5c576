"""An office: one person acts in one capacity, from one moment until another."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from services.committees.domain.composition import NOBODY, Composition
from services.committees.domain.stages import OfficeStage
from shared.kernel.actor import Role
from shared.kernel.aggregate import Aggregate

OF_A_BODY = frozenset({Role.FACTION_LEADER, Role.COMMITTEE_CHAIR, Role.COMMITTEE_SECRETARY})
"""Offices held in a faction or in a committee."""

OF_DEPUTIES = OF_A_BODY | {Role.CHAIR, Role.DEPUTY_CHAIR}
"""Offices that only a deputy holds; they end with the mandate."""

OF_ONE = frozenset(
    {
        Role.CHAIR,
        Role.PRESIDENT,
        Role.PRIME_MINISTER,
        Role.FACTION_LEADER,
        Role.COMMITTEE_CHAIR,
    }
)
"""Offices that one person holds at a time: of the state, or of the faction or committee."""


@dataclass(eq=False)
class Office(Aggregate):
    """It is held from `since` on and no longer at `until`.

    For a term, if one was decided: through its `last_day`. Else as long as nothing ends it.

    Attributes that are not kept: the `composition` in force, whether the register was
    `opened_before`, and whether the holder's `mandate_ended`.
    """

    id: UUID
    person_id: UUID
    role: Role
    body_id: UUID | None
    ground: str
    since: datetime
    until: datetime | None = None
    ended_on: str | None = None
    last_day: date | None = None
    stage: OfficeStage = OfficeStage.NEW
    version: int = 0
    composition: Composition = NOBODY
    opened_before: bool = False
    mandate_ended: bool = False

    @property
    def held_by(self) -> frozenset[UUID]:
        """Who holds the same office in the composition, in the same body if it is held in one."""
        return self.composition.holders(self.role, self.body_id)
