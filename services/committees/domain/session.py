"""A session of the Kurultai."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.committees.domain.register_stages import AskedBy, SessionKind, SessionStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate
from shared.kernel.terms import WEEKENDS_ONLY, Calendar


@dataclass(frozen=True, slots=True)
class Call:
    """How an extraordinary session came to be called, and what alone it is about (art. 58(4)).

    Attributes:
        by: who asked for it; of deputies, `deputies` says how many.
        reference: the document in which they did.
    """

    by: AskedBy
    reference: str
    questions: tuple[Bilingual, ...]
    deputies: int | None = None


@dataclass(eq=False)
class Session(Aggregate):
    """Attributes that are not kept: whether another session `is_on`, and the `calendar`."""

    id: UUID
    convocation_id: UUID
    kind: SessionKind
    number: int
    since: datetime
    call: Call | None = None
    until: datetime | None = None
    stage: SessionStage = SessionStage.NEW
    version: int = 0
    is_on: bool = False
    calendar: Calendar = WEEKENDS_ONLY
