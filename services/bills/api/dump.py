"""/dump: everything public, line by line, and from then on what is new."""

from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse
from pydantic_core import to_json

from services.bills.api.shown import BillShown
from services.bills.domain.bill import Bill
from services.bills.store.changes import changes_after, number_new
from services.bills.store.dumps import lines_of
from shared.store.unit_of_work import Desk
from shared.web.route import KurultaiRoute

TOGETHER, MOST_BYTES, LAST = 200, 1_000_000, 2**63 - 1
PERSONAL: dict[str, Any] = {
    "initiator_id": True,
    "co_initiators": {"__all__": {"person_id"}},
    "court_request": True,
    "links": True,
}
MEDIA_TYPE = "application/jsonl"
LINES: dict[int | str, dict[str, Any]] = {200: {"content": {MEDIA_TYPE: {}}}}

router = APIRouter(prefix="/dump", tags=["dump"], route_class=KurultaiRoute)


@router.get("/bills.jsonl", response_class=StreamingResponse, responses=LINES)
async def bills(
    request: Request,
    after: Annotated[int, Query(ge=0, le=LAST, description="`next` of the last line.")] = 0,
) -> StreamingResponse:
    """Bills, their texts with digests, acts, votes and what else was heard, as JSON Lines.

    Each line has a `type` and a `position`; a bill that changes comes again, whole. The last line,
    of type `cursor`, says in `next` from where to go on. Who is cut off goes on after the position
    of the last line they have.
    """
    return StreamingResponse(_lines(request.app.state.desk, after), media_type=MEDIA_TYPE)


async def _lines(desk: Desk, after: int) -> AsyncIterator[bytes]:
    """So many at a time, each in a transaction that is over before the reader is waited for."""
    while chunk := await _chunk(desk, after):
        for position, line in chunk:
            yield line
            after = position
    yield to_json({"type": "cursor", "next": after}) + b"\n"


async def _chunk(desk: Desk, after: int) -> list[tuple[int, bytes]]:
    async with desk.sessions() as session:
        changes = await changes_after(session, after, TOGETHER)
        if not changes and await number_new(session):
            await session.commit()
            changes = await changes_after(session, after, TOGETHER)
        async with aclosing(lines_of(session, changes, _public)) as lines:
            return await _some(lines)


async def _some(lines: AsyncIterator[dict[str, Any]]) -> list[tuple[int, bytes]]:
    """As many as fit into what is kept for one reader."""
    chunk, size = [], 0
    async for line in lines:
        written = to_json(line) + b"\n"
        chunk.append((line["position"], written))
        size += len(written)
        if size > MOST_BYTES:
            break
    return chunk


def _public(bill: Bill) -> dict[str, Any]:
    return BillShown.model_validate(bill).model_dump(exclude=PERSONAL)
