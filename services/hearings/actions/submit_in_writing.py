"""Something is submitted to a hearing in writing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.hearings.domain.submitting import Author, Document, Submission, submit
from services.hearings.domain.words import Said
from services.hearings.store.hearings import Hearings
from services.hearings.store.submissions import Submissions
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Writing:
    """Who submits what; number and instant of its registration in e-Otinish, if it came so."""

    author: Author
    text: Said
    document: Document | None = None
    number: str | None = None
    registered_at: datetime | None = None


async def submit_in_writing(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, writing: Writing
) -> Submission:
    hearing = await Hearings(work).held(hearing_id)
    submission = Submission(
        id=new_id(),
        hearing_id=hearing.id,
        author=writing.author,
        text=writing.text,
        document=writing.document,
        number=writing.number,
        registered_at=writing.registered_at,
        seen=hearing,
    )
    submit(submission, occasion)
    return Submissions(work).add(submission)
