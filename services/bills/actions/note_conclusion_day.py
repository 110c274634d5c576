"""The day by which the lead committee concludes reaches the bill: its term ends with it."""

from services.bills.actions.reckon_deadlines import reckon_deadlines
from services.bills.store.bills import Bills
from services.bills.store.chronicle import chronicle_fact
from shared.contracts.committee_work import ConclusionDayFixed
from shared.kernel.rules import Profile
from shared.store.unit_of_work import UnitOfWork


async def note_conclusion_day(work: UnitOfWork, profile: Profile, fact: ConclusionDayFixed) -> None:
    """Held, for an act that is being taken has not seen this day, nor we that act.

    Raises BillNotFound for a bill that is not on file.
    """
    bill = await Bills(work).get(fact.bill_id)
    bill = await Bills(work).held(bill.id)
    await chronicle_fact(work, bill.id, fact)
    await reckon_deadlines(work, profile, bill)
