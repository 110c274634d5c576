"""A deadline nears or has passed: it is told once, and the clock acts if the rules say so."""

from datetime import datetime

from services.bills.actions.act_by_the_clock import (
    CLOCK,
    act_by_the_clock,
    awaits_a_result,
)
from services.bills.actions.reckon_deadlines import reckon_deadlines
from services.bills.domain.bill import Bill
from services.bills.domain.deadlines import Deadline, Telling
from services.bills.domain.notices import Notice, remind, tell_passed
from services.bills.store.bills import Bills
from services.bills.store.deadlines import Due, still_due, tell_once
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.store.unit_of_work import UnitOfWork


async def tell_deadline(work: UnitOfWork, profile: Profile, due: Due, now: datetime) -> None:
    """Tell what is due of one deadline. Nothing, if another is at it, or it is not due any more."""
    # Whoever acts on the bill holds it until the end of his transaction, and so do we: the act of
    # a person and that of the clock come one after the other, and of two clocks one passes by.
    bill = await Bills(work).locked(due.bill_id)
    deadline = await still_due(work, due.id, now) if bill else None
    if bill is None or deadline is None or deadline.passes_at is None:
        return
    if now < deadline.passes_at:
        await _remind(work, bill, deadline, now)
    elif not awaits_a_result(bill, deadline, now):
        await _pass(work, Occasion.under(profile, CLOCK, now), bill, deadline)
    await work.session.flush()
    await reckon_deadlines(work, profile, bill)


async def _pass(work: UnitOfWork, occasion: Occasion, bill: Bill, deadline: Deadline) -> None:
    act = await act_by_the_clock(work, occasion, bill, deadline)
    at = occasion.at
    told = await tell_once(work, deadline.id, Telling.PASSED, at=at, act=act)
    if told:
        tell_passed(_notice(work, deadline, told), deadline, bill, at=at, act=act)


async def _remind(work: UnitOfWork, bill: Bill, deadline: Deadline, now: datetime) -> None:
    told = await tell_once(work, deadline.id, Telling.APPROACHING, at=now, act=None)
    if told:
        remind(_notice(work, deadline, told), deadline, bill, now)


def _notice(work: UnitOfWork, deadline: Deadline, told: int) -> Notice:
    return work.touch(Notice(deadline.id, told - 1))
