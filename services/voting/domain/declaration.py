"""What a deputy declares beside the ballot: never in it, and never instead of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.voting.domain.stages import DeclarationKind, DeclarationStage
from services.voting.domain.vote import Vote
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class Declaration(Aggregate):
    """A deputy's own words on a vote, kept beside the ballot.

    Attributes:
        words: in the language in which the deputy speaks.
        vote: the vote as it stands; this and what follows is not kept.
        on_the_roll: whether the deputy is on the roll of the vote.
        has_voted: whether the deputy's ballot is on record.
    """

    id: UUID
    vote_id: UUID
    person_id: UUID
    kind: DeclarationKind
    words: str
    stage: DeclarationStage = DeclarationStage.NEW
    version: int = 0
    made_at: datetime | None = None
    vote: Vote | None = None
    on_the_roll: bool | None = None
    has_voted: bool | None = None
