"""The hearing: one case of the procedure. What is seen around it is loaded for one act."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.hearings.domain.stages import Initiator, Stage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


@dataclass(frozen=True, slots=True)
class Ballots:
    """How the deputies who take part voted on the recommendations."""

    votes_for: int
    taking_part: int


@dataclass(eq=False)
class Hearing(Aggregate):
    """`body_id` is the committee or the faction of the opposition that called it, if one did.

    Attributes that are not kept: whether the bill and the opposition of the body were `seen`
    in the register, how many deputies are `counted` at the holding, and the ballots `proposed`.
    """

    id: UUID
    bill_id: UUID
    theme: Bilingual
    starts_at: datetime
    on_behalf_of: Initiator
    body_id: UUID | None = None
    taking_part: int | None = None
    votes_for: int | None = None
    recommendations: tuple[Bilingual, ...] = ()
    reason: Bilingual | None = None
    stage: Stage = Stage.NEW
    version: int = 0
    seen_bill: bool = False
    seen_opposition: bool = False
    counted: int | None = None
    proposed: Ballots | None = None
