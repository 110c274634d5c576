"""Is it alive, is it ready, how is it doing? For the supervisor, not for people."""

import asyncio

import sqlalchemy as sa
from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from shared.store.unit_of_work import Desk
from shared.web.faults import DATABASE_ERRORS
from shared.web.problems import problem
from shared.web.words import NOT_READY

TIMEOUT_SECONDS = 2.0
AWAY = 503

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
async def alive() -> dict[str, str]:
    """The process answers; whether it can do its work is asked at /readyz."""
    return {"status": "alive"}


@router.get("/readyz")
async def ready(request: Request) -> Response:
    """Whether work may be sent here. It names what is away, and recovers when that is back."""
    parked = await _parked(request)
    away = [] if parked is not None else ["database"]
    if not request.app.state.broker_connected():
        away.append("broker")
    if away:
        return problem(request, AWAY, NOT_READY, {"retry-after": "2"}, away=away)
    return JSONResponse({"status": "ready", "parked": parked})


@router.get("/metrics")
async def metrics() -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


async def _parked(request: Request) -> int | None:
    """How many facts were given up on; None when the database does not answer in time."""
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            return await _count(request.app.state.desk)
    except DATABASE_ERRORS:
        return None


async def _count(desk: Desk) -> int:
    parked = desk.kept.parked
    query = sa.select(sa.func.count()).where(parked.c.parked_at.is_not(None))
    async with desk.sessions() as session:
        return await session.scalar(query) or 0
