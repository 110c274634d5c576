"""A deputy's registration for a sitting: a case of its own, so that 145 can register at once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.voting.domain.stages import RegistrationStage, SittingStage
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class Registration(Aggregate):
    """A deputy is present. `sitting_stage` is where the sitting stands now; it is not kept."""

    id: UUID
    sitting_id: UUID
    person_id: UUID
    stage: RegistrationStage = RegistrationStage.NEW
    version: int = 0
    registered_at: datetime | None = None
    sitting_stage: SittingStage | None = None
