"""When a term runs out, as far as the working days of its years are known."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from shared.kernel.calendars import Calendars
from shared.kernel.occasion import ALMATY, day_of
from shared.kernel.rules import Term, Unit

DAY = timedelta(days=1)
BY_THE_HOUR = frozenset({Unit.HOURS, Unit.MINUTES})


@dataclass(frozen=True, slots=True)
class RunsOut:
    """The last day in time, and the instant after it at which the term has run out.

    Neither is known while it depends on working days that nobody has entered.
    """

    last_day: date | None = None
    passes_at: datetime | None = None

    @classmethod
    def with_day(cls, day: date) -> "RunsOut":
        """It runs out with this day, at midnight where the Kurultai sits."""
        return cls(day, datetime.combine(day + DAY, time.min, ALMATY))

    @classmethod
    def by_rule(cls, term: Term | None, at: datetime, calendars: Calendars) -> "RunsOut":
        """The end of a term that an event at that instant set running.

        Not known where no rule gives a term, or nobody has entered the working days it needs.
        """
        if term is None or term.amount is None:
            return NOT_KNOWN
        if term.unit in BY_THE_HOUR:
            passes_at = term.ends_at(at)
            return cls(day_of(passes_at), passes_at)
        start, calendar = day_of(at), calendars.calendar
        last, working = term.last_day(start, calendar), term.unit is Unit.WORKING_DAYS
        first_asked = start if working else term.unmoved_last_day(start, calendar)
        if term.needs_calendar and calendars.unsettled(first_asked, last):
            return NOT_KNOWN
        return cls.with_day(last)


NOT_KNOWN = RunsOut()
