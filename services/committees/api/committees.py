"""/committees: form one, read them with their chairs and secretaries."""

from uuid import UUID

from fastapi import APIRouter

from services.committees.actions.form_committee import form_committee
from services.committees.api.given import CommitteeGiven
from services.committees.api.shown import ChairedCommitteeShown, CommitteeShown
from services.committees.domain.committee import Committee
from services.committees.domain.procedure import COMMITTEES
from services.committees.store.committees import Committees
from services.committees.store.known import names_of
from services.committees.store.offices import Offices
from services.committees.store.tables import committees
from services.committees.store.views import listed
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(prefix="/committees", tags=["committees"], route_class=KurultaiRoute)


@router.post("", status_code=201, response_model=CommitteeShown)
async def form(given: CommitteeGiven, work: Work, here: Here) -> Committee:
    """Form a standing committee (the Chair; the registrar)."""
    return await form_committee(
        work,
        here,
        convocation_id=given.convocation_id,
        name=given.name.bilingual(),
        reserved_for_opposition=given.reserved_for_opposition,
    )


@router.get("")
async def all_committees(
    work: Work, page: Page, convocation_id: UUID | None = None
) -> list[ChairedCommitteeShown]:
    """Every standing committee with its chair and secretaries, oldest first."""
    query = listed(Committee, committees, convocation_id=convocation_id)
    order = {"key": committees.c.id, "id_": committees.c.id}
    found = await page.scalars(work.session, query, **order)
    offices = await Offices(work).held_in(committee.id for committee in found)
    names = await names_of(work, (office.person_id for office in offices))
    return [ChairedCommitteeShown.of(committee, offices, names) for committee in found]


@router.get("/{committee_id}")
async def committee(committee_id: UUID, work: Work) -> ChairedCommitteeShown:
    """One standing committee with its chair and secretaries."""
    found = await Committees(work).get(committee_id)
    offices = await Offices(work).held_in([found.id])
    names = await names_of(work, (office.person_id for office in offices))
    return ChairedCommitteeShown.of(found, offices, names)


@router.get("/{committee_id}/options")
async def options(
    committee_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the committee itself; its chair is a candidacy's business."""
    found = await Committees(work).get(committee_id)
    return options_shown(COMMITTEES.options(found, visitor), tongue)


@router.get("/{committee_id}/acts")
async def acts(committee_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the committee, oldest first."""
    found = await Committees(work).get(committee_id)
    return acts_shown(await acts_on(work, "committee", found.id), tongue)
