"""The lead committee organises its work on a bill, and other committees take part in it."""

from uuid import UUID

from services.committees.domain.acts import bill_work as acts
from services.committees.domain.bill_work import Considered, PlanItem, Rapporteur
from services.committees.domain.referral import Referral
from services.committees.store.bill_work import is_chaired, is_working_group, members_of
from services.committees.store.bodies import NO_NAME, PersonUnknown, name_on_file
from services.committees.store.committees import Committees
from services.committees.store.referrals import Referrals
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def name_co_committee(
    work: UnitOfWork, occasion: Occasion, *, referral_id: UUID, committee_id: UUID
) -> Referral:
    referral = await Referrals(work).get(referral_id)
    await share_with(work, occasion, referral, committee_id)
    return referral


async def share_with(
    work: UnitOfWork, occasion: Occasion, referral: Referral, committee_id: UUID
) -> None:
    committee = await Committees(work).get(committee_id)
    chaired = await is_chaired(work, committee.id)
    referral.considered = Considered(committee_id=committee.id, chaired=chaired)
    acts.name_co_committee(referral, committee, occasion)


async def give_opinion(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    referral_id: UUID,
    favourable: bool,
    summary: Bilingual,
) -> Referral:
    """Several co-committees may give theirs at once, and each of them does."""
    referral = await Referrals(work).held(referral_id)
    acts.give_opinion(referral, favourable=favourable, summary=summary, occasion=occasion)
    return referral


async def appoint_rapporteur(
    work: UnitOfWork, occasion: Occasion, *, referral_id: UUID, person_id: UUID
) -> Referral:
    """Raises PersonUnknown for whom the register does not know."""
    referral = await Referrals(work).get(referral_id)
    members = await members_of(work, referral.committee_id)
    referral.considered = Considered(members=members, person_id=person_id)
    name = await name_on_file(work, person_id)
    if name is None:
        raise PersonUnknown(NO_NAME)
    rapporteur = Rapporteur(person_id=person_id, name=name, since=occasion.at)
    acts.appoint_rapporteur(referral, rapporteur, occasion)
    return referral


async def attach_working_group(
    work: UnitOfWork, occasion: Occasion, *, referral_id: UUID, body_id: UUID
) -> Referral:
    referral = await Referrals(work).get(referral_id)
    formed = await is_working_group(work, body_id)
    referral.considered = Considered(body_id=body_id, group_formed=formed)
    acts.attach_working_group(referral, occasion)
    return referral


async def plan_work(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    referral_id: UUID,
    items: tuple[PlanItem, ...],
    why: Bilingual | None,
) -> Referral:
    referral = await Referrals(work).get(referral_id)
    acts.plan(referral, items, why, occasion)
    return referral
