"""/me: who am I?"""

from fastapi import APIRouter

from services.identity.api.schemas import MeShown, StandingShown
from services.identity.store.persons import Persons
from shared.web.dependencies import Here, Who, Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/me", tags=["me"], route_class=KurultaiRoute)


@router.get("")
async def me(work: Work, here: Here, who: Who) -> MeShown:
    """Who you are, in which capacities, and how surely you were known when you signed in."""
    person = await Persons(work).get(who.person_id)
    held = sorted(here.by.standings, key=lambda s: (s.role, str(s.body_id)))
    return MeShown(
        person_id=person.id,
        name=person.name,
        standings=[StandingShown.model_validate(standing) for standing in held],
        acr=who.assurance,
        auth_time=who.signed_in_at,
    )
