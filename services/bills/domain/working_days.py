"""The working days of a year, entered by the clerk once they are known; a case of its own."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID, uuid5

from shared.contracts.deadlines import WorkingDaysEntered
from shared.kernel.actor import Role
from shared.kernel.aggregate import Aggregate
from shared.kernel.calendars import WorkingYear
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Procedure, Row

CALENDARS = UUID("5a1d4f60-7c7e-5b8e-9d8e-3f0e6f1c2a73")
"""The name space of the ids of years."""


class YearStage(StrEnum):
    NOT_ENTERED = "not_entered"
    ENTERED = "entered"


class YearAct(StrEnum):
    ENTER = "enter_working_days"
    CORRECT = "correct_working_days"


@dataclass(eq=False)
class WorkingDays(Aggregate):
    """The calendar of one year as it was entered; it stands in place of the one on file."""

    id: UUID
    year: int
    days: WorkingYear | None = None
    stage: YearStage = YearStage.NOT_ENTERED
    version: int = 0

    @classmethod
    def of(cls, year: int) -> "WorkingDays":
        """A year of which nothing was entered yet."""
        return cls(id_of(year), year)


def id_of(year: int) -> UUID:
    """The same for everyone, so that a year is entered once."""
    return uuid5(CALENDARS, str(year))


PROVISION = "Law on holidays No. 267-II, arts 3-5; Labour Code, arts 84-85; Law 480-V, art. 14(3)"

CLERK = Role.CLERK

# fmt: off
WORKING_DAYS: Procedure[WorkingDays] = Procedure(
    #   act              from                   to                 by       not until  under
    Row(YearAct.ENTER,   YearStage.NOT_ENTERED, YearStage.ENTERED, [CLERK], [],        PROVISION),
    Row(YearAct.CORRECT, YearStage.ENTERED,     YearStage.ENTERED, [CLERK], [],        PROVISION),
)
# fmt: on


def enter(calendar: WorkingDays, days: WorkingYear, occasion: Occasion) -> None:
    """Enter the working days of the year, or correct them. Raises NotEntitled."""
    first = calendar.stage is YearStage.NOT_ENTERED
    WORKING_DAYS.take(calendar, YearAct.ENTER if first else YearAct.CORRECT, occasion)
    calendar.days = days
    calendar.record(
        WorkingDaysEntered(
            at=occasion.at,
            working_days_id=calendar.id,
            year=calendar.year,
            holidays=tuple(sorted(days.holidays)),
            moved_working_days=tuple(sorted(days.moved_working_days or ())),
            source=days.source,
        )
    )
