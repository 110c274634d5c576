"""/bills/{id}/draft/signature: deputies sign a draft, each in person."""

from uuid import UUID

from fastapi import APIRouter, Depends, Request

from services.bills.actions.sign_draft import sign_draft
from services.bills.actions.take_signature_back import take_signature_back
from services.bills.api.shown import BillShown
from services.bills.domain.bill import Bill
from shared.web.dependencies import Here, MustMatch, Work
from shared.web.preconditions import expected_by
from shared.web.refusals import PreconditionRequired
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/bills", tags=["introduction"], route_class=KurultaiRoute)


async def _must_have_seen_it(request: Request) -> None:
    """Any version (`*`) is none that was read: nobody signs words that they have not seen."""
    if expected_by(request) is None:
        raise PreconditionRequired


MustHaveSeenIt = Depends(_must_have_seen_it)


@router.post(
    "/{bill_id}/draft/signature",
    response_model=BillShown,
    dependencies=[MustMatch, MustHaveSeenIt],
)
async def sign(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Sign another deputy's draft in person (a deputy); `If-Match` names the version signed.

    A change of the title or of the texts ends the signatures.
    """
    return await sign_draft(work, here, bill_id=bill_id)


@router.delete("/{bill_id}/draft/signature", response_model=BillShown)
async def take_back(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Take one's own signature back (a deputy), as long as the bill is not introduced."""
    return await take_signature_back(work, here, bill_id=bill_id)
