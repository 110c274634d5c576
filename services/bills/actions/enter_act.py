"""An act comes into the register of acts in force: by the clerk, or as a law is published."""

from services.bills.domain.bill import Bill
from services.bills.domain.in_force import ActInForce, Edition
from services.bills.domain.in_force.acts import enter, enter_published
from services.bills.store.acts_in_force import ActsInForce, keep_edition
from services.bills.store.readings import refuse_unreadable
from services.bills.store.texts import texts_of
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def enter_act(
    work: UnitOfWork, occasion: Occasion, *, act: ActInForce, edition: Edition
) -> ActInForce:
    enter(act, edition, occasion)
    await refuse_unreadable(edition.texts)
    ActsInForce(work).add(act)
    await keep_edition(work, act, edition, occasion.at)
    return act


async def enter_law(work: UnitOfWork, occasion: Occasion, bill: Bill) -> ActInForce:
    """The law's final texts are the first edition of the act that it is from now on."""
    found = await texts_of(work, bill.id, None)
    source = bill.published_in or bill.title
    edition = Edition(found.texts, bill.in_effect_on or occasion.day, source)
    act = ActsInForce(work).add(enter_published(new_id(), bill, edition, occasion))
    await keep_edition(work, act, edition, occasion.at)
    return act
