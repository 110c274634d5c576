"""Deputies' requests on file."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.committees.domain.request import DeputyRequest
from services.committees.domain.requests_stages import RequestStage
from services.committees.store.requests_tables import deputy_requests, request_numbers
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork

MOST_AT_ONCE = 100
SENT = deputy_requests.c.stage == RequestStage.SENT


class DeputyRequestNotFound(NotFound):
    code = "deputy-request-not-found"


class DeputyRequests(Cases[DeputyRequest]):
    kind = DeputyRequest
    missing = DeputyRequestNotFound
    no_such = Text(
        kk="{id} депутаттық сауалы жоқ.",
        ru="Депутатского запроса {id} нет.",
        en="There is no deputy's request {id}.",
    )

    async def held(self, request_id: UUID) -> DeputyRequest:
        """The request, nobody else's until this work ends: who comes second waits.

        Raises DeputyRequestNotFound, or Stale.
        """
        query = sa.select(DeputyRequest).where(deputy_requests.c.id == request_id)
        await self._work.session.execute(query.with_for_update())
        return await self.get(request_id)

    async def overdue(self, request_id: UUID, now: datetime) -> DeputyRequest | None:
        """The request, held until this work ends, if it is to be told that it is late.

        Whoever enters the answer meanwhile comes first, and nothing is told.
        """
        query = (
            sa.select(DeputyRequest)
            .where(deputy_requests.c.id == request_id, *_untold(now))
            .with_for_update(skip_locked=True)
        )
        return next(iter(await self.all_of(query)), None)

    async def awaited(self) -> list[DeputyRequest]:
        """Requests that are with their addressees, the oldest first."""
        return await self.all_of(
            sa.select(DeputyRequest).where(SENT).order_by(deputy_requests.c.id).with_for_update()
        )


def _untold(now: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    c = deputy_requests.c
    return (SENT, c.passes_at <= now, c.overdue_since.is_(None))


async def requests_overdue(session: AsyncSession, now: datetime) -> list[UUID]:
    """The requests of which it is to be told that they are late, longest due first."""
    c = deputy_requests.c
    query = sa.select(c.id).where(*_untold(now)).order_by(c.passes_at, c.id).limit(MOST_AT_ONCE)
    return list(await session.scalars(query))


async def next_number(work: UnitOfWork, year: int) -> str:
    """The next free number of the year, as `2026-0001`; who comes second waits for the first."""
    series = insert(request_numbers).values(year=year, last=1)
    taken = series.on_conflict_do_update(
        index_elements=[request_numbers.c.year], set_={"last": request_numbers.c.last + 1}
    ).returning(request_numbers.c.last)
    last = (await work.session.execute(taken)).scalar_one()
    return f"{year}-{last:04}"


@dataclass(frozen=True, slots=True)
class RequestsAsked:
    """Which requests a list is of; None stands for any."""

    author: UUID | None = None
    addressee: str | None = None
    stages: Collection[RequestStage] = ()
    overdue: bool | None = None

    def query(self, now: datetime) -> sa.Select[DeputyRequest]:
        return sa.select(DeputyRequest).where(*self._clauses(now))

    def _clauses(self, now: datetime) -> list[sa.ColumnElement[bool]]:
        c = deputy_requests.c
        late = sa.func.coalesce(sa.and_(SENT, c.passes_at <= now), sa.false())
        asked = (
            (self.author, lambda: c.authors.contains([self.author])),
            (self.addressee, lambda: _is_called(self.addressee or "")),
            (self.stages or None, lambda: c.stage.in_(self.stages)),
            (self.overdue, lambda: late if self.overdue else sa.not_(late)),
        )
        return [clause() for given, clause in asked if given is not None]


def _is_called(name: str) -> sa.ColumnElement[bool]:
    """The words are somewhere in the addressee's name, in either language."""
    addressee = sa.type_coerce(deputy_requests.c.addressee, sa.JSON)
    names = (addressee[language].as_string() for language in ("kk", "ru"))
    return sa.or_(*(each.icontains(name, autoescape=True) for each in names))
