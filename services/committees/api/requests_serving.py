"""/deputy-requests: what the Apparatus does with them."""

from uuid import UUID

from fastapi import APIRouter

from services.committees.actions.serve_request import (
    enter_answer,
    publish_request,
    read_request_out,
    send_request,
    withhold_request,
)
from services.committees.api.requests_given import AnswerGiven, ReadingOutGiven, ReasonGiven
from services.committees.api.requests_shown import DeputyRequestShown
from shared.web.dependencies import Here, Rulebook, Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/deputy-requests", tags=["requests"], route_class=KurultaiRoute)


@router.post("/{request_id}/reading-out")
async def read_out(
    request_id: UUID, given: ReadingOutGiven, work: Work, here: Here
) -> DeputyRequestShown:
    """Enter that it was read out at a sitting (the Apparatus)."""
    return DeputyRequestShown.of(
        await read_request_out(work, here, request_id=request_id, reading=given.reading())
    )


@router.post("/{request_id}/sending")
async def send(request_id: UUID, work: Work, here: Here, profile: Rulebook) -> DeputyRequestShown:
    """Send it to its addressee: the term for the answer runs (the Apparatus)."""
    return DeputyRequestShown.of(
        await send_request(work, here, request_id=request_id, profile=profile)
    )


@router.post("/{request_id}/answer")
async def answer(
    request_id: UUID, given: AnswerGiven, work: Work, here: Here
) -> DeputyRequestShown:
    """Enter the answer (the Apparatus)."""
    return DeputyRequestShown.of(
        await enter_answer(work, here, request_id=request_id, answer=given.answer())
    )


@router.post("/{request_id}/withholding")
async def withhold(
    request_id: UUID, given: ReasonGiven, work: Work, here: Here
) -> DeputyRequestShown:
    """Show its words to its authors and the Apparatus only, and say why (the Apparatus)."""
    return DeputyRequestShown.of(
        await withhold_request(work, here, request_id=request_id, reason=given.reason)
    )


@router.post("/{request_id}/publication")
async def publish(request_id: UUID, work: Work, here: Here) -> DeputyRequestShown:
    """Show its words to everybody (the Apparatus)."""
    return DeputyRequestShown.of(await publish_request(work, here, request_id=request_id))
