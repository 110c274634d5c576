"""/guarantees and /breaches: what the opposition is guaranteed, and where it is not kept."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from services.committees.api.guarantees_page import HTML, as_html
from services.committees.api.guarantees_shown import BreachShown, GuaranteeShown
from services.committees.domain.breach import Breach, BreachStage
from services.committees.domain.guarantees import guarantees, rights, shares
from services.committees.store.breach_tables import breaches
from services.committees.store.breaches import Breaches, listed
from services.committees.store.shares import session_at, used_in
from services.committees.store.views import composition_now
from shared.kernel.occasion import Occasion
from shared.kernel.text import Language
from shared.store.acts import acts_on
from shared.store.unit_of_work import UnitOfWork
from shared.web.dependencies import Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, acts_shown

router = APIRouter(tags=["guarantees"], route_class=KurultaiRoute)


@router.get("/guarantees")
async def opposition_guarantees(
    work: Work, visitor: Visitor, tongue: Tongue
) -> list[GuaranteeShown]:
    """Which guarantee, needed, held or used, left in this session; broken ones with the breach."""
    return await _all(work, visitor, tongue)


@router.get("/guarantees.html", response_class=Response)
async def page(work: Work, visitor: Visitor, tongue: Tongue) -> Response:
    """The same as a page to read, with every breach that stands."""
    given = await _all(work, visitor, tongue)
    headers = {"content-language": tongue.value}
    return Response(as_html(given, visitor.at, tongue), media_type=HTML, headers=headers)


@router.get("/breaches", response_model=list[BreachShown])
async def all_breaches(
    work: Work, page: Page, stage: Annotated[list[BreachStage] | None, Query()] = None
) -> list[Breach]:
    """Every breach there was, the newest first; of these stages if asked."""
    order = {"key": breaches.c.id, "id_": breaches.c.id}
    return await page.scalars(work.session, listed(stage or ()), newest_first=True, **order)


@router.get("/breaches/{breach_id}", response_model=BreachShown)
async def breach(breach_id: UUID, work: Work) -> Breach:
    """One breach as it stands."""
    return await Breaches(work).get(breach_id)


@router.get("/breaches/{breach_id}/acts")
async def acts(breach_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the breach, oldest first: whose acts broke and cured it."""
    found = await Breaches(work).get(breach_id)
    return acts_shown(await acts_on(work, "breach", found.id), tongue)


async def _all(work: UnitOfWork, occasion: Occasion, language: Language) -> list[GuaranteeShown]:
    broken = {one.key: one for one in await Breaches(work).standing()}
    session = await session_at(work, occasion.at)
    used = await used_in(work, session) if session else None
    held = guarantees(await composition_now(work), occasion.rules)
    return [
        *(GuaranteeShown.of(one, broken.get(one.key), language) for one in held),
        *(
            GuaranteeShown.of_share(one, session.id if session else None, language)
            for one in shares(used, occasion.rules)
        ),
        *(GuaranteeShown.of_right(one, language) for one in rights(occasion.rules)),
    ]
