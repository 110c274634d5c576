"""From the lead committee through the readings to the decision of the Kurultai."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from services.bills.domain.bill import Bill, Reading
from services.bills.domain.decided import Vote
from services.bills.domain.decisions import act_called_for, decision_for, purpose_of
from services.bills.domain.edits import edit_of
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.stages import Act
from services.bills.domain.texts import Texts
from shared.contracts.bills import (
    BillKind,
    BillRejected,
    BillWentToCommittee,
    FinalEditDone,
    LawAdopted,
    ReadingApproved,
    ReadingOpened,
    ReadingScheduled,
    ReadingUndecided,
)
from shared.contracts.words import Matter, Question
from shared.kernel.occasion import Occasion


def go_to_committee(bill: Bill, committee_id: UUID, occasion: Occasion) -> Act | None:
    """The bill goes to the lead committee named for it; no act if it is there, or lost.

    Raises:
        NotNow: the bill is not admitted, or is already with another committee.
    """
    if bill.is_lost or bill.lead_committee_id == committee_id:
        return None
    bill.named_committee_id = committee_id
    PROCEDURE.take(bill, Act.NOTE_REFERRAL, occasion)
    bill.lead_committee_id = committee_id
    bill.record(BillWentToCommittee(at=occasion.at, bill_id=bill.id, committee_id=committee_id))
    return Act.NOTE_REFERRAL


def schedule(bill: Bill, reading: int, occasion: Occasion) -> Act | None:
    """The lead committee concluded, and the bill awaits its reading; no act if that is old news.

    Raises:
        NotNow: the bill is not with the committee for this reading.
    """
    if bill.is_lost or reading <= bill.concluded_for:
        return None
    bill.concluding_on = reading
    PROCEDURE.take(bill, Act.NOTE_CONCLUSION, occasion)
    bill.concluded_for = reading
    bill.record(ReadingScheduled(at=occasion.at, bill_id=bill.id, reading=reading))
    return Act.NOTE_CONCLUSION


def open_reading(bill: Bill, question_id: UUID, occasion: Occasion) -> None:
    """Open the next reading, or again the one that took no decision, and put its question."""
    PROCEDURE.take(bill, Act.OPEN_READING, occasion)
    question = _question(bill, question_id, occasion)
    bill.open_reading(
        Reading(
            reading=bill.next_reading,
            purpose=purpose_of(bill, bill.next_reading, occasion.rules),
            question_id=question_id,
            decision=question.decision,
            opened_at=occasion.at,
        )
    )
    bill.record(
        ReadingOpened(at=occasion.at, bill_id=bill.id, reading=bill.reading, question=question)
    )


def decide(bill: Bill, question_id: UUID, vote: Vote, occasion: Occasion) -> Act | None:
    """Carry out what the Kurultai decided; no act if it was not asked this, or not any more."""
    if question_id != bill.open_question_id:
        return None
    act = act_called_for(vote.outcome, bill, occasion.rules)
    PROCEDURE.take(bill, act, occasion)
    bill.close_reading(vote)
    CONSEQUENCES[act](bill, vote, occasion)
    return act


def confirm_final_edit(
    bill: Bill, before: Texts, corrected: Texts | None, occasion: Occasion
) -> None:
    """The legal and linguistic check is done; corrections, if any, change no substance.

    How many words they change of the texts before is kept with the bill, for all to see.
    """
    PROCEDURE.take(bill, Act.CONFIRM_FINAL_EDIT, occasion)
    if corrected:
        bill.lay_down(corrected)
        bill.edits = (*bill.edits, edit_of(before, corrected, occasion.at))
    bill.record(FinalEditDone(at=occasion.at, bill_id=bill.id, digests=bill.digests))
    bill.record(ReadingScheduled(at=occasion.at, bill_id=bill.id, reading=bill.next_reading))


def _question(bill: Bill, question_id: UUID, occasion: Occasion) -> Question:
    return Question(
        id=question_id,
        matter=Matter.BILL_READING,
        case_id=bill.id,
        reading=bill.next_reading,
        decision=decision_for(bill, bill.next_reading, occasion.rules),
        title=bill.title,
        digests=bill.digests,
    )


def _approve(bill: Bill, vote: Vote, occasion: Occasion) -> None:
    bill.readings_passed = bill.reading
    bill.record(
        ReadingApproved(at=occasion.at, bill_id=bill.id, reading=bill.reading, vote_id=vote.vote_id)
    )


def _adopt(bill: Bill, vote: Vote, occasion: Occasion) -> None:
    bill.readings_passed = bill.reading
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


def send_by(bill: Bill, occasion: Occasion) -> date | None:
    """The last day on which it may go to the President (art. 60(5)), to whom no resolution goes."""
    if bill.kind is BillKind.RESOLUTION:
        return None
    return occasion.rules.term("to_president").last_day(occasion.day)


def _reject(bill: Bill, vote: Vote, occasion: Occasion) -> None:
    bill.record(
        BillRejected(at=occasion.at, bill_id=bill.id, reading=bill.reading, vote_id=vote.vote_id)
    )


def _leave_undecided(bill: Bill, vote: Vote, occasion: Occasion) -> None:
    bill.record(
        ReadingUndecided(
            at=occasion.at, bill_id=bill.id, reading=bill.reading, vote_id=vote.vote_id
        )
    )
    bill.record(ReadingScheduled(at=occasion.at, bill_id=bill.id, reading=bill.reading))


CONSEQUENCES: Mapping[Act, Callable[[Bill, Vote, Occasion], None]] = {
    Act.APPROVE_CONCEPT: _approve,
    Act.APPROVE_TEXT: _approve,
    Act.ADOPT: _adopt,
    Act.REJECT: _reject,
    Act.NOTE_NO_DECISION: _leave_undecided,
}
