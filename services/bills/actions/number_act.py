"""The clerk enters the number that a published law has as an act."""

from uuid import UUID

from services.bills.domain.in_force import ActInForce, acts
from services.bills.store.acts_in_force import ActsInForce
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def number_act(
    work: UnitOfWork, occasion: Occasion, *, act_id: UUID, number: str
) -> ActInForce:
    act = await ActsInForce(work).get(act_id)
    acts.number(act, number, occasion)
    return act
