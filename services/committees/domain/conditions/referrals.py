"""What must be so before a committee gets a bill, concludes on it, or takes it up again."""

from services.committees.domain.grounds import AWAITED_OPINIONS, CHAIR_ELECTION
from services.committees.domain.referral import Referral
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition

CONCEPT = "concept"


@condition(
    en="the bill is admitted to consideration and has not left the Kurultai",
    ru="законопроект допущен к рассмотрению и не выбыл из Курултая",
    kk="заң жобасы қарауға жіберілген және Құрылтайдан шықпаған",
    provision="Constitution 2026, art. 60(6), 61(6)",
)
def bill_is_admitted(referral: Referral, _: Occasion) -> bool:
    return referral.prospect.bill_open


@condition(
    en="the standing committee has its chair",
    ru="у постоянного комитета есть председатель",
    kk="тұрақты комитеттің төрағасы бар",
    provision=CHAIR_ELECTION,
)
def committee_is_chaired(referral: Referral, _: Occasion) -> bool:
    return referral.prospect.committee_chaired


@condition(
    en="no lead committee has been named for the bill before",
    ru="головной комитет по законопроекту ещё не определён",
    kk="заң жобасы бойынша бас комитет бұған дейін айқындалмаған",
    provision="Constitution 2026, art. 57(3)(5)",
)
def not_referred_before(referral: Referral, _: Occasion) -> bool:
    return not referral.prospect.referred_before


@condition(
    en="the chair acts for the lead committee itself",
    ru="председатель действует от имени самого головного комитета",
    kk="төраға бас комитеттің өзінің атынан әрекет етеді",
    provision="Constitution 2026, art. 59(2)",
)
def acts_for_the_lead_committee(referral: Referral, occasion: Occasion) -> bool:
    return occasion.by.holds(Role.COMMITTEE_CHAIR, referral.committee_id)


@condition(
    en="the concept was approved, and the text with its amendments awaits the next reading",
    ru="концепция одобрена, и следующего чтения ожидает текст с поправками",
    kk="тұжырымдама мақұлданған, келесі оқылымды түзетулері бар мәтін күтіп тұр",
    provision="rules profile: readings.purpose (proposed)",
)
def concept_was_approved(referral: Referral, occasion: Occasion) -> bool:
    """Only then is there work for the committee: the final edit is the Apparatus's."""
    passed, rules = referral.passed, occasion.rules
    if passed is None or passed != referral.reading or passed >= rules.number("readings.count"):
        return False
    return rules.choices("readings.purpose")[passed - 1] == CONCEPT


@condition(
    en="the initiator has withdrawn the bill",
    ru="инициатор отозвал законопроект",
    kk="бастамашы заң жобасын қайтарып алған",
    provision="Law 480-V, art. 29(4)",
)
def bill_was_withdrawn(referral: Referral, _: Occasion) -> bool:
    return referral.withdrawn


@condition(
    en="every co-committee has given its opinion for this reading, if it is to be awaited",
    ru="каждый комитет-соисполнитель дал мнение к этому чтению, если его следует ждать",
    kk="әрбір қосалқы комитет осы оқылымға пікірін берген, егер оны күту қажет болса",
    provision=AWAITED_OPINIONS,
)
def opinions_are_in_if_awaited(referral: Referral, occasion: Occasion) -> bool:
    awaited = occasion.rules.settled("committees.conclusion_awaits_opinions") is True
    return not awaited or all(referral.has_opined(c.committee_id) for c in referral.co_committees)
