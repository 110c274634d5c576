"""A deputy would have a recommendation worded otherwise: whoever runs the hearing decides."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from services.hearings.domain.of_hearing import OfHearing
from services.hearings.domain.recommendations.recommendation import Recommendation, RecStage
from shared.contracts.words import Bilingual


class RewordingStage(StrEnum):
    NEW = "new"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class RewordingAct(StrEnum):
    PROPOSE = "propose_wording"
    ACCEPT = "accept_wording"
    DECLINE = "decline_wording"


@dataclass(eq=False, kw_only=True)
class Rewording(OfHearing):
    """`of` is the recommendation, seen for one act and not kept with it."""

    recommendation_id: UUID
    person_id: UUID
    text: Bilingual
    stage: RewordingStage = RewordingStage.NEW
    reason: Bilingual | None = None
    of: Recommendation | None = None

    @property
    def is_of_a_draft(self) -> bool:
        return self.of is not None and self.of.stage is RecStage.DRAFTED
