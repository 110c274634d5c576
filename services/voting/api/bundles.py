"""/votes/{id}/bundle: all the evidence of one vote in one file, to be checked without us."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from services.voting.actions.bundle_vote import bundle_vote
from shared.web.dependencies import Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/votes", tags=["log"], route_class=KurultaiRoute)

BUNDLE: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {"application/json": {"schema": {"type": "object"}}},
        "description": "For `kurultai verify`, or the script it is.",
    }
}


@router.get("/{vote_id}/bundle", response_class=Response, responses=BUNDLE)
async def bundle(vote_id: UUID, work: Work, request: Request) -> Response:
    """Entries, proofs, receipts and the checkpoint of a vote; hidden until it is closed."""
    content = await bundle_vote(work, request.app.state.seal, vote_id=vote_id)
    named = f'attachment; filename="vote-{vote_id}.json"'
    headers = {"content-disposition": named}
    return Response(content, media_type="application/json", headers=headers)
