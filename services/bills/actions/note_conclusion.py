"""A conclusion of the lead committee reaches the bill."""

from services.bills.domain.acts.readings import schedule
from services.bills.store.amendments.amendings import Amendings
from services.bills.store.amendments.series import hold
from services.bills.store.bills import Bills
from services.bills.store.chronicle import chronicle_fact
from shared.contracts.committees import ConclusionAdopted
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion, day_of
from shared.kernel.rules import Profile
from shared.store.unit_of_work import UnitOfWork


async def note_conclusion(work: UnitOfWork, profile: Profile, fact: ConclusionAdopted) -> None:
    bill = await Bills(work).get(fact.bill_id)
    committee = Actor.body(Role.COMMITTEE, fact.committee_id)
    await hold(work, bill.id)
    await Amendings(work).see(bill, profile.on(day_of(fact.at)))
    act = schedule(bill, fact.reading, Occasion.under(profile, committee, fact.at))
    await chronicle_fact(work, bill.id, fact, act)
