"""What goes in and out when a hearing recommends, and when its addressees answer."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query
from pydantic import ConfigDict, Field

from services.hearings.actions.draft_recommendation import Draft
from services.hearings.api.insiders import Insider
from services.hearings.api.shapes import A_THEME, Deputies
from services.hearings.domain.hearing import Ballots
from services.hearings.domain.recommendations.recommendation import Addressee, RecStage
from services.hearings.domain.recommendations.rewording import RewordingStage
from services.hearings.domain.words import Answer, Said
from services.hearings.store.recommendations import WantedRecommendations
from shared.contracts.words import Bilingual
from shared.web.shapes import Given, Shown

AnswerDays = Annotated[int, Field(ge=1, le=3660)]


class DraftGiven(Given):
    """A recommendation to be drafted."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"text": A_THEME, "addressee": {"name": A_THEME}, "answer_days": 30}]
        }
    )

    text: Bilingual = Field(description="What is recommended.")
    addressee: Addressee = Field(description="To whom.")
    answer_days: AnswerDays | None = Field(
        default=None, description="Days to answer, from the day it is sent; else as the rules say."
    )

    def draft(self) -> Draft:
        return Draft(self.text, self.addressee, self.answer_days)


class WordingGiven(Given):
    """Another wording."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": A_THEME}]})

    text: Bilingual = Field(description="The whole recommendation as it should read.")


class AdoptionGiven(Given):
    """How the deputies who took part voted on all that was drafted."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"votes_for": 19, "taking_part": 21}]}
    )

    votes_for: Deputies = Field(description="Deputies in favour.")
    taking_part: Deputies = Field(description="Deputies who took part, as at the close.")

    def ballots(self) -> Ballots:
        return Ballots(self.votes_for, self.taking_part)


class AnswerGiven(Given):
    """What the addressee answered."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": A_THEME, "on": "2026-12-20"}]}
    )

    text: Said = Field(description="In Kazakh, in Russian, or in both.")
    on: date = Field(description="The day of the answer.")

    def answer(self) -> Answer:
        return Answer(text=self.text, on=self.on)


class ReturnGiven(Given):
    """Why an answer is not enough."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"reason": A_THEME, "answer_days": 10}]}
    )

    reason: Bilingual = Field(description="The words for the public record.")
    answer_days: AnswerDays | None = Field(
        default=None, description="Days to answer again; else as many as before."
    )


class RecommendationShown(Shown):
    """A recommendation as it stands."""

    id: UUID
    version: int
    stage: RecStage
    hearing_id: UUID
    number: int = Field(description="Its place among those of the hearing.")
    text: Bilingual
    addressee: Addressee
    answer_days: int | None
    sent_on: date | None
    answer_by: date | None = Field(
        description="The last day in time; none before it is sent, or where no term is known."
    )
    answers: tuple[Answer, ...] = Field(description="Oldest first; a returned one says why.")
    reason: Bilingual | None = Field(description="Why it was dropped or closed.")


class WordingShown(Shown):
    """A deputy's wording of a recommendation."""

    id: UUID
    version: int
    stage: RewordingStage
    recommendation_id: UUID
    person_id: UUID
    text: Bilingual
    reason: Bilingual | None = Field(description="Why it was declined.")


@dataclass(frozen=True, slots=True)
class _AskedRecommendations:
    """Which recommendations a list is to show."""

    insider: Insider
    state: RecStage | None = None
    overdue: Annotated[
        bool | None, Query(description="Those whose term passed without an answer, or the others.")
    ] = None
    hearing_id: UUID | None = None
    addressee_id: Annotated[UUID | None, Query(description="A body of the Kurultai.")] = None

    def wanted(self) -> WantedRecommendations:
        return WantedRecommendations(
            insiders=self.insider,
            stage=self.state,
            overdue=self.overdue,
            hearing_id=self.hearing_id,
            addressee_id=self.addressee_id,
        )


AskedRecommendations = Annotated[_AskedRecommendations, Depends()]
"""What a reader asks of the list of recommendations."""
