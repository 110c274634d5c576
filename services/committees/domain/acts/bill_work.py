"""Committees share their work on a bill, plan it, are given a day, and their members disagree."""

from services.committees.domain.bill_work import (
    CoCommittee,
    Considered,
    DayFixed,
    Dissent,
    Opinion,
    Plan,
    PlanItem,
    Rapporteur,
)
from services.committees.domain.committee import Committee
from services.committees.domain.conditions.bill_work import who_opines
from services.committees.domain.in_person import in_person
from services.committees.domain.procedure import REFERRALS
from services.committees.domain.referral import Referral
from services.committees.domain.request import Reply
from services.committees.domain.work_stages import WorkAct
from shared.contracts import committee_work as told
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion


def name_co_committee(referral: Referral, committee: Committee, occasion: Occasion) -> None:
    """Another committee is to give its opinion.

    Raises:
        NotNow: it has the bill already, or has no chair.
        NotEntitled: only the Chair names it.
    """
    REFERRALS.take(referral, WorkAct.NAME_CO_COMMITTEE, occasion)
    named = CoCommittee(committee_id=committee.id, name=committee.name, named_at=occasion.at)
    referral.co_committees = (*referral.co_committees, named)
    which = {"committee_id": committee.id, "committee_name": committee.name}
    _record(referral, told.CoCommitteeNamed, occasion, **which)


def give_opinion(
    referral: Referral, *, favourable: bool, summary: Bilingual, occasion: Occasion
) -> None:
    """A co-committee gives its opinion for the reading to come.

    Raises:
        NotNow: the chair of another committee acts, or it was given.
    """
    REFERRALS.take(referral, WorkAct.GIVE_OPINION, occasion)
    co_committee = referral.co_committee(who_opines(referral, occasion))
    if co_committee is None:
        message = "the table let in a chair of no co-committee"
        raise ValueError(message)
    said = {"reading": referral.reading, "favourable": favourable, "summary": summary}
    which = {"committee_id": co_committee.committee_id}
    opinion = Opinion.model_validate(which | said | {"at": occasion.at})
    referral.opinions = (*referral.opinions, opinion)
    _record(
        referral,
        told.CoCommitteeOpined,
        occasion,
        committee_name=co_committee.name,
        **which,
        **said,
    )


def appoint_rapporteur(referral: Referral, rapporteur: Rapporteur, occasion: Occasion) -> None:
    """Whoever reports on the bill from now on. Raises NotNow for who is not of the committee."""
    REFERRALS.take(referral, WorkAct.APPOINT_RAPPORTEUR, occasion)
    referral.rapporteur = rapporteur
    who = {"person_id": rapporteur.person_id, "name": rapporteur.name}
    _record(referral, told.RapporteurAppointed, occasion, **who)


def attach_working_group(referral: Referral, occasion: Occasion) -> None:
    """The working group considered works on the bill. Raises NotNow for what is none."""
    REFERRALS.take(referral, WorkAct.ATTACH_WORKING_GROUP, occasion)
    referral.working_group_id = referral.considered.body_id
    group = {"working_group_id": referral.working_group_id}
    _record(referral, told.WorkingGroupAttached, occasion, **group)


def plan(
    referral: Referral, items: tuple[PlanItem, ...], why: Bilingual | None, occasion: Occasion
) -> None:
    """Make the plan of the work, or change it; earlier plans stay on file.

    Raises:
        NotNow: a day of it is over, or someone of another committee acts.
    """
    referral.considered = Considered(planned=tuple(item.day for item in items))
    REFERRALS.take(referral, WorkAct.PLAN, occasion)
    made = Plan(
        reading=referral.reading, items=items, at=occasion.at, by=occasion.by.person_id, why=why
    )
    referral.plans = (*referral.plans, made)
    days = referral.considered.planned
    _record(
        referral,
        told.WorkPlanned,
        occasion,
        reading=referral.reading,
        times=len(referral.plans),
        first_day=min(days),
        last_day=max(days),
    )


def fix_day(referral: Referral, fixed: DayFixed, occasion: Occasion) -> None:
    """Fix the day of the conclusion for the reading to come, or move it.

    Raises:
        NotNow: the day is over, or the rules give it to others to fix.
        NotEntitled: neither the Chair acts nor the Apparatus.
    """
    earlier = referral.conclusion_day
    REFERRALS.take(referral, WorkAct.FIX_DAY, occasion)
    referral.fix(fixed)
    _record(
        referral,
        told.ConclusionDayFixed,
        occasion,
        reading=fixed.reading,
        day=fixed.day,
        earlier=earlier,
        ground=fixed.ground,
    )


def attach_dissent(referral: Referral, name: Bilingual, text: Reply, occasion: Occasion) -> None:
    """A member of the lead committee attaches an opinion of their own to its conclusion.

    Raises:
        NotNow: the committee has not concluded, the term is over, or the deputy is no member.
    """
    REFERRALS.take(referral, WorkAct.ATTACH_DISSENT, occasion)
    who = {"reading": referral.reading, "person_id": in_person(occasion), "name": name}
    dissent = Dissent.model_validate(who | {"text": text, "at": occasion.at})
    referral.dissents = (*referral.dissents, dissent)
    _record(referral, told.DissentAttached, occasion, **who)


def _record(
    referral: Referral, kind: type[told.BillWorkFact], occasion: Occasion, **said: object
) -> None:
    which = {"at": occasion.at, "referral_id": referral.id, "bill_id": referral.bill_id}
    referral.record(kind.model_validate(which | said))
