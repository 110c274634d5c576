"""A member of the lead committee does not agree with its conclusion."""

from uuid import UUID

from services.committees.domain.acts.bill_work import attach_dissent
from services.committees.domain.bill_work import Considered
from services.committees.domain.in_person import the_person
from services.committees.domain.referral import Referral
from services.committees.domain.request import Reply
from services.committees.domain.running_out import NOT_KNOWN, RunsOut
from services.committees.store.bill_work import members_of
from services.committees.store.bodies import NO_NAME, PersonUnknown, name_on_file
from services.committees.store.referrals import Referrals
from services.committees.store.working_days import calendars_known
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion, day_of
from shared.kernel.rules import Profile
from shared.store.unit_of_work import UnitOfWork

TERM = "dissenting_opinion"


async def disagree(
    work: UnitOfWork, occasion: Occasion, *, referral_id: UUID, text: Reply, profile: Profile
) -> Referral:
    referral = await Referrals(work).held(referral_id)
    await look_around(work, referral, profile)
    attach_dissent(referral, await _name(work, occasion), text, occasion)
    return referral


async def look_around(work: UnitOfWork, referral: Referral, profile: Profile) -> None:
    """Who is of the lead committee, and until when its members may attach their opinions."""
    members = await members_of(work, referral.committee_id)
    ends = await _term_of(work, referral, profile)
    referral.considered = Considered(members=members, dissent_ends=ends)


async def _term_of(work: UnitOfWork, referral: Referral, profile: Profile) -> RunsOut:
    if not referral.conclusions:
        return NOT_KNOWN
    at = referral.conclusions[-1].at
    rule = profile.on(day_of(at)).terms.get(TERM)
    return RunsOut.by_rule(rule, at, await calendars_known(work, profile))


async def _name(work: UnitOfWork, occasion: Occasion) -> Bilingual:
    """Raises PersonUnknown for whom the register does not know."""
    for person_id in the_person(occasion):
        name = await name_on_file(work, person_id)
        if name is not None:
            return name
    raise PersonUnknown(NO_NAME)
