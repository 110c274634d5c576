"""/me: the committees and requests of the deputy who is signed in."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from fastapi import APIRouter
from pydantic import Field

from services.committees.api.requests_shown import DeputyRequestShown, RequestWordsShown
from services.committees.api.workload import InWorkShown
from services.committees.domain.request import DeputyRequest
from services.committees.store.personal import before_bodies, bodies_of, offices_of, requests_of
from services.committees.store.requests_tables import deputy_requests
from shared.contracts.bodies import BodyKind, Capacity
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.web.dependencies import Here, Work
from shared.web.paging import Page
from shared.web.personal import STANDS, Me, PersonalRoute
from shared.web.shapes import Shown

router = APIRouter(prefix="/me", tags=["me"], route_class=PersonalRoute, responses=STANDS)


class OwnOfficeShown(Shown):
    """An office that you hold."""

    id: UUID
    role: Role
    body_id: UUID | None
    since: datetime


class OwnBodyShown(Shown):
    """A body to which you belong."""

    id: UUID
    kind: BodyKind
    name: Bilingual
    capacity: Capacity
    since: datetime


class OwnCommitteesShown(Shown):
    """Where you work."""

    offices: list[OwnOfficeShown]
    bodies: list[OwnBodyShown]
    bills: list[InWorkShown] = Field(description="Before these bodies, what is due first first.")


@router.get("/committees")
async def own_committees(work: Work, here: Here, me: Me) -> OwnCommitteesShown:
    """Offices you hold, bodies you belong to, and the bills before them."""
    offices = (await work.session.execute(offices_of(me))).all()
    bodies = (await work.session.execute(bodies_of(me))).all()
    ids = [row.id for row in bodies]
    rows = (await work.session.execute(before_bodies(ids, here.day))).all() if ids else []
    return OwnCommitteesShown(
        offices=[OwnOfficeShown.model_validate(row) for row in offices],
        bodies=[OwnBodyShown.model_validate(row) for row in bodies],
        bills=[InWorkShown.of(row, here.day) for row in rows],
    )


@router.get("/requests")
async def own_requests(work: Work, me: Me, page: Page) -> list[DeputyRequestShown]:
    """Requests of which you are an author, the newest first, with their words."""
    order: dict[str, Any] = {"key": deputy_requests.c.id, "id_": deputy_requests.c.id}
    query = sa.select(DeputyRequest).where(requests_of(me))
    found = await page.scalars(work.session, query, newest_first=True, **order)
    return [_with_words(request) for request in found]


def _with_words(request: DeputyRequest) -> DeputyRequestShown:
    """An author reads also what is withheld from others."""
    words = RequestWordsShown.model_validate(request)
    return DeputyRequestShown.of(request).model_copy(update={"words": words})
