"""/bills/{id}/relations: which acts a bill amends, and what it has to do with other bills."""

from uuid import UUID

from fastapi import APIRouter

from services.bills.actions.relate_bill import relate_bill, unrelate_bill
from services.bills.api.acts_given import RelationGiven
from services.bills.api.acts_shown import RelationShown
from services.bills.api.shown import BillShown
from services.bills.domain.bill import Bill
from services.bills.domain.relating import Relation
from services.bills.store.bills import Bills
from services.bills.store.relations import relations_of
from shared.contracts.acts import RelationKind
from shared.web.dependencies import Here, Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/bills", tags=["relations"], route_class=KurultaiRoute)


@router.get("/{bill_id}/relations")
async def relations(bill_id: UUID, work: Work) -> list[RelationShown]:
    """The acts that the bill amends, and the bills it has to do with: said of it, or of them."""
    found = await Bills(work).get(bill_id)
    return [RelationShown.of(row) for row in await relations_of(work, found.id)]


@router.post("/{bill_id}/relations", response_model=BillShown)
async def relate(bill_id: UUID, given: RelationGiven, work: Work, here: Here) -> Bill:
    """Name an act that the bill amends, or what it is to another bill (initiator, later clerk)."""
    return await relate_bill(work, here, bill_id=bill_id, relation=given.relation())


@router.delete("/{bill_id}/relations/{kind}/{to_id}", response_model=BillShown)
async def unrelate(bill_id: UUID, kind: RelationKind, to_id: UUID, work: Work, here: Here) -> Bill:
    """Take back what was said of the bill; it stays on file."""
    return await unrelate_bill(work, here, bill_id=bill_id, relation=Relation(kind, to_id))
