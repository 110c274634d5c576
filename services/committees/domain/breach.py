"""A breach: a guarantee to the opposition that events have come to break."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from services.committees.domain.guarantees import Guarantee
from shared.kernel.aggregate import Aggregate


class BreachStage(StrEnum):
    NEW = "new"
    OPEN = "open"
    OVERDUE = "overdue"
    CURED = "cured"
    LAPSED = "lapsed"


class BreachAct(StrEnum):
    OPEN = "open"
    PASS_TERM = "pass_term"  # noqa: S105 no secret
    CURE = "cure"
    LAPSE = "lapse"


STANDS = (BreachStage.OPEN, BreachStage.OVERDUE)
"""Where a breach stands while the guarantee is not kept."""


@dataclass(eq=False)
class Breach(Aggregate):
    """From the act that broke the guarantee to the act that cured it.

    Attributes:
        key: the guarantee, a parameter of the rules.
        held: what the opposition held when the breach was opened.
        cure_by: the last day to cure it; None where the rules set no term.
        cause: the act that broke it, on the case `cause_id`.
        guarantee: how it stands now; this and what follows is not kept.
        constituted: whether the convocation is constituted, and is the one that sits.
    """

    id: UUID
    convocation_id: UUID
    key: str
    needed: int
    held: int
    provision: str
    cause: str
    cause_id: UUID
    stage: BreachStage = BreachStage.NEW
    version: int = 0
    opened_at: datetime | None = None
    cure_by: date | None = None
    ended_at: datetime | None = None
    guarantee: Guarantee | None = None
    constituted: bool = False
