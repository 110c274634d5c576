"""The clerk enters the next edition of an act."""

from uuid import UUID

from services.bills.domain.in_force import ActInForce, Edition, acts
from services.bills.store.acts_in_force import ActsInForce, keep_edition
from services.bills.store.readings import refuse_unreadable
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def enter_edition(
    work: UnitOfWork, occasion: Occasion, *, act_id: UUID, edition: Edition
) -> ActInForce:
    act = await ActsInForce(work).get(act_id)
    acts.enter_edition(act, edition, occasion)
    await refuse_unreadable(edition.texts)
    await keep_edition(work, act, edition, occasion.at)
    return act
