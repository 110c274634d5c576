"""A written submission is published."""

from uuid import UUID

from services.hearings.domain import submitting
from services.hearings.domain.submitting import Submission
from services.hearings.store.submissions import Submissions
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def publish_submission(
    work: UnitOfWork, occasion: Occasion, *, submission_id: UUID
) -> Submission:
    submission = await Submissions(work).to_act_on(submission_id)
    submitting.publish_submission(submission, occasion)
    return submission
