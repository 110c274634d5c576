"""What a meeting decided is entered; what is to be done after it is followed up."""

from uuid import UUID

from services.committees.domain.bill_work import Considered
from services.committees.domain.meeting import Done, FollowUp, MeetingDecision, Wanted
from services.committees.domain.procedure import REFERRALS
from services.committees.domain.referral import Conclusion, Referral
from services.committees.domain.work_stages import WorkAct
from shared.contracts import committee_meetings as told
from shared.contracts.committee_work import BillWorkFact
from shared.kernel.occasion import Occasion


def enter_decision(referral: Referral, decision: MeetingDecision, occasion: Occasion) -> None:
    """A meeting voted for the conclusion on the reading to come.

    Raises:
        NotNow: it was not one of the lead committee, the vote is not certified, or more are
            counted than belong to the committees.
        NotEntitled: neither the chair of the lead committee acts nor its secretary.
    """
    REFERRALS.take(referral, WorkAct.ENTER_DECISION, occasion)
    referral.decision = decision
    said = decision.model_dump(exclude={"at", "count"})
    count = decision.count.model_dump() if decision.count else {}
    _record(referral, told.MeetingDecided, occasion, **said, **count)


def void_decision(referral: Referral, vote_id: UUID, occasion: Occasion) -> None:
    """The vote was annulled: the meeting has not decided; a conclusion that rests on it says so."""
    referral.considered = Considered(carried=False)
    REFERRALS.take(referral, WorkAct.VOID_DECISION, occasion)
    if referral.decision and referral.decision.vote_id == vote_id:
        referral.decision = None
    referral.conclusions = tuple(_without(one, vote_id) for one in referral.conclusions)
    _record(referral, told.DecisionVoided, occasion, vote_id=vote_id)


def _without(conclusion: Conclusion, vote_id: UUID) -> Conclusion:
    decision = conclusion.decision
    if decision is None or decision.vote_id != vote_id:
        return conclusion
    annulled = decision.model_copy(update={"annulled": True})
    return conclusion.model_copy(update={"decision": annulled})


def add_follow_up(referral: Referral, wanted: Wanted, occasion: Occasion) -> None:
    """The committee wants this done. Raises NotNow, NotEntitled."""
    REFERRALS.take(referral, WorkAct.ADD_FOLLOW_UP, occasion)
    said = {"number": len(referral.follow_ups) + 1, **wanted.model_dump()}
    added = FollowUp.model_validate(said | {"at": occasion.at})
    referral.follow_ups = (*referral.follow_ups, added)
    _record(referral, told.FollowUpAdded, occasion, **said)


def close_follow_up(referral: Referral, number: int, done: Done, occasion: Occasion) -> None:
    """It was done. Raises NotNow where it is not open, or the day is to come."""
    REFERRALS.take(referral, WorkAct.CLOSE_FOLLOW_UP, occasion)
    referral.follow_ups = tuple(
        one.model_copy(update={"done": done}) if one.number == number else one
        for one in referral.follow_ups
    )
    _record(referral, told.FollowUpClosed, occasion, number=number, day=done.day)


def _record(
    referral: Referral, kind: type[BillWorkFact], occasion: Occasion, **said: object
) -> None:
    which = {"at": occasion.at, "referral_id": referral.id, "bill_id": referral.bill_id}
    referral.record(kind.model_validate(which | said))
