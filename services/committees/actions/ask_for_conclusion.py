"""The lead committee asks others for conclusions on a bill."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.committees.domain.acts import conclusion_requests as acts
from services.committees.domain.conclusion_request import ConclusionGot, ConclusionRequest
from services.committees.domain.referral import Referral
from services.committees.domain.running_out import RunsOut
from services.committees.store.conclusion_requests import ConclusionRequests
from services.committees.store.referrals import Referrals
from services.committees.store.turns import Turn, wait_for_turn
from services.committees.store.working_days import calendars_known
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

TERM = "conclusion_request_answer"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is asked of whom; `last_day` if the committee gives one itself."""

    addressee: Bilingual
    what: Bilingual
    last_day: date | None


async def ask_for_conclusion(
    work: UnitOfWork, occasion: Occasion, *, referral_id: UUID, inquiry: Inquiry, profile: Profile
) -> ConclusionRequest:
    # Whoever ends the work on the bill has this turn too, and asks no longer for what is open.
    await wait_for_turn(work, Turn.REFERRALS)
    referral = await Referrals(work).get(referral_id)
    request = _request(referral, inquiry, occasion)
    calendars = await calendars_known(work, profile)
    rule = RunsOut.by_rule(occasion.rules.terms.get(TERM), occasion.at, calendars)
    given = RunsOut.with_day(inquiry.last_day) if inquiry.last_day else rule
    acts.ask(request, given, occasion)
    return ConclusionRequests(work).add(request)


async def prolong_term(
    work: UnitOfWork, occasion: Occasion, *, request_id: UUID, day: date
) -> ConclusionRequest:
    request = await ConclusionRequests(work).get(request_id)
    request.day = day
    acts.prolong(request, RunsOut.with_day(day), occasion)
    return request


async def enter_conclusion(
    work: UnitOfWork, occasion: Occasion, *, request_id: UUID, got: ConclusionGot
) -> ConclusionRequest:
    request = await ConclusionRequests(work).get(request_id)
    acts.answer(request, got, occasion)
    return request


async def ask_no_longer(
    work: UnitOfWork, occasion: Occasion, *, request_id: UUID
) -> ConclusionRequest:
    request = await ConclusionRequests(work).get(request_id)
    acts.withdraw(request, occasion)
    return request


def _request(referral: Referral, inquiry: Inquiry, occasion: Occasion) -> ConclusionRequest:
    return ConclusionRequest(
        id=new_id(),
        referral_id=referral.id,
        bill_id=referral.bill_id,
        committee_id=referral.committee_id,
        reading=referral.reading,
        addressee=inquiry.addressee,
        what=inquiry.what,
        asked_at=occasion.at,
        day=inquiry.last_day,
        referral_stage=referral.stage,
    )
