"""/mandates: begin one, end it, read who sits."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from services.committees.actions.begin_mandate import begin_mandate
from services.committees.actions.change_faction import join_faction, leave_faction
from services.committees.actions.end_mandate import end_mandate
from services.committees.api.given import EndingGiven
from services.committees.api.mandates_given import MandateEndingGiven, MandateGiven
from services.committees.api.register_given import FactionJoinedGiven
from services.committees.api.shown import MandateShown
from services.committees.domain.mandate import Mandate
from services.committees.domain.procedure import MANDATES
from services.committees.domain.stages import MandateStage
from services.committees.store.mandates import Mandates
from services.committees.store.tables import mandates
from services.committees.store.views import listed
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(prefix="/mandates", tags=["mandates"], route_class=KurultaiRoute)


@router.post("", status_code=201, response_model=MandateShown)
async def begin(given: MandateGiven, work: Work, here: Here) -> Mandate:
    """Begin a mandate now (the registrar)."""
    return await begin_mandate(work, here, given.seating())


@router.post("/{mandate_id}/ending", response_model=MandateShown)
async def end(mandate_id: UUID, given: MandateEndingGiven, work: Work, here: Here) -> Mandate:
    """End a mandate now, and the offices held by virtue of it (the registrar)."""
    return await end_mandate(work, here, mandate_id=mandate_id, **dict(given))


@router.post("/{mandate_id}/faction", response_model=MandateShown)
async def join(mandate_id: UUID, given: FactionJoinedGiven, work: Work, here: Here) -> Mandate:
    """Enter that the deputy is of a faction from now on; nobody is of two (the registrar)."""
    return await join_faction(
        work, here, mandate_id=mandate_id, faction_id=given.faction_id, ground=given.ground
    )


@router.post("/{mandate_id}/faction-leaving", response_model=MandateShown)
async def leave(mandate_id: UUID, given: EndingGiven, work: Work, here: Here) -> Mandate:
    """Enter that the deputy is of no faction from now on (the registrar)."""
    return await leave_faction(work, here, mandate_id=mandate_id, ground=given.ground)


async def _asked(
    convocation_id: UUID | None = None,
    faction_id: UUID | None = None,
    person_id: UUID | None = None,
    stage: MandateStage | None = None,
) -> dict[str, object]:
    return {
        "convocation_id": convocation_id,
        "faction_id": faction_id,
        "person_id": person_id,
        "stage": stage,
    }


@router.get("", response_model=list[MandateShown])
async def all_mandates(
    work: Work, page: Page, asked: Annotated[dict[str, object], Depends(_asked)]
) -> list[Mandate]:
    """Every mandate by its number; of a convocation, faction, person or stage if asked."""
    query = listed(Mandate, mandates, **asked)
    order = {"key": mandates.c.number, "id_": mandates.c.id}
    return await page.scalars(work.session, query, **order)


@router.get("/{mandate_id}", response_model=MandateShown)
async def mandate(mandate_id: UUID, work: Work) -> Mandate:
    """One mandate."""
    return await Mandates(work).get(mandate_id)


@router.get("/{mandate_id}/options")
async def options(
    mandate_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the mandate; a closed act says why."""
    return options_shown(MANDATES.options(await Mandates(work).get(mandate_id), visitor), tongue)


@router.get("/{mandate_id}/acts")
async def acts(mandate_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the mandate, oldest first."""
    found = await Mandates(work).get(mandate_id)
    return acts_shown(await acts_on(work, "mandate", found.id), tongue)
