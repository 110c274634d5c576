"""From the acts on the record of a bill to its deadlines. Nothing here asks the clock."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from services.bills.domain.bill import Bill
from services.bills.domain.deadlines import (
    BY_THE_HOUR,
    DAY,
    Deadline,
    Ending,
    Meaning,
    beginning_of,
)
from services.bills.domain.stages import LOST, Act
from services.bills.domain.term_rows import TermRow
from services.bills.domain.terms import TERMS
from shared.kernel.actor import Actor
from shared.kernel.calendars import Calendars
from shared.kernel.occasion import Occasion, day_of
from shared.kernel.rules import Profile, Stop, StoppedClock, Term, Unit

NOBODY = Actor(None)


class OnRecord(Protocol):
    """An act that was taken: which, when, from which stage and to which."""

    @property
    def act(self) -> str: ...
    @property
    def origin(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def at(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a term, before anyone asks when it ends."""

    started_at: datetime
    stops: tuple[Stop, ...] = ()
    suspended_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: Act | None = None
    how: Ending | None = None

    def suspended(self, at: datetime) -> "Run":
        return self if self.suspended_at else replace(self, suspended_at=at)

    def resumed(self, at: datetime) -> "Run":
        if self.suspended_at is None:
            return self
        stop = Stop(stopped=day_of(self.suspended_at), resumed=day_of(at))
        return replace(self, stops=(*self.stops, stop), suspended_at=None)

    def was_over(self, at: datetime) -> bool:
        return self.ended_at is not None and self.ended_at < at

    def ended(self, taken: OnRecord, how: Ending) -> "Run":
        return replace(self, ended_at=taken.at, ended_by=Act(taken.act), how=how)


def deadlines_of(
    bill: Bill, acts: Iterable[OnRecord], profile: Profile, calendars: Calendars
) -> list[Deadline]:
    """Every run of every term that the acts, oldest first, set going; oldest start first.

    A term that the profile does not have is not there.
    """
    record = list(acts)
    found = [
        _deadline(bill, row, run, rule, calendars)
        for row in TERMS
        for run in runs_of(row, record, bill, profile)
        if (rule := profile.on(day_of(run.started_at)).terms.get(row.key))
    ]
    return sorted(found, key=lambda deadline: deadline.started_at)


def runs_of(row: TermRow, record: list[OnRecord], bill: Bill, profile: Profile) -> Iterator[Run]:
    """The runs of one term, oldest first: each from an act that starts it to what ends it."""
    run: Run | None = None
    for taken in record:
        if run is not None:
            run = _after(run, row, taken, profile)
            if run.ended_at is not None:
                yield run
                run = None
        if run is None and _starts(row, taken, bill, profile):
            run = Run(_counted_from(row, taken, record, profile))
    if run is not None:
        yield run


def _after(run: Run, row: TermRow, taken: OnRecord, profile: Profile) -> Run:
    """The run after one more act."""
    act = Act(taken.act)
    if act in row.ends:
        return run.ended(taken, Ending.MET)
    if row.then and act is row.then.act:
        return run.ended(taken, Ending.PASSED)
    if taken.target in LOST or act in row.falls_away or _departs(taken):
        return run.ended(taken, Ending.FELL_AWAY)
    if act in row.stops and _may_stop(row, taken, profile):
        return run.suspended(taken.at)
    return run.resumed(taken.at) if act in row.resumes else run


def _departs(taken: OnRecord) -> bool:
    """Whether it led outside the table: no term of where the bill was can go on there."""
    return taken.act == Act.RECORD_DEPARTURE and taken.target != taken.origin


def _may_stop(row: TermRow, taken: OnRecord, profile: Profile) -> bool:
    return row.stops_if is None or profile.on(day_of(taken.at)).flag(row.stops_if)


def _starts(row: TermRow, taken: OnRecord, bill: Bill, profile: Profile) -> bool:
    if Act(taken.act) not in row.starts:
        return False
    then = Occasion.under(profile, NOBODY, taken.at)
    return all(condition.holds(bill, then) for condition in row.when)


def _counted_from(
    row: TermRow, taken: OnRecord, record: list[OnRecord], profile: Profile
) -> datetime:
    """When the clock of a term that was just started began, if the profile names another act."""
    if row.counted_from is None:
        return taken.at
    named = row.counted_from.act(profile.on(day_of(taken.at)))
    earlier = [other.at for other in record if other.act == named and other.at <= taken.at]
    return earlier[-1] if earlier else taken.at


def _deadline(bill: Bill, row: TermRow, run: Run, rule: Term, calendars: Calendars) -> Deadline:
    deadline = Deadline(
        bill_id=bill.id,
        term=row.key,
        meaning=row.meaning,
        started_at=run.started_at,
        rule=rule,
        stops=run.stops,
        suspended_at=run.suspended_at,
        ended_at=run.ended_at,
        ended_by=run.ended_by,
        how=run.how,
    )
    if fixed := _fixed(bill, row, run):
        return _ending(deadline, fixed)
    if run.suspended_at or rule.amount is None:
        return deadline
    return _reckoned(deadline, calendars)


def _fixed(bill: Bill, row: TermRow, run: Run) -> date | None:
    """The day on which this run ends because the bill says so, or because others fixed it."""
    if row.fixed:
        return row.fixed(bill)
    named = row.named(bill) if row.named else ()
    days = [each.day for each in named if run.started_at <= each.at and not run.was_over(each.at)]
    return days[-1] if days else None


def _reckoned(deadline: Deadline, calendars: Calendars) -> Deadline:
    """With its end by the rule, or with what must be entered for anyone to know it."""
    rule, start = deadline.rule, day_of(deadline.started_at)
    if rule.unit in BY_THE_HOUR:
        at = rule.ends_at(deadline.started_at)
        return replace(deadline, last_day=day_of(at), passes_at=at)
    last, first_asked = _last_day(deadline, start, calendars)
    if missing := calendars.unsettled(first_asked, last) if rule.needs_calendar else ():
        return replace(deadline, missing_years=missing)
    return _ending(deadline, last + DAY if deadline.meaning is Meaning.COMES else last)


def _last_day(deadline: Deadline, start: date, calendars: Calendars) -> tuple[date, date]:
    """The last day, and the first of the days of which one must know whether they are worked."""
    rule, calendar = deadline.rule, calendars.calendar
    if rule.unit is Unit.WORKING_DAYS:
        return rule.last_day(start, calendar), start
    clock = StoppedClock(rule, start, deadline.stops)
    return clock.last_day(calendar), clock.unmoved_last_day()


def _ending(deadline: Deadline, day: date) -> Deadline:
    """The term runs out with its last day; a day that comes is there when it begins."""
    passes = day if deadline.meaning is Meaning.COMES else day + DAY
    return replace(deadline, last_day=day, passes_at=beginning_of(passes))
