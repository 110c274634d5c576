"""A bill goes back from a reading to its committee, by a vote of the Kurultai."""

from uuid import UUID

from services.bills.domain.acts.questions import note_answer, put
from services.bills.domain.beyond import Asked, Subject
from services.bills.domain.bill import Bill
from services.bills.domain.decided import Vote
from services.bills.domain.decisions import AMENDMENTS, CONCEPT, RESOLUTION, count_of, purpose_of
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.stages import Act
from shared.contracts.bills_beyond import BillSentBack
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Outcome


def ask(bill: Bill, question_id: UUID, occasion: Occasion) -> None:
    """Ask whether the bill goes back: to the committee, or, once amended, to its amendments."""
    PROCEDURE.take(bill, Act.ASK_TO_SEND_BACK, occasion)
    asked = Asked(
        question_id=question_id,
        subject=Subject.SENDING_BACK,
        decision=RESOLUTION,
        asked_at=occasion.at,
    )
    put(bill, asked, occasion)


def answer(bill: Bill, vote: Vote, occasion: Occasion) -> Act | None:
    """The bill goes back if the Kurultai said so; otherwise its reading goes on."""
    if vote.outcome is not Outcome.ADOPTED:
        note_answer(bill, vote, occasion)
        return None
    concept = purpose_of(bill, bill.reading, occasion.rules) == CONCEPT
    act = Act.POSTPONE if concept or _not_amended(bill, occasion) else Act.REPEAT_READING
    PROCEDURE.take(bill, act, occasion)
    _go_back(bill, bill.reading if act is Act.POSTPONE else _amended_in(bill, occasion))
    bill.record(
        BillSentBack(
            at=occasion.at, bill_id=bill.id, reading=bill.next_reading, vote_id=vote.vote_id
        )
    )
    return act


def _go_back(bill: Bill, reading: int) -> None:
    """That reading is the next one again, and the committee concludes for it once more."""
    bill.readings_passed = reading - 1
    bill.concluded_for = reading - 1
    *earlier, newest = bill.readings
    bill.readings = (*earlier, newest.model_copy(update={"sent_back": True}))


def _not_amended(bill: Bill, occasion: Occasion) -> bool:
    return _amended_in(bill, occasion) == 0


def _amended_in(bill: Bill, occasion: Occasion) -> int:
    """The number of the reading of amendments, up to the one that is open; 0 if there is none."""
    count = range(1, min(bill.reading, count_of(bill, occasion.rules)) + 1)
    purposes = {purpose_of(bill, number, occasion.rules): number for number in count}
    return purposes.get(AMENDMENTS, 0)
