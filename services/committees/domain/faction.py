"""A faction: deputies of one party, who are of the opposition or are not."""

from dataclasses import dataclass
from uuid import UUID

from services.committees.domain.stages import FactionStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class Faction(Aggregate):
    """Attributes that are not kept: whether `name_taken`, and the side it `declares`."""

    id: UUID
    convocation_id: UUID
    name: Bilingual
    opposition: bool
    stage: FactionStage = FactionStage.NEW
    version: int = 0
    name_taken: bool = False
    declares: bool | None = None
