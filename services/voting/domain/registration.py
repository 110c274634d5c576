"""A deputy's registration for a sitting: a case of its own, so that 145 can register at once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.voting.domain.stages import RegistrationStage, SittingStage
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class Registration(Aggregate):
    """A deputy is present.

    Attributes:
        sitting_stage: where the sitting stands now; this and what follows is not kept.
        is_member: whether the deputy is one of those who sit.
    """

    id: UUID
    sitting_id: UUID
    person_id: UUID
    stage: RegistrationStage = RegistrationStage.NEW
    version: int = 0
    registered_at: datetime | None = None
    sitting_stage: SittingStage | None = None
    is_member: bool | None = None
