"""What clients send on the rarer ways of a bill. Shapes only."""

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from services.bills.api.given import A_REASON, A_TEXT, CorrectedTextsGiven, ReasonGiven
from services.bills.domain.acts.objections import Returning
from services.bills.domain.beyond import Departure, TemporaryAct
from services.bills.domain.stages import Stage
from shared.contracts.bills_beyond import EmergencyGround
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.web.shapes import Given

ArticleNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,5}(-[0-9]{1,3})?$")]


class EmergencyGiven(Given):
    """Why the bill does not bear delay."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"ground": "life_or_health"}]})

    ground: EmergencyGround = Field(description="One of the four of art. 60(4).")


class TemporaryActGiven(TemporaryAct):
    """A temporary act of the Government with the force of law."""


class CourtDecisionGiven(Given):
    """What the Constitutional Court decided, from its published decision."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"constitutional": True, "decision": A_REASON}]}
    )

    constitutional: bool = Field(description="A law held unconstitutional cannot be signed.")
    decision: Bilingual = Field(description="Number, date and words of the decision.")


class ObjectionsGiven(ReasonGiven):
    """The President's objections, to the whole law or to some of its articles."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"reason": A_REASON, "articles": ["5", "33-1"], "wording": A_TEXT}]
        }
    )

    articles: tuple[ArticleNumber, ...] = Field(
        default=(), max_length=500, description="Their numbers; none means the whole law."
    )
    wording: CorrectedTextsGiven | None = Field(
        default=None, description="The whole texts in the wording that the President proposes."
    )

    def returning(self) -> Returning:
        wording = self.wording.texts() if self.wording else None
        return Returning(self.reason, tuple(dict.fromkeys(self.articles)), wording)


class DepartureGiven(ReasonGiven):
    """What parliament did outside the table, why, and by which document."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "to": "scheduled",
                    "reason": A_REASON,
                    "source": {"kk": "Құрылтай қаулысы № 12", "ru": "Постановление № 12"},
                    "dated": "2026-12-01",
                }
            ]
        }
    )

    to: Stage = Field(description="Where the bill stands after it.")
    source: Bilingual = Field(description="The document by which it was decided.")
    dated: date = Field(description="The document's day.")
    readings_passed: int | None = Field(
        default=None, ge=0, le=9, description="How many readings count as passed then."
    )

    def departure(self, occasion: Occasion) -> Departure:
        return Departure(
            to=self.to,
            reason=self.reason,
            source=self.source,
            dated=self.dated,
            readings_passed=self.readings_passed,
            proposed_by=occasion.by.person_id,
            proposed_at=occasion.at,
        )
