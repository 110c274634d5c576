"""A recommendation is drafted, reworded, dropped and adopted."""

from services.hearings.domain.recommendations.procedure import RECOMMENDATIONS, WORDINGS
from services.hearings.domain.recommendations.recommendation import RecAct, Recommendation
from services.hearings.domain.recommendations.rewording import Rewording, RewordingAct
from shared.contracts.recommendations import (
    RecommendationAdopted,
    RecommendationDrafted,
    RecommendationDropped,
    RecommendationReworded,
    WordingAccepted,
    WordingDeclined,
    WordingProposed,
)
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion


def draft(recommendation: Recommendation, occasion: Occasion) -> None:
    """Draft it. Raises NotNow before the hearing, and once its recommendations are adopted."""
    RECOMMENDATIONS.take(recommendation, RecAct.DRAFT, occasion)
    recommendation.record(
        RecommendationDrafted(
            at=occasion.at,
            recommendation_id=recommendation.id,
            hearing_id=recommendation.hearing_id,
        )
    )


def drop(recommendation: Recommendation, occasion: Occasion, *, reason: Bilingual) -> None:
    """The draft goes no further."""
    RECOMMENDATIONS.take(recommendation, RecAct.DROP, occasion)
    recommendation.reason = reason
    recommendation.record(
        RecommendationDropped(
            at=occasion.at,
            recommendation_id=recommendation.id,
            hearing_id=recommendation.hearing_id,
        )
    )


def adopt(recommendation: Recommendation, occasion: Occasion) -> None:
    """The hearing adopted it, with all others."""
    RECOMMENDATIONS.take(recommendation, RecAct.ADOPT, occasion)
    recommendation.record(
        RecommendationAdopted(
            at=occasion.at,
            recommendation_id=recommendation.id,
            hearing_id=recommendation.hearing_id,
            text=recommendation.text,
            addressee=recommendation.addressee.name,
            addressee_body_id=recommendation.addressee.body_id,
        )
    )


def propose(wording: Rewording, occasion: Occasion) -> None:
    """A deputy proposes a wording. Raises NotNow where what it words is no draft."""
    WORDINGS.take(wording, RewordingAct.PROPOSE, occasion)
    wording.record(
        WordingProposed(
            at=occasion.at,
            rewording_id=wording.id,
            recommendation_id=wording.recommendation_id,
            hearing_id=wording.hearing_id,
            person_id=wording.person_id,
        )
    )


def accept(wording: Rewording, recommendation: Recommendation, occasion: Occasion) -> None:
    """The draft takes the wording over. Raises NotNow where it is no draft any more."""
    WORDINGS.take(wording, RewordingAct.ACCEPT, occasion)
    RECOMMENDATIONS.take(recommendation, RecAct.REWORD, occasion)
    recommendation.text = wording.text
    told = {"at": occasion.at, "rewording_id": wording.id, "hearing_id": wording.hearing_id}
    told["recommendation_id"] = recommendation.id
    recommendation.record(RecommendationReworded.model_validate(told))
    wording.record(WordingAccepted.model_validate(told))


def decline(wording: Rewording, occasion: Occasion, *, reason: Bilingual) -> None:
    """The draft stays as it is, for this reason."""
    WORDINGS.take(wording, RewordingAct.DECLINE, occasion)
    wording.reason = reason
    wording.record(
        WordingDeclined(
            at=occasion.at,
            rewording_id=wording.id,
            recommendation_id=wording.recommendation_id,
            hearing_id=wording.hearing_id,
            reason=reason,
        )
    )
