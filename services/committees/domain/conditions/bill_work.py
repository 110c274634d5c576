"""What must be so before committees share, plan and time their work on a bill, or disagree."""

from uuid import UUID

from services.committees.domain.grounds import (
    CHAIR_ELECTION,
    CO_COMMITTEES,
    CONCLUSION_DAY,
    DISSENT,
    RAPPORTEUR,
    WORKING_GROUPS,
)
from services.committees.domain.referral import Referral
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition

ACTS_FOR = {"bureau": Role.CHAIR, "plenary": Role.CLERK}
"""Who acts for the bodies that may fix the day, in the words of the profile."""


@condition(
    en="the committee is another than those that have the bill already",
    ru="комитет не из тех, которые уже рассматривают законопроект",
    kk="комитет заң жобасын қарап жатқан комитеттердің қатарында емес",
    provision=CO_COMMITTEES,
)
def has_not_got_the_bill(referral: Referral, _: Occasion) -> bool:
    named = referral.considered.committee_id
    return named != referral.committee_id and referral.co_committee(named) is None


@condition(
    en="the co-committee has its chair",
    ru="у комитета-соисполнителя есть председатель",
    kk="қосалқы комитеттің төрағасы бар",
    provision=CHAIR_ELECTION,
)
def co_committee_is_chaired(referral: Referral, _: Occasion) -> bool:
    return referral.considered.chaired


@condition(
    en="the chair acts for a co-committee that has not given its opinion for this reading",
    ru="председатель действует от имени комитета-соисполнителя, который ещё не дал мнения к чтению",
    kk="төраға осы оқылымға әлі пікір бермеген қосалқы комитеттің атынан әрекет етеді",
    provision=CO_COMMITTEES,
)
def acts_for_a_co_committee(referral: Referral, occasion: Occasion) -> bool:
    return who_opines(referral, occasion) is not None


def who_opines(referral: Referral, occasion: Occasion) -> UUID | None:
    """The co-committee whose chair acts and whose opinion is awaited."""
    return next(
        (
            one.committee_id
            for one in referral.co_committees
            if occasion.by.holds(Role.COMMITTEE_CHAIR, one.committee_id)
            and not referral.has_opined(one.committee_id)
        ),
        None,
    )


@condition(
    en="the rapporteur is a member of the lead committee",
    ru="докладчик является членом головного комитета",
    kk="баяндамашы бас комитеттің мүшесі болып табылады",
    provision=RAPPORTEUR,
)
def rapporteur_is_a_member(referral: Referral, occasion: Occasion) -> bool:
    person_id = referral.considered.person_id
    free = occasion.rules.settled("committees.rapporteur_is_a_member") is False
    return free or person_id is None or person_id in referral.considered.members


@condition(
    en="the body is a working group that exists",
    ru="орган является действующей рабочей группой",
    kk="орган жұмыс істеп тұрған жұмыс тобы болып табылады",
    provision=WORKING_GROUPS,
)
def working_group_is_formed(referral: Referral, _: Occasion) -> bool:
    return referral.considered.group_formed


@condition(
    en="whoever acts does so for the lead committee: its chair or its secretary",
    ru="действует председатель или секретарь самого головного комитета",
    kk="бас комитеттің өзінің төрағасы немесе хатшысы әрекет етеді",
    provision="Constitution 2026, art. 59(2)",
)
def serves_the_lead_committee(referral: Referral, occasion: Occasion) -> bool:
    roles = (Role.COMMITTEE_CHAIR, Role.COMMITTEE_SECRETARY)
    return any(occasion.by.holds(role, referral.committee_id) for role in roles)


@condition(
    en="no day of the plan is over",
    ru="ни один день плана не прошёл",
    kk="жоспардың бірде-бір күні өтіп кеткен жоқ",
    provision="Constitution 2026, art. 59(2)",
)
def plan_lies_ahead(referral: Referral, occasion: Occasion) -> bool:
    return all(day >= occasion.day for day in referral.considered.planned)


@condition(
    en="the day is fixed by those who may: the plenary, whose decision the Apparatus enters, or "
    "the coordinating body, for which the Chair acts",
    ru="день устанавливает тот, кто вправе: пленарное заседание, решение которого вносит Аппарат, "
    "или координирующий орган, от имени которого действует Председатель",
    kk="күнді құқылы орган белгілейді: шешімін Аппарат енгізетін жалпы отырыс немесе атынан "
    "Төраға әрекет ететін үйлестіруші орган",
    provision=CONCLUSION_DAY,
)
def day_is_fixed_by_those_who_may(_: Referral, occasion: Occasion) -> bool:
    allowed = occasion.rules.settled("committees.conclusion_day_fixed_by")
    bodies = allowed if isinstance(allowed, tuple) else ()
    return any(body in bodies and occasion.by.holds(role) for body, role in ACTS_FOR.items())


@condition(
    en="the day is not over",
    ru="день ещё не прошёл",
    kk="күн әлі өткен жоқ",
    provision=CONCLUSION_DAY,
)
def day_is_to_come(referral: Referral, occasion: Occasion) -> bool:
    day = referral.considered.day
    return day is None or day >= occasion.day


@condition(
    en="the day is another than the one fixed before",
    ru="день отличается от установленного ранее",
    kk="күн бұрын белгіленген күннен өзгеше",
    provision=CONCLUSION_DAY,
)
def day_is_another(referral: Referral, _: Occasion) -> bool:
    day = referral.considered.day
    return day is None or day != referral.conclusion_day


@condition(
    en="the deputy is a member of the lead committee",
    ru="депутат является членом головного комитета",
    kk="депутат бас комитеттің мүшесі болып табылады",
    provision=DISSENT,
)
def is_a_member(referral: Referral, occasion: Occasion) -> bool:
    return occasion.by.person_id in referral.considered.members


@condition(
    en="the member has not attached an opinion to this conclusion before",
    ru="член комитета ещё не приложил особого мнения к этому заключению",
    kk="комитет мүшесі бұл қорытындыға бұған дейін ерекше пікір қоспаған",
    provision=DISSENT,
)
def has_not_dissented(referral: Referral, occasion: Occasion) -> bool:
    return not referral.has_dissented(occasion.by.person_id)


@condition(
    en="the term for opinions of members is not over",
    ru="срок для особых мнений не истёк",
    kk="ерекше пікір беру мерзімі өткен жоқ",
    provision=DISSENT,
)
def dissent_is_in_time(referral: Referral, occasion: Occasion) -> bool:
    ends = referral.considered.dissent_ends.passes_at
    return ends is None or occasion.at < ends
