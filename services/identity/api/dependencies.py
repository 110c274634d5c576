"""What routes of this service may ask for besides what is the same for all."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Request

from services.identity.store.reception import Reception
from shared.store.unit_of_work import UnitOfWork
from shared.web.passage import passage_of


async def _reception(request: Request) -> Reception:
    reception: Reception = request.app.state.reception
    return reception


async def _unrepeated_work(request: Request) -> AsyncIterator[UnitOfWork]:
    async with request.app.state.desk.work(trace=str(passage_of(request).trace)) as work:
        yield work


async def _now() -> datetime:
    return datetime.now(UTC)


Counter = Annotated[Reception, Depends(_reception)]

Once = Annotated[UnitOfWork, Depends(_unrepeated_work, scope="function")]
"""Work whose answer holds a token: it is never kept for an Idempotency-Key."""

Now = Annotated[datetime, Depends(_now)]
