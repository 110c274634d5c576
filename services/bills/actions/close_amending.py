"""The lead committee closes the table: the text is made of the amendments that it accepted."""

from uuid import UUID

from services.bills.domain.amendments.amending import Amending
from services.bills.domain.amendments.amending_acts import close
from services.bills.domain.amendments.plenary import of_the_committee
from services.bills.domain.amendments.stages import IN_THE_TABLE_TEXT
from services.bills.store.amendments.amendments import Amendments
from services.bills.store.amendments.around import around
from services.bills.store.amendments.laying import lay_down
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def close_amending(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Amending:
    there = await around(work, occasion, bill_id)
    close(there.amending, occasion)
    accepted = await Amendments(work).within(there.amending, IN_THE_TABLE_TEXT)
    await lay_down(work, there, [of_the_committee(each) for each in accepted], occasion)
    return there.amending
