"""The secretary enters what a meeting decided; what is to be done after it is followed up."""

from uuid import UUID

from services.committees.domain.acts import meetings as acts
from services.committees.domain.bill_work import Considered
from services.committees.domain.meeting import Done, MeetingDecision, Wanted
from services.committees.domain.referral import Referral
from services.committees.store.bill_work import members_of
from services.committees.store.referrals import Referrals
from services.committees.store.results import was_carried, whose_vote
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork

type Decided = dict[str, object]
"""What is entered of a decision; the reading and the moment come with it."""


async def enter_decision(
    work: UnitOfWork, occasion: Occasion, *, referral_id: UUID, decided: Decided
) -> Referral:
    referral = await Referrals(work).get(referral_id)
    decision = MeetingDecision.model_validate(
        decided | {"reading": referral.reading, "at": occasion.at}
    )
    referral.considered = Considered(
        decision=decision,
        carried=decision.vote_id is None or await was_carried(work, decision.vote_id),
        met=None if decision.vote_id is None else await whose_vote(work, decision.vote_id),
        most_present=await _how_many(work, decision.committee_ids),
    )
    acts.enter_decision(referral, decision, occasion)
    return referral


async def void_decisions(work: UnitOfWork, occasion: Occasion, *, vote_id: UUID) -> None:
    """Every decision that rests on the vote, which was annulled."""
    for referral in await Referrals(work).resting_on(vote_id):
        acts.void_decision(referral, vote_id, occasion)


async def add_follow_up(
    work: UnitOfWork, occasion: Occasion, *, referral_id: UUID, wanted: Wanted
) -> Referral:
    referral = await Referrals(work).get(referral_id)
    acts.add_follow_up(referral, wanted, occasion)
    return referral


async def close_follow_up(
    work: UnitOfWork, occasion: Occasion, *, referral_id: UUID, number: int, done: Done
) -> Referral:
    referral = await Referrals(work).get(referral_id)
    referral.considered = Considered(number=number, done_on=done.day)
    acts.close_follow_up(referral, number, done, occasion)
    return referral


async def _how_many(work: UnitOfWork, committee_ids: tuple[UUID, ...]) -> int:
    """How many belong to these committees; who belongs to two of them is one."""
    members = [await members_of(work, one) for one in committee_ids]
    return len(frozenset().union(*members))
