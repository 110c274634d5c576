"""What is told of the recommendations of hearings: from the draft to what came of them."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from shared.contracts.words import Bilingual
from shared.kernel.event import Fact


class RecommendationFact(Fact):
    """A fact about one recommendation of a hearing."""

    about: ClassVar[str] = "recommendation"

    recommendation_id: UUID
    hearing_id: UUID


class RecommendationDrafted(RecommendationFact):
    """A recommendation stands as a draft."""

    type: ClassVar[str] = "hearings.recommendation_drafted.v1"


class RecommendationReworded(RecommendationFact):
    """The draft has the wording that a deputy proposed."""

    type: ClassVar[str] = "hearings.recommendation_reworded.v1"

    rewording_id: UUID


class RecommendationDropped(RecommendationFact):
    """The draft was dropped."""

    type: ClassVar[str] = "hearings.recommendation_dropped.v1"


class RecommendationAdopted(RecommendationFact):
    """The hearing adopted it, in these words and to that addressee."""

    type: ClassVar[str] = "hearings.recommendation_adopted.v1"

    text: Bilingual
    addressee: Bilingual
    addressee_body_id: UUID | None = None


class RecommendationSent(RecommendationFact):
    """It is published, and with its addressee; `answer_by` is the last day in time, if any."""

    type: ClassVar[str] = "hearings.recommendation_sent.v1"

    answer_by: date | None = None


class RecommendationOverdue(RecommendationFact):
    """The last day passed without an answer."""

    type: ClassVar[str] = "hearings.recommendation_overdue.v1"

    answer_by: date


class RecommendationAnswered(RecommendationFact):
    """Its addressee answered on that day."""

    type: ClassVar[str] = "hearings.recommendation_answered.v1"

    on: date


class AnswerReturned(RecommendationFact):
    """The answer was not taken for enough: another is asked for."""

    type: ClassVar[str] = "hearings.answer_returned.v1"

    reason: Bilingual
    answer_by: date | None = None


class RecommendationFulfilled(RecommendationFact):
    """The answer was accepted: the recommendation is fulfilled."""

    type: ClassVar[str] = "hearings.recommendation_fulfilled.v1"


class RecommendationClosed(RecommendationFact):
    """It is followed up no longer."""

    type: ClassVar[str] = "hearings.recommendation_closed.v1"

    reason: Bilingual


class RewordingFact(Fact):
    """A fact about a deputy's wording of a recommendation."""

    about: ClassVar[str] = "rewording"

    rewording_id: UUID
    recommendation_id: UUID
    hearing_id: UUID


class WordingProposed(RewordingFact):
    """A deputy proposed another wording."""

    type: ClassVar[str] = "hearings.wording_proposed.v1"

    person_id: UUID


class WordingAccepted(RewordingFact):
    """The wording was taken over."""

    type: ClassVar[str] = "hearings.wording_accepted.v1"


class WordingDeclined(RewordingFact):
    """The wording was not taken over."""

    type: ClassVar[str] = "hearings.wording_declined.v1"

    reason: Bilingual


TELLS = (
    RecommendationDrafted,
    RecommendationReworded,
    RecommendationDropped,
    RecommendationAdopted,
    RecommendationSent,
    RecommendationOverdue,
    RecommendationAnswered,
    AnswerReturned,
    RecommendationFulfilled,
    RecommendationClosed,
    WordingProposed,
    WordingAccepted,
    WordingDeclined,
)
