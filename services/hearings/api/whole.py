"""A hearing whole: its programme, and all of it that the public may read, in one answer."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

import sqlalchemy as sa
from fastapi import APIRouter

from services.hearings.api.shapes import HearingShown
from services.hearings.api.shapes_of_guests import InvitationShown, PlacesShown
from services.hearings.api.shapes_of_holding import EntryShown, SpeechShown
from services.hearings.api.shapes_of_recommending import RecommendationShown
from services.hearings.domain.hearing import Hearing, Part
from services.hearings.domain.minuting import Entry
from services.hearings.domain.programme import Item, programme_of
from services.hearings.domain.speaking import Speech
from services.hearings.domain.transcribing import Segment
from services.hearings.store.guest_tables import invitations
from services.hearings.store.guests import Invitations, Seats
from services.hearings.store.hearings import Hearings
from services.hearings.store.holding import in_parts
from services.hearings.store.holding_tables import entries, segments, speeches
from services.hearings.store.presences import how_many
from services.hearings.store.recommendation_tables import recommendations
from services.hearings.store.recommendations import WantedRecommendations, listed
from services.hearings.store.submissions import Submissions
from shared.store.unit_of_work import UnitOfWork
from shared.web.dependencies import Work
from shared.web.route import KurultaiRoute
from shared.web.shapes import Shown

router = APIRouter(prefix="/hearings", tags=["hearings"], route_class=KurultaiRoute)


class ItemShown(Shown):
    """A part of the programme; times are None after a part whose length nobody set."""

    part: Part
    begins_at: datetime | None
    ends_at: datetime | None


class WholeShown(Shown):
    """A hearing with all that is public of it; of long texts, how many there are."""

    hearing: HearingShown
    programme: list[ItemShown]
    guests: list[InvitationShown]
    places: PlacesShown
    registered: int
    speakers: list[SpeechShown]
    protocol: list[EntryShown]
    segments: int
    submissions: int
    recommendations: list[RecommendationShown]

    @classmethod
    async def of(cls, work: UnitOfWork, hearing: Hearing) -> Self:
        return cls.model_validate(
            {
                "hearing": hearing,
                "programme": list(programme_of(hearing)),
                "places": PlacesShown.of(hearing, await Seats(work).counted(hearing.id)),
                "registered": await how_many(work, hearing.id),
                **await _lists(work, hearing),
                **await _counts(work, hearing),
            }
        )


@router.get("/{hearing_id}/programme", response_model=list[ItemShown])
async def programme(hearing_id: UUID, work: Work) -> list[Item]:
    """The parts in their order, with their times as far as lengths are known."""
    return list(programme_of(await Hearings(work).get(hearing_id)))


@router.get("/{hearing_id}/whole")
async def whole(hearing_id: UUID, work: Work) -> WholeShown:
    """The hearing with all that the public may read of it."""
    return await WholeShown.of(work, await Hearings(work).get(hearing_id))


async def _lists(work: UnitOfWork, hearing: Hearing) -> dict[str, list[Any]]:
    coming = Invitations.of(hearing.id, insiders=False)
    speaking = in_parts(Speech, speeches, hearing, insiders=False)
    entered = in_parts(Entry, entries, hearing, insiders=False)
    said = listed(WantedRecommendations(insiders=False, hearing_id=hearing.id))
    return {
        "guests": await _all(work, coming.order_by(invitations.c.id)),
        "speakers": await _all(work, speaking.order_by(speeches.c.place, speeches.c.id)),
        "protocol": await _all(work, entered.order_by(entries.c.number)),
        "recommendations": await _all(work, said.order_by(recommendations.c.number)),
    }


async def _counts(work: UnitOfWork, hearing: Hearing) -> dict[str, int]:
    return {
        "segments": await _count(work, in_parts(Segment, segments, hearing, insiders=False)),
        "submissions": await _count(work, Submissions.of(hearing.id, moderators=False)),
    }


async def _all(work: UnitOfWork, query: sa.Select[Any]) -> list[Any]:
    return list(await work.session.scalars(query))


async def _count(work: UnitOfWork, query: sa.Select[Any]) -> int:
    counting = sa.select(sa.func.count()).select_from(query.subquery())
    return (await work.session.execute(counting)).scalar_one()
