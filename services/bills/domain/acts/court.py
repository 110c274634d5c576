"""A law before the Constitutional Court (Constitution 2026, arts 73-75)."""

from services.bills.domain.bill import Bill
from services.bills.domain.conditions_after_adoption import enough_ask_the_court, needed
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.stages import Act
from shared.contracts.bills_beyond import CourtAsked, CourtDecided, LawReferredToCourt
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion, day_of
from shared.kernel.procedure import capacity
from shared.kernel.rules import Stop, StoppedClock


def ask(bill: Bill, occasion: Occasion) -> None:
    """A deputy signs the request; with the signature of a fifth of them the law is referred."""
    PROCEDURE.take(bill, Act.ASK_THE_COURT, occasion)
    if occasion.by.person_id:
        bill.court_request |= {occasion.by.person_id}
    signed = len(bill.court_request)
    bill.record(CourtAsked(at=occasion.at, bill_id=bill.id, signed=signed, needed=needed(occasion)))
    if enough_ask_the_court.holds(bill, occasion):
        refer(bill, occasion)


def refer(bill: Bill, occasion: Occasion) -> None:
    """The law goes to the Court, and the clock of its signature stops (art. 74(2)).

    Raises:
        NotNow: the law is not with the President; or too few ask for it.
    """
    row = PROCEDURE.take(bill, Act.REFER_TO_COURT, occasion)
    bill.review_since = occasion.day
    by = capacity(row, occasion) or Role.DEPUTY
    bill.record(LawReferredToCourt(at=occasion.at, bill_id=bill.id, by=by))


def note_decision(
    bill: Bill, *, constitutional: bool, decision: Bilingual, occasion: Occasion
) -> None:
    """Enter the Court's decision; a law that it holds unconstitutional cannot be signed."""
    act = Act.NOTE_CONSTITUTIONAL if constitutional else Act.NOTE_UNCONSTITUTIONAL
    PROCEDURE.take(bill, act, occasion)
    bill.remark(act, occasion.at, decision)
    _resume(bill, occasion)
    bill.record(
        CourtDecided(
            at=occasion.at,
            bill_id=bill.id,
            constitutional=constitutional,
            decision=decision,
            signature_due=bill.signature_due if constitutional else None,
        )
    )


def _resume(bill: Bill, occasion: Occasion) -> None:
    """The days before the review and those after it add up to the President's month."""
    since, bill.review_since = bill.review_since, None
    if since is None or bill.sent_at is None or not occasion.rules.flag("cc_stop_clock"):
        return
    bill.stops = (*bill.stops, Stop(stopped=since, resumed=occasion.day))
    term = occasion.rules.term("president_term")
    bill.signature_due = StoppedClock(term, day_of(bill.sent_at), bill.stops).last_day()
