"""Terms: when time begins to run, when it ends, and when it stands still (Law 480-V, art. 14)."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, StrictBool

from shared.kernel.parameters import Rule, Whole

DAY = timedelta(days=1)
MONTHS_A_YEAR = 12
WORKING_DAYS_A_WEEK = 5


class Calendar(BaseModel):
    """Which days are working days: Monday to Friday, but for holidays and moved working days."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    holidays: frozenset[date] = frozenset()
    moved_working_days: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        in_the_week = day.weekday() < WORKING_DAYS_A_WEEK and day not in self.holidays
        return in_the_week or day in self.moved_working_days

    def not_before(self, day: date) -> date:
        """The day itself if it is a working day, else the next one that is."""
        while not self.is_working(day):
            day += DAY
        return day

    def not_after(self, day: date) -> date:
        """The day itself if it is a working day, else the last one before it that is."""
        while not self.is_working(day):
            day -= DAY
        return day


WEEKENDS_ONLY = Calendar()


class Unit(StrEnum):
    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    HOURS = "hours"
    MINUTES = "minutes"


class Starts(StrEnum):
    """The first day that counts; in constitutional terms, that of the event (480-V, art. 14(2))."""

    DAY_AFTER = "day_after"
    DAY_OF = "day_of"


class Term(Rule):
    """A span of time set by law. `amount` is None where no source gives it."""

    amount: Whole | None
    unit: Unit
    starts: Starts = Starts.DAY_AFTER
    moves_to_working_day: StrictBool = False

    @property
    def needs_calendar(self) -> bool:
        """Whether its end depends on which days are worked."""
        return self.unit is Unit.WORKING_DAYS or self.moves_to_working_day

    def last_day(self, start: date, calendar: Calendar | None = None) -> date:
        """The last day in time of a term in years, months or days.

        Args:
            start: the day of the event that sets the term running.
            calendar: tells working days; without one, only Saturdays and Sundays are not.
        """
        return self.moved(self.unmoved_last_day(start, calendar), calendar)

    def first_day_after(self, start: date, calendar: Calendar | None = None) -> date:
        """The day that begins when the term has run out ("по истечении", 480-V, art. 42(3))."""
        return self.last_day(start, calendar) + DAY

    def unmoved_last_day(self, start: date, calendar: Calendar | None = None) -> date:
        """The last day before it is moved off a day of rest."""
        match self.unit:
            case Unit.YEARS:
                return _months_later(start, self._length * MONTHS_A_YEAR)
            case Unit.MONTHS:
                return _months_later(start, self._length)
            case Unit.DAYS:
                return self._day_before_first(start) + self._length * DAY
            case Unit.WORKING_DAYS:
                return self._nth_working_day(start, calendar or WEEKENDS_ONLY)
            case _:
                message = f"a term in {self.unit} ends at a time, not on a day"
                raise ValueError(message)

    def moved(self, day: date, calendar: Calendar | None = None) -> date:
        """The next working day, if the term moves off days of rest (480-V, art. 14(3))."""
        return (calendar or WEEKENDS_ONLY).not_before(day) if self.moves_to_working_day else day

    def ends_at(self, start: datetime) -> datetime:
        """The instant, in UTC, at which a term in hours or minutes has run out.

        It begins with the minute of the event (480-V, art. 14(2)); `start` must be aware.
        """
        if self.unit not in {Unit.HOURS, Unit.MINUTES} or start.tzinfo is None:
            message = f"a term in {self.unit} has no end at a time, or {start} has no zone"
            raise ValueError(message)
        minute = start.astimezone(UTC).replace(second=0, microsecond=0)
        return minute + self._length * timedelta(**{self.unit.value: 1})

    @property
    def _length(self) -> int:
        if self.amount is None:
            message = "no source gives the length of this term"
            raise ValueError(message)
        return self.amount

    def _day_before_first(self, start: date) -> date:
        return start - DAY if self.starts is Starts.DAY_OF else start

    def _nth_working_day(self, start: date, calendar: Calendar) -> date:
        day = self._day_before_first(start)
        for _ in range(self._length):
            day = calendar.not_before(day + DAY)
        return day


def _months_later(start: date, months: int) -> date:
    """The same day number `months` later, or the last day of that month (480-V, art. 14(2))."""
    year, month0 = divmod(start.year * MONTHS_A_YEAR + start.month - 1 + months, MONTHS_A_YEAR)
    last = monthrange(year, month0 + 1)[1]
    return date(year, month0 + 1, min(start.day, last))


class Stop(BaseModel):
    """The clock stood still from one day to another; neither counts as run."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    stopped: date
    resumed: date


@dataclass(frozen=True, slots=True)
class StoppedClock:
    """A term that stood still, as the signing term during review (Constitution 2026, art. 74(2)).

    The days run before a stop and those after it add up to the term; the review is not counted.
    """

    term: Term
    start: date
    stops: tuple[Stop, ...] = ()

    def __post_init__(self) -> None:
        if self.term.unit is Unit.WORKING_DAYS:
            message = "a clock that stops counts calendar days"
            raise ValueError(message)
        self._refuse_disorder()

    def last_day(self, calendar: Calendar | None = None) -> date:
        """The last day in time, all stops ended."""
        return self.term.moved(self.unmoved_last_day(), calendar)

    def unmoved_last_day(self) -> date:
        """The last day before it is moved off a day of rest."""
        stood = sum((s.resumed - s.stopped for s in self.stops), timedelta())
        return self.term.unmoved_last_day(self.start) + stood

    def _refuse_disorder(self) -> None:
        ran_from = self.start
        for stop in self.stops:
            if not ran_from <= stop.stopped <= stop.resumed:
                message = f"the clock cannot stop on {stop.stopped} and resume on {stop.resumed}"
                raise ValueError(message)
            ran_from = stop.resumed


class YearCount(StrEnum):
    """What "a year" means when acts are limited per year."""

    CALENDAR = "calendar"
    ROLLING = "rolling"

    def times(self, earlier: Iterable[date], day: date) -> int:
        """How many of the earlier days fall into the same year as `day`."""
        return sum(self._same_year(then, day) for then in earlier)

    def _same_year(self, then: date, day: date) -> bool:
        if self is YearCount.CALENDAR:
            return then.year == day.year
        return then <= day < _months_later(then, MONTHS_A_YEAR)
