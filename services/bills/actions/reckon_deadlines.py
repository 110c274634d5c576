"""An act on a bill may start, stop or end a term: its deadlines are reckoned anew."""

from collections.abc import Sequence

from services.bills.domain.bill import Bill
from services.bills.domain.deadlines import Deadline
from services.bills.domain.reckoning import deadlines_of
from services.bills.domain.stages import LOST
from services.bills.domain.terms import TOUCHING
from services.bills.store.calendars import calendars_in_force
from services.bills.store.conclusion_days import conclusion_days
from services.bills.store.deadlines import acts_that_count, drop, keep, told_of
from shared.kernel.aggregate import Taken
from shared.kernel.occasion import day_of
from shared.kernel.rules import Profile
from shared.rules.working_days import calendars_of
from shared.store.unit_of_work import UnitOfWork

REMINDER = "deadlines.reminder_days"


async def follow_acts(
    work: UnitOfWork, profile: Profile, bill: Bill, acts: Sequence[Taken]
) -> None:
    """Reckon anew, if any of these acts counts."""
    if any(taken.act in TOUCHING or taken.target in LOST for taken in acts):
        await reckon_deadlines(work, profile, bill)


async def reckon_deadlines(work: UnitOfWork, profile: Profile, bill: Bill) -> None:
    """Keep the deadlines that the acts on record, the rules and the calendars now give."""
    acts, told = await acts_that_count(work, bill.id), await told_of(work, bill.id)
    bill.conclusion_days = await conclusion_days(work, bill.id)
    reckoned = deadlines_of(bill, acts, profile, calendars_of(profile))
    if any(deadline.rule.needs_calendar for deadline in reckoned):
        calendars = await calendars_in_force(work, profile)
        reckoned = deadlines_of(bill, acts, profile, calendars)
    nexts = [d.next_at(told.get(d.id, set()), _reminder(profile, d)) for d in reckoned]
    await drop(work, told.keys() - {deadline.id for deadline in reckoned})
    await keep(work, list(zip(reckoned, nexts, strict=True)))


def _reminder(profile: Profile, deadline: Deadline) -> int | None:
    """How many days before the last one a reminder comes; None where no rule says so."""
    parameter = profile.on(day_of(deadline.started_at)).parameters.get(REMINDER)
    return parameter.value if parameter and isinstance(parameter.value, int) else None
