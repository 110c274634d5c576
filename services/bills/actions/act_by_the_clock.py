"""The acts that nobody takes but the clock, when a term has passed and the rules ask for it."""

from collections.abc import Awaitable, Callable, Mapping

import structlog

from services.bills.domain.bill import Bill
from services.bills.domain.deadlines import Deadline
from services.bills.domain.stages import Act
from services.bills.domain.terms import ROWS
from shared.kernel.actor import Actor, Role
from shared.kernel.errors import DomainError
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork

type ByTheClock = Callable[[UnitOfWork, Occasion, Bill], Awaitable[object]]

CLOCK = Actor.body(Role.CLOCK)
ACTIONS: Mapping[Act, ByTheClock] = {}

log = structlog.get_logger()


async def act_by_the_clock(
    work: UnitOfWork, occasion: Occasion, bill: Bill, deadline: Deadline
) -> Act | None:
    """Take the act that the passing of this term calls for, and say which; None if none is taken.

    What refuses changes nothing: the term is then told as passed, and people must see to it.
    """
    then = ROWS[deadline.term].then
    if then is None or not then.asked_for(occasion.rules):
        return None
    try:
        await ACTIONS[then.act](work, occasion, bill)
    except DomainError as refusal:
        log.warning("the clock may not act", bill_id=str(bill.id), act=then.act, why=str(refusal))
        return None
    return then.act
