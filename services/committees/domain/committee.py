"""A standing committee."""

from dataclasses import dataclass
from uuid import UUID

from services.committees.domain.composition import NOBODY, Composition
from services.committees.domain.stages import CommitteeStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class Committee(Aggregate):
    """Attributes that are not kept: the `composition` in force, and whether `name_taken`."""

    id: UUID
    convocation_id: UUID
    name: Bilingual
    reserved_for_opposition: bool
    stage: CommitteeStage = CommitteeStage.NEW
    version: int = 0
    composition: Composition = NOBODY
    name_taken: bool = False
