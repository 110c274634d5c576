"""/bodies: commissions, working groups, deputies' groups, the Bureau; and members of all bodies."""

from uuid import UUID

from fastapi import APIRouter

from services.committees.actions.keep_bodies import (
    dissolve_body,
    form_body,
    join_body,
    leave_body,
)
from services.committees.api.given import EndingGiven
from services.committees.api.register_given import BodyGiven, MemberGiven
from services.committees.api.register_shown import BodyShown, MembershipShown
from services.committees.domain.body import Body, Membership
from services.committees.domain.register_procedure import BODIES
from services.committees.domain.register_stages import BodyStage, MembershipStage
from services.committees.store.bodies import Bodies
from services.committees.store.register_tables import bodies, memberships
from services.committees.store.views import listed
from shared.contracts.bodies import BodyKind
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(tags=["bodies"], route_class=KurultaiRoute)


@router.post("/bodies", status_code=201, response_model=BodyShown)
async def form(given: BodyGiven, work: Work, here: Here) -> Body:
    """Form a body (the Chair; a committee's chair, of a working group; the registrar)."""
    return await form_body(work, here, given.forming())


@router.post("/bodies/{body_id}/dissolution", response_model=BodyShown)
async def dissolve(body_id: UUID, given: EndingGiven, work: Work, here: Here) -> Body:
    """Dissolve it; its members leave it (the Chair; the registrar)."""
    return await dissolve_body(work, here, body_id=body_id, ground=given.ground)


@router.post("/bodies/{body_id}/members", status_code=201, response_model=MembershipShown)
async def join(body_id: UUID, given: MemberGiven, work: Work, here: Here) -> Membership:
    """Enter a member, an expert or a representative of the Government, from now on."""
    return await join_body(work, here, body_id=body_id, joining=given.joining())


@router.post("/memberships/{membership_id}/ending", response_model=MembershipShown)
async def leave(membership_id: UUID, given: EndingGiven, work: Work, here: Here) -> Membership:
    """Enter that the person belongs to the body no longer."""
    return await leave_body(work, here, membership_id=membership_id, ground=given.ground)


@router.get("/bodies", response_model=list[BodyShown])
async def all_bodies(
    work: Work,
    page: Page,
    convocation_id: UUID | None = None,
    kind: BodyKind | None = None,
    stage: BodyStage | None = None,
) -> list[Body]:
    """Every body, standing committees among them, oldest first."""
    query = listed(Body, bodies, convocation_id=convocation_id, stage=stage)
    query = query.where(bodies.c.kind == kind) if kind else query
    return await page.scalars(work.session, query, key=bodies.c.id, id_=bodies.c.id)


@router.get("/bodies/{body_id}", response_model=BodyShown)
async def body(body_id: UUID, work: Work) -> Body:
    """One body as it stands."""
    return await Bodies(work).get(body_id)


@router.get("/bodies/{body_id}/members", response_model=list[MembershipShown])
async def members(
    body_id: UUID, work: Work, page: Page, stage: MembershipStage | None = None
) -> list[Membership]:
    """Everyone who belongs to the body or ever did, oldest first."""
    found = await Bodies(work).get(body_id)
    query = listed(Membership, memberships, body_id=found.id, stage=stage)
    return await page.scalars(work.session, query, key=memberships.c.id, id_=memberships.c.id)


@router.get("/bodies/{body_id}/options")
async def options(body_id: UUID, work: Work, visitor: Visitor, tongue: Tongue) -> list[OptionShown]:
    """What may be done with the body itself; a closed act says why."""
    return options_shown(BODIES.options(await Bodies(work).get(body_id), visitor), tongue)


@router.get("/bodies/{body_id}/acts")
async def acts(body_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the body, oldest first."""
    found = await Bodies(work).get(body_id)
    return acts_shown(await acts_on(work, "body", found.id), tongue)
