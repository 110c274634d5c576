"""/me: the sittings of a deputy's day, the votes to take part in, absences."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query

from services.voting.api.personal_shown import AbsencesShown, AgendaShown, OwnVoteShown
from services.voting.store.personal import absences_of, sittings_on, votes_of, votes_on
from shared.web.dependencies import Here, Work
from shared.web.personal import STANDS, Me, PersonalRoute

router = APIRouter(prefix="/me", tags=["me"], route_class=PersonalRoute, responses=STANDS)

DAYS: dict[str, Any] = {"ge": date(1990, 1, 1), "le": date(2999, 12, 31)}
"""Of earlier days nothing is on record; much later ones no calendar has."""
Day = Annotated[date | None, Query(description="A day in Astana; today if not asked.", **DAYS)]
Since = Annotated[date | None, Query(description="The first day, in Astana.", **DAYS)]


@router.get("/agenda")
async def agenda(work: Work, here: Here, me: Me, day: Day = None) -> AgendaShown:
    """The sittings of a day, with what is put to the vote there."""
    asked = day or here.day
    sittings = await sittings_on(work, me, asked, here.at)
    return AgendaShown.of(asked, sittings, await votes_on(work, me, asked, here.at))


@router.get("/votes")
async def votes(work: Work, here: Here, me: Me) -> list[OwnVoteShown]:
    """Votes under way on whose roll you are, and those over for less than a day; your ballots."""
    return [OwnVoteShown.of(row) for row in await votes_of(work, me, here.at)]


@router.get("/absences")
async def absences(work: Work, here: Here, me: Me, since: Since = None) -> AbsencesShown:
    """Sittings from which you were absent, and how many count (Constitution 2026, art. 55(1))."""
    return AbsencesShown.of(since, await absences_of(work, me, since), here.rules)
