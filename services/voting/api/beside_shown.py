"""What clients get to see of declarations and paper ballots."""

from datetime import datetime
from uuid import UUID

from services.voting.domain.ballot import Chosen
from services.voting.domain.stages import DeclarationKind, PaperStage
from shared.contracts.words import Bilingual
from shared.web.shapes import Shown


class DeclarationShown(Shown):
    """What a deputy declared beside the ballot; it changes neither ballot nor result."""

    id: UUID
    version: int
    vote_id: UUID
    person_id: UUID
    kind: DeclarationKind
    words: str
    made_at: datetime


class PaperBallotShown(Shown):
    """A ballot that came on paper, and the two persons who answer for it."""

    id: UUID
    version: int
    stage: PaperStage
    vote_id: UUID
    person_id: UUID
    choice: Chosen
    reason: Bilingual
    entered_by: UUID
    entered_at: datetime
    confirmed_by: UUID | None
    confirmed_at: datetime | None
