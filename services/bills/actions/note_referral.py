"""A referral by the coordinating body reaches the bill."""

from services.bills.domain.acts.readings import go_to_committee
from services.bills.store.bills import Bills
from services.bills.store.chronicle import chronicle_fact
from shared.contracts.committees import BillReferred
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.store.unit_of_work import UnitOfWork


async def note_referral(work: UnitOfWork, profile: Profile, fact: BillReferred) -> None:
    """The coordinating body refers bills; the Chair leads it (Constitution 2026, art. 57(3)(5))."""
    bill = await Bills(work).get(fact.bill_id)
    occasion = Occasion.under(profile, Actor.body(Role.CHAIR), fact.at)
    act = go_to_committee(bill, fact.committee_id, occasion)
    await chronicle_fact(work, bill.id, fact, act)
