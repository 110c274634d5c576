"""What the committees service tells of guarantees to the opposition that are not kept."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from shared.contracts.words import Line
from shared.kernel.event import Fact


class BreachOpened(Fact):
    """Events have come to break a guarantee: `held` of `needed`, to be cured by `cure_by`.

    Without `cure_by` the rules set no term.
    """

    type: ClassVar[str] = "committees.breach_opened.v1"
    about: ClassVar[str] = "breach"

    breach_id: UUID
    convocation_id: UUID
    key: Line
    needed: int
    held: int
    cure_by: date | None
    provision: str


class BreachOverdue(Fact):
    """The term to cure the breach is over, and it is not cured."""

    type: ClassVar[str] = "committees.breach_overdue.v1"
    about: ClassVar[str] = "breach"

    breach_id: UUID
    key: Line
    cure_by: date


class BreachCured(Fact):
    """The guarantee is kept again."""

    type: ClassVar[str] = "committees.breach_cured.v1"
    about: ClassVar[str] = "breach"

    breach_id: UUID
    key: Line
    held: int


class BreachLapsed(Fact):
    """Another convocation is formed: the guarantee is owed anew, and not as it was."""

    type: ClassVar[str] = "committees.breach_lapsed.v1"
    about: ClassVar[str] = "breach"

    breach_id: UUID
    key: Line


TELLS = (BreachOpened, BreachOverdue, BreachCured, BreachLapsed)
