"""The plenary sitting: one case of the procedure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.voting.domain.stages import SittingStage
from shared.kernel.aggregate import Aggregate
from shared.kernel.rules import Chamber


@dataclass(eq=False)
class Sitting(Aggregate):
    """A plenary sitting from its call to its close.

    Attributes:
        starts_at: for when it was called; `opened_at` is when it opened.
        chamber: seats, mandates in force and those registered of them, once counted; not kept.
        open_votes: how many of its votes are opened and not over, once counted; not kept.
    """

    id: UUID
    starts_at: datetime
    stage: SittingStage = SittingStage.NEW
    version: int = 0
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    chamber: Chamber | None = None
    open_votes: int | None = None
