"""What happened at a hearing on a bill goes into the bill's chronicle."""

from services.bills.store.bills import Bills
from services.bills.store.chronicle import chronicle_fact
from shared.contracts.hearings import (
    HearingCalled,
    HearingCancelled,
    HearingHeld,
    RecommendationsAdopted,
)
from shared.store.unit_of_work import UnitOfWork

type AboutHearing = HearingCalled | HearingHeld | RecommendationsAdopted | HearingCancelled


async def note_hearing(work: UnitOfWork, fact: AboutHearing) -> None:
    bill = await Bills(work).get(fact.bill_id)
    await chronicle_fact(work, bill.id, fact)
