"""A leader of a faction names who has the guaranteed floor in the leader's place at a sitting."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.voting.domain.stages import SittingStage
from shared.kernel.aggregate import Aggregate


class DelegationStage(StrEnum):
    NEW = "new"
    NAMED = "named"
    TAKEN_BACK = "taken_back"


class DelegationAct(StrEnum):
    NAME = "name"
    TAKE_BACK = "take_back"


@dataclass(eq=False)
class Delegation(Aggregate):
    """One deputy of the faction, for one sitting.

    Attributes:
        sitting_stage: where the sitting stands; this and what follows is not kept.
        of_the_faction: whether the delegate is a deputy of the faction.
        another_stands: whether the faction has a delegate for the sitting already.
    """

    id: UUID
    sitting_id: UUID
    faction_id: UUID
    leader_id: UUID | None
    delegate_id: UUID
    stage: DelegationStage = DelegationStage.NEW
    version: int = 0
    named_at: datetime | None = None
    taken_back_at: datetime | None = None
    sitting_stage: SittingStage | None = None
    of_the_faction: bool = False
    another_stands: bool = False
