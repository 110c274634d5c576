"""The path of a recommendation, and that of a deputy's wording of it."""

from services.hearings.domain.of_hearing import RUNNERS, OfHearing, runs_the_hearing
from services.hearings.domain.recommendations.recommendation import RecAct as A
from services.hearings.domain.recommendations.recommendation import Recommendation
from services.hearings.domain.recommendations.recommendation import RecStage as S
from services.hearings.domain.recommendations.rewording import Rewording
from services.hearings.domain.recommendations.rewording import RewordingAct as W
from services.hearings.domain.recommendations.rewording import RewordingStage as T
from services.hearings.domain.stages import Stage
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Procedure, Row, condition

RULE = "rules profile: hearing_recommendations (unknown)"
FOLLOW_UP = "rules profile: recommendation_answer (unknown)"


@condition(
    en="the hearing has begun, and its recommendations are not adopted yet",
    ru="слушания начались, а их рекомендации ещё не приняты",
    kk="тыңдау басталды, ал оның ұсынымдары әлі қабылданған жоқ",
    provision=RULE,
)
def recommendations_are_being_drafted(case: OfHearing, _: Occasion) -> bool:
    return case.hearing.stage in {Stage.OPEN, Stage.HELD}


@condition(
    en="the recommendation stands as a draft",
    ru="рекомендация находится в проекте",
    kk="ұсыным жоба күйінде тұр",
    provision=RULE,
)
def recommendation_is_a_draft(wording: Rewording, _: Occasion) -> bool:
    return wording.is_of_a_draft


@condition(
    en="the last day on which it could be answered has passed",
    ru="последний день для ответа прошёл",
    kk="жауап беруге болатын соңғы күн өтті",
    provision=FOLLOW_UP,
)
def term_has_passed(recommendation: Recommendation, occasion: Occasion) -> bool:
    last = recommendation.answer_by
    return last is not None and occasion.day > last


DRAFTING = [runs_the_hearing, recommendations_are_being_drafted]
OURS = [runs_the_hearing]

# fmt: off
RECOMMENDATIONS: Procedure[Recommendation] = Procedure(
    #   act               from        to           by            not until          under
    Row(A.DRAFT,          S.NEW,      S.DRAFTED,   RUNNERS,      DRAFTING,          RULE),
    Row(A.REWORD,         S.DRAFTED,  S.DRAFTED,   RUNNERS,      DRAFTING,          RULE),
    Row(A.DROP,           S.DRAFTED,  S.DROPPED,   RUNNERS,      DRAFTING,          RULE),
    Row(A.ADOPT,          S.DRAFTED,  S.ADOPTED,   RUNNERS,      OURS,              RULE),
    Row(A.SEND,           S.ADOPTED,  S.SENT,      RUNNERS,      OURS,              FOLLOW_UP),
    Row(A.PASS_TERM,      S.SENT,     S.OVERDUE,   [Role.CLOCK], [term_has_passed], FOLLOW_UP),
    Row(A.ANSWER,         S.SENT,     S.ANSWERED,  RUNNERS,      OURS,              FOLLOW_UP),
    Row(A.ANSWER,         S.OVERDUE,  S.ANSWERED,  RUNNERS,      OURS,              FOLLOW_UP),
    Row(A.ACCEPT_ANSWER,  S.ANSWERED, S.FULFILLED, RUNNERS,      OURS,              FOLLOW_UP),
    Row(A.RETURN_ANSWER,  S.ANSWERED, S.SENT,      RUNNERS,      OURS,              FOLLOW_UP),
    Row(A.CLOSE,          S.ADOPTED,  S.CLOSED,    RUNNERS,      OURS,              FOLLOW_UP),
    Row(A.CLOSE,          S.SENT,     S.CLOSED,    RUNNERS,      OURS,              FOLLOW_UP),
    Row(A.CLOSE,          S.OVERDUE,  S.CLOSED,    RUNNERS,      OURS,              FOLLOW_UP),
    Row(A.CLOSE,          S.ANSWERED, S.CLOSED,    RUNNERS,      OURS,              FOLLOW_UP),
)

WORDINGS: Procedure[Rewording] = Procedure(
    #   act        from        to          by             not until                                                       under
    Row(W.PROPOSE, T.NEW,      T.PROPOSED, [Role.DEPUTY], [recommendations_are_being_drafted, recommendation_is_a_draft], RULE),
    Row(W.ACCEPT,  T.PROPOSED, T.ACCEPTED, RUNNERS,       DRAFTING,                                                       RULE),
    Row(W.DECLINE, T.PROPOSED, T.DECLINED, RUNNERS,       DRAFTING,                                                       RULE),
)
# fmt: on
