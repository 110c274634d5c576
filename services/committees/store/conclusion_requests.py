"""Requests for conclusions on file."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from services.committees.domain.conclusion_request import AskingStage, ConclusionRequest
from services.committees.store.conclusion_requests_tables import conclusion_requests
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases

MOST_AT_ONCE = 100
c = conclusion_requests.c
ASKED = c.stage == AskingStage.ASKED


class ConclusionRequestNotFound(NotFound):
    code = "conclusion-request-not-found"


class ConclusionRequests(Cases[ConclusionRequest]):
    kind = ConclusionRequest
    missing = ConclusionRequestNotFound
    no_such = Text(
        kk="{id} қорытынды сұрату жазбасы жоқ.",
        ru="Запроса о заключении {id} нет.",
        en="There is no request for a conclusion {id}.",
    )

    async def overdue(self, request_id: UUID, now: datetime) -> ConclusionRequest | None:
        """The request, held until this work ends, if it is to be told that it is late."""
        query = (
            sa.select(ConclusionRequest)
            .where(c.id == request_id, *_untold(now))
            .with_for_update(skip_locked=True)
        )
        return next(iter(await self.all_of(query)), None)

    async def open_of(self, referral_id: UUID) -> list[ConclusionRequest]:
        """What the committee still awaits."""
        query = sa.select(ConclusionRequest).where(ASKED, c.referral_id == referral_id)
        return await self.all_of(query.order_by(c.id).with_for_update())


def _untold(now: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return (ASKED, c.passes_at <= now, c.overdue_since.is_(None))


async def conclusions_overdue(session: AsyncSession, now: datetime) -> list[UUID]:
    """The requests of which it is to be told that they are late, longest due first."""
    query = sa.select(c.id).where(*_untold(now)).order_by(c.passes_at, c.id).limit(MOST_AT_ONCE)
    return list(await session.scalars(query))


@dataclass(frozen=True, slots=True)
class ConclusionsAsked:
    """Which requests a list is of; None stands for any."""

    referral_id: UUID | None = None
    bill_id: UUID | None = None
    committee_id: UUID | None = None
    stage: AskingStage | None = None
    overdue: bool | None = None

    def query(self, now: datetime) -> sa.Select[ConclusionRequest]:
        names = ("referral_id", "bill_id", "committee_id", "stage")
        asked = ((c[name], getattr(self, name)) for name in names)
        query = sa.select(ConclusionRequest)
        query = query.where(*(column == value for column, value in asked if value is not None))
        return query if self.overdue is None else query.where(_is_late(now).is_(self.overdue))


def _is_late(now: datetime) -> sa.ColumnElement[bool]:
    return sa.func.coalesce(sa.and_(ASKED, c.passes_at <= now), sa.false())
