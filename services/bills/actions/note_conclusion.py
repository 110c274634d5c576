"""A conclusion of the lead committee reaches the bill."""

from services.bills.domain.acts.readings import schedule
from services.bills.store.bills import Bills
from services.bills.store.chronicle import chronicle_fact
from shared.contracts.committees import ConclusionAdopted
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.store.unit_of_work import UnitOfWork


async def note_conclusion(work: UnitOfWork, profile: Profile, fact: ConclusionAdopted) -> None:
    bill = await Bills(work).get(fact.bill_id)
    committee = Actor.body(Role.COMMITTEE, fact.committee_id)
    act = schedule(bill, fact.reading, Occasion.under(profile, committee, fact.at))
    await chronicle_fact(work, bill.id, fact, act)
