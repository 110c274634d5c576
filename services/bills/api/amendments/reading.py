"""/bills/{id}/amendments: what anyone may read. No token is needed."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from services.bills.api.amendments.conflicts import conflicts_among
from services.bills.api.amendments.filing import Number
from services.bills.api.amendments.given import Address
from services.bills.api.amendments.shown import AmendedShown, AmendmentShown, ConflictShown
from services.bills.domain.amendments.procedure import AMENDMENTS
from services.bills.domain.amendments.stages import AmendmentStage
from services.bills.store.amendments.amendments import Amendments, listed
from services.bills.store.amendments.around import amendment_seen
from services.bills.store.amendments.provenance import provenance_of
from services.bills.store.amendments.trees import addresses_in
from services.bills.store.bills import Bills
from services.bills.store.tables import amendments
from shared.store.acts import acts_on
from shared.web.dependencies import Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

MOST = 2**31 - 1

router = APIRouter(prefix="/bills", tags=["amendments"], route_class=KurultaiRoute)


@router.get("/{bill_id}/amendments")
async def all_amendments(  # noqa: PLR0913, PLR0917  the filters
    bill_id: UUID,
    work: Work,
    page: Page,
    tongue: Tongue,
    stage: AmendmentStage | None = None,
    author: UUID | None = None,
    address: Annotated[Address | None, Query()] = None,
) -> list[AmendmentShown]:
    """The amendments to the bill by number; by stage, author and element if asked."""
    bill = await Bills(work).get(bill_id)
    query = listed(bill.id, stage=stage, author_id=author, address=address)
    order = {"key": amendments.c.number, "id_": amendments.c.id}
    found = await page.scalars(work.session, query, **order)
    there = await addresses_in(work, bill.id) if found else frozenset()
    return [AmendmentShown.of(each, tongue, gone=each.address not in there) for each in found]


@router.get("/{bill_id}/amendments/conflicts")
async def conflicts(bill_id: UUID, work: Work) -> list[ConflictShown]:
    """Which amendments that may still go into the text exclude each other."""
    bill = await Bills(work).get(bill_id)
    return await conflicts_among(work, bill)


@router.get("/{bill_id}/amendments/provenance")
async def provenance(
    bill_id: UUID, work: Work, number: Annotated[int | None, Query(ge=1, le=MOST)] = None
) -> list[AmendedShown]:
    """Which amendments changed the texts: the newest, or those of that number."""
    bill = await Bills(work).get(bill_id)
    changed = await provenance_of(work, bill.id, number or bill.text_version)
    return [AmendedShown.model_validate(each) for each in changed]


@router.get("/{bill_id}/amendments/{number}")
async def amendment(bill_id: UUID, number: Number, work: Work, tongue: Tongue) -> AmendmentShown:
    """One amendment."""
    bill = await Bills(work).get(bill_id)
    found = await Amendments(work).numbered(bill.id, number)
    gone = found.address not in await addresses_in(work, bill.id)
    return AmendmentShown.of(found, tongue, gone=gone)


@router.get("/{bill_id}/amendments/{number}/options")
async def options(
    bill_id: UUID, number: Number, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the amendment at its stage; a closed act says why."""
    found = await amendment_seen(work, visitor, bill_id, number)
    return options_shown(AMENDMENTS.options(found, visitor), tongue)


@router.get("/{bill_id}/amendments/{number}/acts")
async def acts(bill_id: UUID, number: Number, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the amendment, oldest first."""
    found = await Amendments(work).numbered(bill_id, number)
    return acts_shown(await acts_on(work, "amendment", found.id), tongue)
