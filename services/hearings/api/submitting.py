"""Written submissions to a hearing: taken in, from e-Otinish too, and moderated."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter

from services.hearings.actions.publish_submission import publish_submission
from services.hearings.actions.return_submission import return_submission
from services.hearings.actions.submit_in_writing import submit_in_writing
from services.hearings.actions.take_in_e_otinish import take_in_e_otinish
from services.hearings.api.adapter import ForTheApparatus
from services.hearings.api.running import runs_it
from services.hearings.api.shapes import ReasonGiven
from services.hearings.api.shapes_of_submissions import (
    EOtinishGiven,
    SubmissionGiven,
    SubmissionShown,
)
from services.hearings.store.guest_tables import submissions
from services.hearings.store.hearings import Hearings
from services.hearings.store.submissions import Submissions
from shared.web.dependencies import Here, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute

router = APIRouter(tags=["submissions"], route_class=KurultaiRoute)


@router.post("/hearings/{hearing_id}/submissions", status_code=201)
async def submit(
    hearing_id: UUID, given: SubmissionGiven, work: Work, here: Here
) -> SubmissionShown:
    """Submit in writing: a deputy as a deputy; the Apparatus enters what comes from others."""
    found = await submit_in_writing(work, here, hearing_id=hearing_id, writing=given.writing())
    return SubmissionShown.of(found, moderators=True)


@router.post("/submissions/e-otinish", status_code=201)
async def from_e_otinish(
    given: EOtinishGiven, work: Work, here: ForTheApparatus
) -> SubmissionShown:
    """Take in what e-Otinish passes on: once for each registration number, the same answer again.

    Assumed, for no description of its interface is at hand: it calls this route itself, and proves
    who it is by the secret of `KURULTAI_E_OTINISH_SECRET` in the header `Adapter-Secret`; without
    that header, somebody of the Apparatus enters it. Nothing is sent back to it.
    """
    found = await take_in_e_otinish(
        work, here, hearing_id=given.hearing_id, writing=given.writing()
    )
    return SubmissionShown.of(found, moderators=True)


@router.get("/hearings/{hearing_id}/submissions")
async def submitted(
    hearing_id: UUID, work: Work, page: Page, visitor: Visitor
) -> list[SubmissionShown]:
    """What was submitted, in order: what is published, or all for those who run the hearing."""
    found = await Hearings(work).get(hearing_id)
    runs = runs_it(found, visitor)
    order: dict[str, Any] = {"key": submissions.c.id, "id_": submissions.c.id}
    shown = await page.scalars(work.session, Submissions.of(found.id, moderators=runs), **order)
    return [SubmissionShown.of(one, moderators=runs) for one in shown]


@router.get("/submissions/{submission_id}")
async def submission(submission_id: UUID, work: Work, visitor: Visitor) -> SubmissionShown:
    """A submission that is published; to those who run the hearing, any."""
    submissions_ = Submissions(work)
    runs = runs_it((await submissions_.seen(submission_id)).hearing, visitor)
    found = await submissions_.public(submission_id, moderators=runs)
    return SubmissionShown.of(found, moderators=runs)


@router.post("/submissions/{submission_id}/publication")
async def publish(submission_id: UUID, work: Work, here: Here) -> SubmissionShown:
    """Publish it (whoever runs the hearing)."""
    found = await publish_submission(work, here, submission_id=submission_id)
    return SubmissionShown.of(found, moderators=True)


@router.post("/submissions/{submission_id}/return")
async def return_(
    submission_id: UUID, given: ReasonGiven, work: Work, here: Here
) -> SubmissionShown:
    """Return it to its author, and say why."""
    found = await return_submission(work, here, submission_id=submission_id, reason=given.reason)
    return SubmissionShown.of(found, moderators=True)
