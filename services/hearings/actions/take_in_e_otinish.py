"""What a citizen sent through e-Otinish is taken in, once for each registration number."""

from uuid import UUID

from services.hearings.actions.submit_in_writing import Writing, submit_in_writing
from services.hearings.domain.submitting import Submission
from services.hearings.store.submissions import Submissions
from shared.kernel.errors import NotNow
from shared.kernel.occasion import Occasion
from shared.kernel.text import Text
from shared.store.unit_of_work import UnitOfWork

OTHERWISE = Text(
    kk="{number} нөмірімен басқа мазмұнды өтініш тіркелген.",
    ru="Под номером {number} зарегистрировано обращение с другим содержанием.",
    en="Another submission is registered under the number {number}.",
)


class NumberTaken(NotNow):
    """The number is that of another submission."""

    code = "number-taken"


async def take_in_e_otinish(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, writing: Writing
) -> Submission:
    """The submission of that number: a new one, or the one that is there already.

    Raises:
        NumberTaken: under the number something else is on file.
    """
    number = writing.number or ""
    known = await Submissions(work).numbered(number)
    if known is None:
        return await submit_in_writing(work, occasion, hearing_id=hearing_id, writing=writing)
    if (known.hearing_id, known.text, known.author) != (hearing_id, writing.text, writing.author):
        raise NumberTaken(OTHERWISE.filled(number=number))
    return known
