"""/official-hearings: officials whom the Kurultai hears every year."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from fastapi import APIRouter, Query

from services.hearings.actions.hear_official import hear_official, strike_official
from services.hearings.api.shapes import ReasonGiven
from services.hearings.api.shapes_of_officials import DueShown, OfficialGiven, OfficialShown
from services.hearings.domain.oversight.officials import Due, Duty, OfficialHearing, due_in
from services.hearings.store.official_tables import official_hearings
from services.hearings.store.officials import OfficialHearings, held_in
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Rulebook, Tongue, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, acts_shown

router = APIRouter(
    prefix="/official-hearings", tags=["hearings of officials"], route_class=KurultaiRoute
)
Year = Annotated[int, Query(ge=2026, le=2199, description="A calendar year.")]


@router.post("", status_code=201, response_model=OfficialShown)
async def hear(given: OfficialGiven, work: Work, here: Here) -> OfficialHearing:
    """Enter that an official was heard (the Chair, a deputy chair, the Apparatus)."""
    return await hear_official(work, here, kind=given.kind, day=given.day, name=given.name)


@router.get("", response_model=list[OfficialShown])
async def heard(work: Work, page: Page) -> list[Any]:
    """Every hearing of an official, the newest first."""
    order: dict[str, Any] = {"key": official_hearings.c.day, "id_": official_hearings.c.id}
    query = sa.select(OfficialHearing)
    return await page.scalars(work.session, query, newest_first=True, **order)


@router.get("/due", response_model=list[DueShown])
async def due(work: Work, rulebook: Rulebook, year: Year) -> list[Due]:
    """What is due in a calendar year, what was held of it, and what is left."""
    rules, held = rulebook.on(date(year, 12, 31)), await held_in(work, year)
    return [due_in(rules, year, duty, held.get(duty, 0)) for duty in Duty]


@router.get("/{hearing_id}", response_model=OfficialShown)
async def official_hearing(hearing_id: UUID, work: Work) -> OfficialHearing:
    """The hearing of an official as it stands."""
    return await OfficialHearings(work).get(hearing_id)


@router.get("/{hearing_id}/acts")
async def official_acts(hearing_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on it, oldest first."""
    found = await OfficialHearings(work).get(hearing_id)
    return acts_shown(await acts_on(work, "officialhearing", found.id), tongue)


@router.post("/{hearing_id}/striking", response_model=OfficialShown)
async def strike(hearing_id: UUID, given: ReasonGiven, work: Work, here: Here) -> OfficialHearing:
    """Strike what was entered by mistake: it counts no longer."""
    return await strike_official(work, here, hearing_id=hearing_id, reason=given.reason)
