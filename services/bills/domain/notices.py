"""What is told of a deadline: a case of its own, so that a reminder does not change the bill."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from services.bills.domain.bill import Bill
from services.bills.domain.deadlines import Deadline
from services.bills.domain.stages import Act
from services.bills.domain.terms import ROWS
from shared.contracts.deadlines import DeadlineApproaching, DeadlinePassed
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class Notice(Aggregate):
    """What was told of one deadline; `version` counts it."""

    id: UUID
    version: int = 0


def remind(notice: Notice, deadline: Deadline, bill: Bill, at: datetime) -> None:
    """Tell that the end of the term is near."""
    notice.record(DeadlineApproaching(at=at, **_told(deadline, bill)))


def tell_passed(
    notice: Notice, deadline: Deadline, bill: Bill, *, at: datetime, act: Act | None
) -> None:
    """Tell that the term has passed, and what the clock did then."""
    notice.record(DeadlinePassed(at=at, act=act, **_told(deadline, bill)))


def _told(deadline: Deadline, bill: Bill) -> dict[str, Any]:
    row = ROWS[deadline.term]
    last_day: date | None = deadline.last_day
    return {
        "deadline_id": deadline.id,
        "bill_id": bill.id,
        "number": bill.number,
        "title": bill.title,
        "term": deadline.term,
        "by": tuple(row.by),
        "last_day": last_day,
        "passes_at": deadline.passes_at,
        "provision": row.provision,
    }
