"""What the bills service tells of terms: that one nears its end, that one has passed."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.event import Fact


class DeadlineFact(Fact):
    """A fact about one run of a term of a bill.

    `term` is a key of the terms of the rules profile, `by` those who must act, `last_day` the last
    day in time, and `passes_at` the instant at which the term has run out.
    """

    about: ClassVar[str] = "deadline"

    deadline_id: UUID
    bill_id: UUID
    number: str | None
    title: Bilingual
    term: str
    by: tuple[Role, ...]
    last_day: date
    passes_at: AwareDatetime
    provision: str


class DeadlineApproaching(DeadlineFact):
    """A term nears its end, and what is due by then is not done."""

    type: ClassVar[str] = "bills.deadline_approaching.v1"


class DeadlinePassed(DeadlineFact):
    """A term has run out; `act` is what the clock did then, if the rules ask it to act."""

    type: ClassVar[str] = "bills.deadline_passed.v1"

    act: str | None = None


class WorkingDaysEntered(Fact):
    """The working days of a year were entered, or corrected."""

    type: ClassVar[str] = "bills.working_days_entered.v1"
    about: ClassVar[str] = "working_days"

    working_days_id: UUID
    year: int
    holidays: tuple[date, ...]
    moved_working_days: tuple[date, ...]
    source: str


TELLS = (DeadlineApproaching, DeadlinePassed, WorkingDaysEntered)
