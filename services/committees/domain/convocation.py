"""A convocation: so many seats, filled for a term."""

from dataclasses import dataclass
from uuid import UUID

from services.committees.domain.composition import NOBODY, Composition
from services.committees.domain.stages import ConvocationStage
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class Convocation(Aggregate):
    """Attributes that are not kept: `composition` in force, and whether `number_taken`."""

    id: UUID
    number: int
    seats: int
    stage: ConvocationStage = ConvocationStage.NEW
    version: int = 0
    composition: Composition = NOBODY
    number_taken: bool = False
