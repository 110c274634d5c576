"""/offices: who holds which, since when and until when."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from services.committees.actions.leave_office import leave_office
from services.committees.actions.take_office import take_office
from services.committees.api.given import EndingGiven, OfficeGiven
from services.committees.api.shown import OfficeShown
from services.committees.domain.office import Office
from services.committees.domain.procedure import OFFICES
from services.committees.domain.stages import OfficeStage
from services.committees.store.composition import whole_composition
from services.committees.store.known import names_of
from services.committees.store.offices import Offices
from services.committees.store.tables import offices
from services.committees.store.views import listed
from shared.kernel.actor import Role
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(prefix="/offices", tags=["offices"], route_class=KurultaiRoute)


@router.post("", status_code=201)
async def take(given: OfficeGiven, work: Work, here: Here, tongue: Tongue) -> OfficeShown:
    """Enter that a person takes an office now (the registrar)."""
    office = await take_office(work, here, given.entry())
    return OfficeShown.of(office, await names_of(work, [office.person_id]), tongue)


@router.post("/{office_id}/ending")
async def end(
    office_id: UUID, given: EndingGiven, work: Work, here: Here, tongue: Tongue
) -> OfficeShown:
    """Enter that a person leaves an office now (the registrar)."""
    office = await leave_office(work, here, office_id=office_id, ground=given.ground)
    return OfficeShown.of(office, await names_of(work, [office.person_id]), tongue)


async def _asked(
    role: Role | None = None,
    body_id: UUID | None = None,
    person_id: UUID | None = None,
    stage: OfficeStage | None = None,
) -> dict[str, object]:
    return {"role": role, "body_id": body_id, "person_id": person_id, "stage": stage}


@router.get("")
async def all_offices(
    work: Work, page: Page, asked: Annotated[dict[str, object], Depends(_asked)], tongue: Tongue
) -> list[OfficeShown]:
    """Every office there was, oldest first; of a role, body, person or stage if asked."""
    order = {"key": offices.c.since, "id_": offices.c.id}
    found = await page.scalars(work.session, listed(Office, offices, **asked), **order)
    names = await names_of(work, (office.person_id for office in found))
    return [OfficeShown.of(office, names, tongue) for office in found]


@router.get("/{office_id}")
async def office(office_id: UUID, work: Work, tongue: Tongue) -> OfficeShown:
    """One office."""
    found = await Offices(work).get(office_id)
    return OfficeShown.of(found, await names_of(work, [found.person_id]), tongue)


@router.get("/{office_id}/options")
async def options(
    office_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the office; a closed act says why."""
    found = await Offices(work).get(office_id)
    found.composition = await whole_composition(work)
    return options_shown(OFFICES.options(found, visitor), tongue)


@router.get("/{office_id}/acts")
async def acts(office_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the office, oldest first."""
    found = await Offices(work).get(office_id)
    return acts_shown(await acts_on(work, "office", found.id), tongue)
