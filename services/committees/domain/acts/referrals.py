"""Bills go to their lead committees, which conclude on them."""

from services.committees.domain.conditions.referrals import concept_was_approved
from services.committees.domain.procedure import REFERRALS
from services.committees.domain.referral import Conclusion, Referral
from services.committees.domain.stages import ReferralAct
from shared.contracts.committees import (
    BillReferred,
    ConclusionAdopted,
    ReferralEnded,
    WorkResumed,
)
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion


def refer(referral: Referral, occasion: Occasion) -> None:
    """Name the lead committee of a bill.

    Raises:
        NotNow: the bill is not admitted or has its committee, or the committee has no chair.
        NotEntitled: only the Chair, who leads the coordinating body, refers bills.
    """
    row = REFERRALS.take(referral, ReferralAct.REFER, occasion)
    referral.record(
        BillReferred(
            at=occasion.at,
            referral_id=referral.id,
            bill_id=referral.bill_id,
            committee_id=referral.committee_id,
            committee_name=referral.committee_name,
            provision=row.provision,
        )
    )


def conclude(
    referral: Referral, *, favourable: bool, summary: Bilingual, occasion: Occasion
) -> None:
    """The lead committee adopts its conclusion for the reading to come.

    Raises:
        NotNow: it has concluded on that reading, or the chair of another committee acts.
    """
    row = REFERRALS.take(referral, ReferralAct.CONCLUDE, occasion)
    conclusion = Conclusion(
        reading=referral.reading,
        favourable=favourable,
        summary=summary,
        at=occasion.at,
        decision=referral.decision,
    )
    referral.conclusions = (*referral.conclusions, conclusion)
    referral.record(
        ConclusionAdopted(
            at=occasion.at,
            referral_id=referral.id,
            bill_id=referral.bill_id,
            committee_id=referral.committee_id,
            committee_name=referral.committee_name,
            reading=referral.reading,
            favourable=favourable,
            summary=summary,
            provision=row.provision,
        )
    )


def resume(referral: Referral, passed: int, occasion: Occasion) -> None:
    """A reading was passed: the committee takes up the bill again, if the next one needs it."""
    referral.passed = passed
    if not concept_was_approved.holds(referral, occasion):
        return
    REFERRALS.take(referral, ReferralAct.RESUME, occasion)
    referral.begin(passed + 1)
    referral.record(
        WorkResumed(
            at=occasion.at,
            referral_id=referral.id,
            bill_id=referral.bill_id,
            reading=referral.reading,
        )
    )


def take_up(referral: Referral, reading: int, occasion: Occasion) -> None:
    """The Kurultai sent the bill back: the committee concludes for that reading once more."""
    REFERRALS.take(referral, ReferralAct.TAKE_UP, occasion)
    referral.begin(reading)
    referral.record(
        WorkResumed(
            at=occasion.at,
            referral_id=referral.id,
            bill_id=referral.bill_id,
            reading=reading,
        )
    )


def end(referral: Referral, occasion: Occasion) -> None:
    """The Kurultai adopted or rejected the bill."""
    REFERRALS.take(referral, ReferralAct.END, occasion)
    _tell_the_end(referral, occasion)


def note_withdrawal(referral: Referral, occasion: Occasion) -> None:
    """The initiator withdrew the bill."""
    referral.withdrawn = True
    REFERRALS.take(referral, ReferralAct.NOTE_WITHDRAWAL, occasion)
    _tell_the_end(referral, occasion)


def _tell_the_end(referral: Referral, occasion: Occasion) -> None:
    referral.record(
        ReferralEnded(at=occasion.at, referral_id=referral.id, bill_id=referral.bill_id)
    )
