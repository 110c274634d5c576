"""A faction: deputies of one party, who are of the opposition or are not."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.committees.domain.stages import FactionStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class Faction(Aggregate):
    """It is on the side that it declared from some moment on: of these there is a history.

    Attributes that are not kept: whether `name_taken`, the side it `declares`, since when it is
    formed, and whether the convocation is still `forming`.
    """

    id: UUID
    convocation_id: UUID
    name: Bilingual
    opposition: bool
    stage: FactionStage = FactionStage.NEW
    version: int = 0
    name_taken: bool = False
    declares: bool | None = None
    since: datetime | None = None
    forming: bool = True
