"""/bills: from the draft to the bill that is admitted, and its withdrawal."""

from uuid import UUID

from fastapi import APIRouter

from services.bills.actions.admit_bill import admit_bill
from services.bills.actions.conclude_on_bill import conclude_on_bill
from services.bills.actions.draft_bill import draft_bill
from services.bills.actions.introduce_bill import introduce_bill
from services.bills.actions.register_bill import register_bill
from services.bills.actions.return_bill import return_bill
from services.bills.actions.revise_bill import revise_bill
from services.bills.actions.withdraw_bill import withdraw_bill
from services.bills.api.given import ConclusionGiven, DraftGiven, ProposalGiven, ReasonGiven
from services.bills.api.shown import BillShown
from services.bills.domain.bill import Bill
from shared.web.dependencies import Here, MustMatch, Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/bills", tags=["introduction"], route_class=KurultaiRoute)


@router.post("", status_code=201, response_model=BillShown)
async def draft(given: DraftGiven, work: Work, here: Here) -> Bill:
    """Open a draft (a deputy, the President, the Government, the People's Council)."""
    return await draft_bill(work, here, kind=given.kind, proposal=given.proposal())


@router.put("/{bill_id}/draft", response_model=BillShown, dependencies=[MustMatch])
async def revise(bill_id: UUID, given: ProposalGiven, work: Work, here: Here) -> Bill:
    """Replace the draft (its initiator), as long as it is not introduced."""
    return await revise_bill(work, here, bill_id=bill_id, proposal=given.proposal())


@router.post("/{bill_id}/introduction", response_model=BillShown)
async def introduce(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Introduce the bill with its package (its initiator)."""
    return await introduce_bill(work, here, bill_id=bill_id)


@router.post("/{bill_id}/return", response_model=BillShown)
async def return_incomplete(bill_id: UUID, given: ReasonGiven, work: Work, here: Here) -> Bill:
    """Return a bill whose package is incomplete (the clerk)."""
    return await return_bill(work, here, bill_id=bill_id, reason=given.reason)


@router.post("/{bill_id}/registration", response_model=BillShown)
async def register(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Enter the bill in the register under the next number of the year (the clerk)."""
    return await register_bill(work, here, bill_id=bill_id)


@router.post("/{bill_id}/government-conclusion", response_model=BillShown)
async def conclude(bill_id: UUID, given: ConclusionGiven, work: Work, here: Here) -> Bill:
    """Conclude on a bill that touches revenue or spending (the Government)."""
    return await conclude_on_bill(
        work, here, bill_id=bill_id, positive=given.positive, reason=given.reason
    )


@router.post("/{bill_id}/admission", response_model=BillShown)
async def admit(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Admit the bill to consideration (the clerk)."""
    return await admit_bill(work, here, bill_id=bill_id)


@router.post("/{bill_id}/withdrawal", response_model=BillShown)
async def withdraw(bill_id: UUID, given: ReasonGiven, work: Work, here: Here) -> Bill:
    """Withdraw the bill at any stage before its adoption (its initiator)."""
    return await withdraw_bill(work, here, bill_id=bill_id, reason=given.reason)
