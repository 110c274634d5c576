"""The Prime Minister ties confidence to a bill (Constitution 2026, art. 60(7))."""

from uuid import UUID

from services.bills.domain.acts.questions import put
from services.bills.domain.acts.readings import send_by
from services.bills.domain.beyond import Asked, Subject
from services.bills.domain.bill import Bill
from services.bills.domain.decided import Vote
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.stages import Act
from shared.contracts.bills import BillRejected, LawAdopted
from shared.contracts.bills_beyond import ConfidenceKept, ConfidenceLost, ConfidenceRaised
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Outcome

NO_CONFIDENCE = "no_conf_vote"


def raise_confidence(bill: Bill, occasion: Occasion) -> None:
    """Tie confidence to a bill of the Government that was not adopted.

    Raises:
        NotNow: it is another's bill, it was adopted, or the year's number is used up.
    """
    PROCEDURE.take(bill, Act.RAISE_CONFIDENCE, occasion)
    bill.confidence_raised_at = occasion.at
    not_before = occasion.rules.term("confidence_wait").ends_at(occasion.at)
    bill.record(ConfidenceRaised(at=occasion.at, bill_id=bill.id, not_before=not_before))


def open_vote(bill: Bill, question_id: UUID, occasion: Occasion) -> None:
    """Put no confidence to the vote. Raises NotNow before 48 hours have passed."""
    PROCEDURE.take(bill, Act.OPEN_CONFIDENCE_VOTE, occasion)
    asked = Asked(
        question_id=question_id,
        subject=Subject.NO_CONFIDENCE,
        decision=NO_CONFIDENCE,
        asked_at=occasion.at,
    )
    put(bill, asked, occasion)


def answer(bill: Bill, vote: Vote, occasion: Occasion) -> Act:
    """Carried, it rejects the bill; not carried, the bill is adopted without a vote."""
    if vote.outcome is Outcome.ADOPTED:
        PROCEDURE.take(bill, Act.NOTE_CONFIDENCE_LOST, occasion)
        bill.record(ConfidenceLost(at=occasion.at, bill_id=bill.id, vote_id=vote.vote_id))
        _reject(bill, vote, occasion)
        return Act.NOTE_CONFIDENCE_LOST
    PROCEDURE.take(bill, Act.NOTE_CONFIDENCE_KEPT, occasion)
    bill.record(ConfidenceKept(at=occasion.at, bill_id=bill.id, vote_id=vote.vote_id))
    _adopt(bill, vote, occasion)
    return Act.NOTE_CONFIDENCE_KEPT


def _reject(bill: Bill, vote: Vote, occasion: Occasion) -> None:
    bill.record(
        BillRejected(at=occasion.at, bill_id=bill.id, reading=bill.reading, vote_id=vote.vote_id)
    )


def _adopt(bill: Bill, vote: Vote, occasion: Occasion) -> None:
    bill.adopted_at = occasion.at
    bill.send_by = send_by(bill, occasion)
    bill.record(
        LawAdopted(
            at=occasion.at,
            bill_id=bill.id,
            vote_id=vote.vote_id,
            digests=bill.digests,
            send_by=bill.send_by,
        )
    )
