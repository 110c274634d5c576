"""Petitions. Read the table; the rest serves it."""

from services.hearings.domain.petition import Petition
from services.hearings.domain.petition import PetitionAct as A
from services.hearings.domain.petition import PetitionStage as P
from shared.kernel.actor import Role
from shared.kernel.actor import Role as R
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Procedure, Row, condition

ENABLED, THRESHOLD, TERM = "petitions.enabled", "petitions.threshold", "petition_consideration"
INPUT = f"rules profile: {ENABLED} (unknown)"
ENOUGH = f"rules profile: {THRESHOLD} (unknown)"
ANSWERING = f"rules profile: {TERM} (unknown)"


@condition(
    en="the rules let petitions be entered",
    ru="правила допускают приём петиций",
    kk="қағидалар петиция қабылдауға рұқсат етеді",
    provision=INPUT,
)
def petitions_are_taken(_: Petition, occasion: Occasion) -> bool:
    return occasion.rules.settled(ENABLED) is True


@condition(
    en="it has more signatures than were known",
    ru="подписей больше, чем было известно",
    kk="қолдар белгілі болғаннан көп",
    provision=INPUT,
)
def has_more_support(petition: Petition, _: Occasion) -> bool:
    return petition.told > petition.signatures


@condition(
    en="as many have signed it as the rules ask for",
    ru="её подписало столько, сколько требуют правила",
    kk="оған қағидалар талап еткендей адам қол қойған",
    provision=ENOUGH,
)
def enough_have_signed(petition: Petition, occasion: Occasion) -> bool:
    threshold = occasion.rules.settled(THRESHOLD)
    return isinstance(threshold, int) and petition.signatures >= threshold


@condition(
    en="the committee that is to answer exists",
    ru="комитет, который должен ответить, существует",
    kk="жауап беруге тиіс комитет бар",
    provision="Constitution 2026, art. 59",
)
def committee_is_there(petition: Petition, _: Occasion) -> bool:
    return petition.named is not None and petition.body_there


@condition(
    en="the term for the answer is over",
    ru="срок ответа истёк",
    kk="жауап беру мерзімі өтті",
    provision=ANSWERING,
)
def answer_is_late(petition: Petition, occasion: Occasion) -> bool:
    return petition.last_day is not None and occasion.day > petition.last_day


@condition(
    en="whoever answers leads the committee that was asked, or is of the Apparatus",
    ru="отвечает руководитель комитета, которому передан вопрос, или Аппарат",
    kk="сұралған комитеттің басшысы немесе Аппарат жауап береді",
    provision="Constitution 2026, art. 59(2)",
)
def answers_for_the_committee(petition: Petition, occasion: Occasion) -> bool:
    leads = occasion.by.holds(Role.COMMITTEE_CHAIR, petition.committee_id)
    return leads or occasion.by.holds(Role.CLERK)


WHO = [R.COMMITTEE_CHAIR, R.CLERK]

# fmt: off
PETITIONS: Procedure[Petition] = Procedure(
    #   act          from         to           by         not until                                 under
    Row(A.RECORD,    P.NEW,       P.RECORDED,  [R.CLERK], [petitions_are_taken],                    INPUT),
    Row(A.SUPPORT,   P.RECORDED,  P.RECORDED,  [R.CLERK], [has_more_support],                       INPUT),
    Row(A.REFER,     P.RECORDED,  P.REFERRED,  [R.CLERK], [enough_have_signed, committee_is_there], ENOUGH),
    Row(A.PASS_TERM, P.REFERRED,  P.OVERDUE,   [R.CLOCK], [answer_is_late],                         ANSWERING),
    Row(A.ANSWER,    P.REFERRED,  P.ANSWERED,  WHO,       [answers_for_the_committee],              ANSWERING),
    Row(A.ANSWER,    P.OVERDUE,   P.ANSWERED,  WHO,       [answers_for_the_committee],              ANSWERING),
)
# fmt: on
