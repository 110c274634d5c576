"""A written submission goes back to its author."""

from uuid import UUID

from services.hearings.domain import submitting
from services.hearings.domain.submitting import Submission
from services.hearings.store.submissions import Submissions
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def return_submission(
    work: UnitOfWork, occasion: Occasion, *, submission_id: UUID, reason: Bilingual
) -> Submission:
    submission = await Submissions(work).to_act_on(submission_id)
    submitting.return_submission(submission, occasion, reason=reason)
    return submission
