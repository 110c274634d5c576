"""A ballot on paper, for when a device failed: entered by one person, confirmed by another."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.voting.domain.ballot import Chosen
from services.voting.domain.stages import PaperStage
from services.voting.domain.vote import Vote
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class PaperBallot(Aggregate):
    """What a deputy gave in on paper.

    Attributes:
        reason: why it was not cast electronically.
        vote: the vote as it stands; not kept.
    """

    id: UUID
    vote_id: UUID
    person_id: UUID
    choice: Chosen
    reason: Bilingual
    stage: PaperStage = PaperStage.NEW
    version: int = 0
    entered_by: UUID | None = None
    entered_at: datetime | None = None
    confirmed_by: UUID | None = None
    confirmed_at: datetime | None = None
    vote: Vote | None = None
