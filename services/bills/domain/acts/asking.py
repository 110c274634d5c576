"""Questions about a bill beside those of its readings, and what their answers call for."""

from collections.abc import Callable, Mapping
from uuid import UUID

from services.bills.domain.acts import confidence, objections, sending_back
from services.bills.domain.beyond import Subject
from services.bills.domain.bill import Bill
from services.bills.domain.decided import Vote
from services.bills.domain.stages import Act
from shared.kernel.occasion import Occasion

type Answering = Callable[[Bill, Vote, Occasion], Act | None]

ANSWERS: Mapping[Subject, Answering] = {
    Subject.SENDING_BACK: sending_back.answer,
    Subject.NO_CONFIDENCE: confidence.answer,
    Subject.OVERRIDE: objections.answer_repeat_vote,
    Subject.PRESIDENTS_WORDING: objections.answer_wording,
}


def answer(bill: Bill, question_id: UUID, vote: Vote, occasion: Occasion) -> Act | None:
    """Carry out what the Kurultai answered; no act if it was not asked this, or not any more."""
    asked = bill.beside
    if asked is None or asked.question_id != question_id:
        return None
    bill.answer(vote)
    return ANSWERS[asked.subject](bill, vote, occasion)
