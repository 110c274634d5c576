"""A term that an act set running, as anyone can see it: since when, until when, for whom."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from services.bills.domain.stages import Act
from shared.kernel.occasion import ALMATY, day_of
from shared.kernel.rules import Stop, StoppedClock, Term, Unit

DAY = timedelta(days=1)
BY_THE_HOUR = frozenset({Unit.HOURS, Unit.MINUTES})


class Meaning(StrEnum):
    """What the end of a term means: act not later, act not before, or the day that comes."""

    NOT_LATER = "not_later"
    NOT_BEFORE = "not_before"
    COMES = "comes"


class State(StrEnum):
    """How a term stands at an instant."""

    RUNNING = "running"
    SUSPENDED = "suspended"
    MET = "met"
    OVERDUE = "overdue"
    OVER = "over"
    FELL_AWAY = "fell_away"
    NOT_COMPUTABLE = "cannot_be_computed_yet"


ENDED = frozenset({State.MET, State.OVER, State.FELL_AWAY})


class Ending(StrEnum):
    """How a run of a term ended: what was due was done, the clock acted, or it fell away."""

    MET = "met"
    PASSED = "passed"
    FELL_AWAY = "fell_away"


STATES = {
    Ending.MET: State.MET,
    Ending.PASSED: State.OVER,
    Ending.FELL_AWAY: State.FELL_AWAY,
}


class Telling(StrEnum):
    """What is told of a deadline, each once."""

    APPROACHING = "approaching"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One run of a term of one bill; what it says of its end is true until another act.

    Attributes:
        term: a key of the terms of the profile.
        rule: the term as it was in force on the day on which it began.
        stops: when it stood still; `suspended_at`, if it stands still now.
        last_day: the last day in time, or the day that comes; None while it is not known.
        passes_at: the instant at which the term has run out; None while it is not known.
        missing_years: the years whose working days must be entered to know the end.
        ended_by: the act that ended it, and `how`.
    """

    bill_id: UUID
    term: str
    meaning: Meaning
    started_at: datetime
    rule: Term
    stops: tuple[Stop, ...] = ()
    last_day: date | None = None
    passes_at: datetime | None = None
    missing_years: tuple[int, ...] = ()
    suspended_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: Act | None = None
    how: Ending | None = None

    @property
    def id(self) -> UUID:
        """The same for the same run of the same term, whoever reckons it and how often."""
        return uuid5(self.bill_id, f"{self.term} {self.started_at.timestamp():.6f}")

    @property
    def has_ended(self) -> bool:
        return self.ended_at is not None

    def state_at(self, now: datetime) -> State:
        if self.how:
            return STATES[self.how]
        if self.suspended_at:
            return State.SUSPENDED
        if self.passes_at is None:
            return State.NOT_COMPUTABLE
        if now < self.passes_at:
            return State.RUNNING
        return State.OVERDUE if self.meaning is Meaning.NOT_LATER else State.OVER

    def in_time(self) -> bool | None:
        """Whether what was due was done in time; None if it was not, or the end is not known."""
        due = self.how is Ending.MET and self.meaning is Meaning.NOT_LATER
        if not due or self.ended_at is None or self.passes_at is None:
            return None
        return self.ended_at < self.passes_at

    def days_left(self, today: date) -> int | None:
        """Days from today to the last one: 0 on that day, negative past it; None if unknown.

        Of a term that stands still, the days that will be left when it goes on.
        """
        if self.has_ended:
            return None
        if self.suspended_at:
            would_end = StoppedClock(self.rule, day_of(self.started_at), self.stops).last_day()
            return (would_end - day_of(self.suspended_at)).days
        return None if self.last_day is None else (self.last_day - today).days

    def remind_at(self, days: int) -> datetime | None:
        """When to remind those who must act: so many days before the last one, as it begins."""
        if self.meaning is not Meaning.NOT_LATER or self.last_day is None:
            return None
        at = beginning_of(self.last_day - days * DAY)
        return at if at > self.started_at else None

    def next_at(self, told: Collection[Telling], days: int | None) -> datetime | None:
        """When there is something to tell of it: the reminder first, then that it has passed.

        Args:
            told: what was told before, and is told once only.
            days: how long before the last day a reminder comes; None if none comes.
        """
        if self.has_ended or self.suspended_at or self.passes_at is None or Telling.PASSED in told:
            return None
        reminder = None if days is None else self.remind_at(days)
        return self.passes_at if Telling.APPROACHING in told else reminder or self.passes_at


def beginning_of(day: date) -> datetime:
    """The first instant of a day where the Kurultai sits."""
    return datetime.combine(day, time.min, ALMATY)
