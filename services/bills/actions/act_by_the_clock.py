"""The acts that nobody takes but the clock, when a term has passed and the rules ask for it."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

import structlog

from services.bills.actions.accept_objections import accept_objections
from services.bills.actions.deem_signed import deem_signed
from services.bills.actions.take_effect import take_effect
from services.bills.domain.bill import Bill
from services.bills.domain.deadlines import Deadline
from services.bills.domain.stages import Act
from services.bills.domain.terms import ROWS
from shared.kernel.actor import Actor, Role
from shared.kernel.errors import DomainError
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork

CLOCK = Actor.body(Role.CLOCK)
ACTIONS: Mapping[Act, Callable[..., Awaitable[Bill]]] = {
    Act.ACCEPT_OBJECTIONS: accept_objections,
    Act.DEEM_SIGNED: deem_signed,
    Act.TAKE_EFFECT: take_effect,
}

log = structlog.get_logger()


RESULT_MAY_COME = timedelta(days=1)
"""A vote that was asked for in time may be decided in time and its result still be on its way."""


def awaits_a_result(bill: Bill, deadline: Deadline, now: datetime) -> bool:
    """Whether the Kurultai may have done in time what the clock would else take for not done."""
    acts = ROWS[deadline.term].then is not None
    late = deadline.passes_at is None or now >= deadline.passes_at + RESULT_MAY_COME
    return acts and not late and bill.beside is not None


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
        await ACTIONS[then.act](work, occasion, bill_id=bill.id)
    except DomainError as refusal:
        log.warning("the clock may not act", bill_id=str(bill.id), act=then.act, why=str(refusal))
        return None
    return then.act
