"""A deputy's excuse for being away from a sitting, as the Apparatus has it on paper."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from services.voting.domain.stages import ExcuseStage, Ground, SittingStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class Excuse(Aggregate):
    """Why a deputy is away from a sitting. A roll that is frozen keeps what stood at that moment.

    Attributes:
        words: what a ground outside the list is; of the others, more about it if anything.
        reference: the paper it rests on (a certificate, an order), `dated` that day.
        sitting_stage: where the sitting stands; this and what follows is not kept.
        is_deputy: whether the person holds a mandate now.
        is_registered: whether the person registered for the sitting.
        is_excused: whether another excuse of theirs stands.
    """

    id: UUID
    sitting_id: UUID
    person_id: UUID
    ground: Ground
    reference: str
    dated: date
    words: Bilingual | None = None
    stage: ExcuseStage = ExcuseStage.NEW
    version: int = 0
    recorded_by: UUID | None = None
    recorded_at: datetime | None = None
    taken_back_by: UUID | None = None
    taken_back_at: datetime | None = None
    sitting_stage: SittingStage | None = None
    is_deputy: bool | None = None
    is_registered: bool | None = None
    is_excused: bool | None = None
