"""Who was what at any moment: nobody's word is needed for it, and no token."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import AwareDatetime, TypeAdapter

from services.committees.api.register_shown import (
    BodyAtShown,
    FactionAtShown,
    InstantShown,
    OfficeAtShown,
    SessionAtShown,
    VoterShown,
)
from services.committees.store import instants
from shared.web.dependencies import Visitor, Work
from shared.web.route import KurultaiRoute

router = APIRouter(tags=["composition"], route_class=KurultaiRoute)
VOTERS = TypeAdapter(list[VoterShown])

At = Annotated[
    AwareDatetime | None,
    Query(description="The moment, with its offset, as 2027-03-03T11:42:00+05:00; now if none."),
]


@router.get("/voters", response_model=list[VoterShown])
async def voters(work: Work, visitor: Visitor, at: At = None) -> Response:
    """Who could vote at that moment, by number, with the faction and the side of each."""
    # As the database wrote it: to read it here and to write it again takes as long once more.
    told = await instants.voters_at(work, at or visitor.at)
    return Response(told, media_type="application/json")


@router.get("/instant")
async def instant(work: Work, visitor: Visitor, at: At = None) -> InstantShown:
    """The whole chamber at that moment: session, voters, factions, bodies, offices."""
    moment = at or visitor.at
    session = await instants.session_at(work, moment)
    return InstantShown(
        at=moment,
        session=SessionAtShown.model_validate(session) if session else None,
        voters=VOTERS.validate_json(await instants.voters_at(work, moment)),
        factions=[
            FactionAtShown.model_validate(r) for r in await instants.factions_at(work, moment)
        ],
        bodies=BodyAtShown.of_rows(await instants.bodies_at(work, moment)),
        offices=[OfficeAtShown.model_validate(r) for r in await instants.offices_at(work, moment)],
    )


@router.get("/voters/{person_id}")
async def voter(person_id: UUID, work: Work, visitor: Visitor, at: At = None) -> list[VoterShown]:
    """The person's mandate at that moment, in a list; an empty one if they could not vote."""
    all_of_them = VOTERS.validate_json(await instants.voters_at(work, at or visitor.at))
    return [one for one in all_of_them if one.person_id == person_id]
