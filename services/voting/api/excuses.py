"""/sittings/{id}/excuses: absences that are excused, and excuses taken back."""

from uuid import UUID

from fastapi import APIRouter

from services.voting.actions.excuse_absence import excuse_absence
from services.voting.actions.take_back_excuse import take_back_excuse
from services.voting.api.excuses_shown import ExcuseGiven, ExcuseShown
from services.voting.domain.excuse import Excuse
from services.voting.store.excuses import Excuses
from services.voting.store.sittings import Sittings
from shared.store.acts import acts_on
from shared.store.ids import new_id
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, acts_shown

router = APIRouter(tags=["sittings"], route_class=KurultaiRoute)


@router.post("/sittings/{sitting_id}/excuses", status_code=201)
async def excuse(sitting_id: UUID, given: ExcuseGiven, work: Work, here: Here) -> ExcuseShown:
    """Excuse a deputy's absence, in the rolls that are frozen from now on (the Apparatus)."""
    asked = Excuse(new_id(), sitting_id, **dict(given))
    return ExcuseShown.to(here.by, await excuse_absence(work, here, asked))


@router.get("/sittings/{sitting_id}/excuses")
async def all_excuses(sitting_id: UUID, work: Work, visitor: Visitor) -> list[ExcuseShown]:
    """Whose absence was excused, and what was taken back; why is shown to few."""
    found = await Sittings(work).get(sitting_id)
    return [ExcuseShown.to(visitor.by, one) for one in await Excuses(work).on(found.id)]


@router.post("/excuses/{excuse_id}/withdrawal")
async def take_back(excuse_id: UUID, work: Work, here: Here) -> ExcuseShown:
    """Take an excuse back; rolls that are frozen stay as they are (the Apparatus)."""
    return ExcuseShown.to(here.by, await take_back_excuse(work, here, excuse_id=excuse_id))


@router.get("/excuses/{excuse_id}/acts")
async def acts(excuse_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the excuse, oldest first."""
    found = await Excuses(work).get(excuse_id)
    return acts_shown(await acts_on(work, "excuse", found.id), tongue)
