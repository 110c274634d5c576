"""A recommendation is sent, answered, and followed up until it is closed."""

from datetime import date, timedelta

from services.hearings.domain.recommendations.procedure import RECOMMENDATIONS
from services.hearings.domain.recommendations.recommendation import RecAct, Recommendation
from services.hearings.domain.words import Answer
from shared.contracts.recommendations import (
    AnswerReturned,
    RecommendationAnswered,
    RecommendationClosed,
    RecommendationFact,
    RecommendationFulfilled,
    RecommendationOverdue,
    RecommendationSent,
)
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Rules

KEY = "recommendation_answer"


def last_day(rules: Rules, sent_on: date, answer_days: int | None) -> date | None:
    """The last day on which an answer is in time, by the days that the hearing set or the rules.

    None where neither gives a term, or the rules one that needs a calendar of working days.
    """
    if answer_days is not None:
        return sent_on + timedelta(days=answer_days)
    term = rules.terms.get(KEY)
    if term is None or term.amount is None or term.needs_calendar:
        return None
    return term.last_day(sent_on)


def send(recommendation: Recommendation, occasion: Occasion) -> None:
    """Publish it, and send it to its addressee: its term begins to run."""
    RECOMMENDATIONS.take(recommendation, RecAct.SEND, occasion)
    recommendation.sent_on = occasion.day
    _ask_for_an_answer(recommendation, occasion, recommendation.answer_days)
    _tell(recommendation, occasion, RecommendationSent, answer_by=recommendation.answer_by)


def answer(recommendation: Recommendation, occasion: Occasion, given: Answer) -> None:
    """Enter what the addressee answered, in time or late."""
    RECOMMENDATIONS.take(recommendation, RecAct.ANSWER, occasion)
    recommendation.answers = (*recommendation.answers, given)
    _tell(recommendation, occasion, RecommendationAnswered, on=given.on)


def accept_answer(recommendation: Recommendation, occasion: Occasion) -> None:
    """The recommendation is fulfilled."""
    RECOMMENDATIONS.take(recommendation, RecAct.ACCEPT_ANSWER, occasion)
    _tell(recommendation, occasion, RecommendationFulfilled)


def return_answer(
    recommendation: Recommendation,
    occasion: Occasion,
    *,
    reason: Bilingual,
    answer_days: int | None,
) -> None:
    """The answer is not enough: another is asked for, in a term that begins today."""
    RECOMMENDATIONS.take(recommendation, RecAct.RETURN_ANSWER, occasion)
    *before, last = recommendation.answers
    returned = last.model_copy(update={"returned": reason})
    recommendation.answers = (*before, returned)
    _ask_for_an_answer(recommendation, occasion, answer_days or recommendation.answer_days)
    due = recommendation.answer_by
    _tell(recommendation, occasion, AnswerReturned, reason=reason, answer_by=due)


def pass_term(recommendation: Recommendation, occasion: Occasion) -> None:
    """The clock finds that no answer came in time. Raises NotNow while there still is time."""
    RECOMMENDATIONS.take(recommendation, RecAct.PASS_TERM, occasion)
    _tell(recommendation, occasion, RecommendationOverdue, answer_by=recommendation.answer_by)


def close(recommendation: Recommendation, occasion: Occasion, *, reason: Bilingual) -> None:
    """It is followed up no longer, for this reason."""
    RECOMMENDATIONS.take(recommendation, RecAct.CLOSE, occasion)
    recommendation.reason = reason
    _tell(recommendation, occasion, RecommendationClosed, reason=reason)


def _ask_for_an_answer(
    recommendation: Recommendation, occasion: Occasion, answer_days: int | None
) -> None:
    recommendation.answer_by = last_day(occasion.rules, occasion.day, answer_days)


def _tell(
    recommendation: Recommendation,
    occasion: Occasion,
    fact: type[RecommendationFact],
    **more: object,
) -> None:
    told = {
        "at": occasion.at,
        "recommendation_id": recommendation.id,
        "hearing_id": recommendation.hearing_id,
    }
    recommendation.record(fact.model_validate(told | more))
