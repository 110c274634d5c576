"""What goes in and out over HTTP. Shapes only: rules live in the domain."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query
from pydantic import AwareDatetime, ConfigDict, Field
from pydantic.config import JsonDict

from services.hearings.actions.call_hearing import Call
from services.hearings.domain.hearing import Ballots, Part, Places
from services.hearings.domain.stages import Initiator, Stage
from services.hearings.store.hearings import Wanted
from shared.contracts.words import Bilingual
from shared.web.shapes import Given, Shown

A_THEME: JsonDict = {"kk": "Ашық деректер", "ru": "Открытые данные"}
AN_ID = "0199d0a0-0000-7000-8000-000000000001"
Deputies = Annotated[int, Field(ge=0, le=10_000)]


class HearingGiven(Given):
    """A hearing to be called."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "bill_id": AN_ID,
                    "theme": A_THEME,
                    "starts_at": "2026-12-01T05:00:00Z",
                    "on_behalf_of": "bureau",
                },
                {
                    "theme": A_THEME,
                    "starts_at": "2026-12-01T05:00:00Z",
                    "on_behalf_of": "committee",
                    "body_id": AN_ID,
                },
            ]
        }
    )

    bill_id: UUID | None = Field(
        default=None, description="A bill in the register; none where it is on a theme alone."
    )
    theme: Bilingual = Field(description="What is to be heard.")
    starts_at: AwareDatetime = Field(description="When it begins.")
    on_behalf_of: Initiator = Field(description="Who calls it.")
    body_id: UUID | None = Field(
        default=None, description="The committee or faction; none for the Bureau."
    )

    def call(self) -> Call:
        return Call(self.bill_id, self.theme, self.starts_at, self.on_behalf_of, self.body_id)


class HoldingGiven(Given):
    """That it took place."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"taking_part": 21}]})

    taking_part: Deputies = Field(description="Deputies who took part.")


class RecommendationsGiven(Given):
    """What it recommends, and how the deputies who took part voted."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"recommendations": [A_THEME], "votes_for": 19, "taking_part": 21}]
        }
    )

    recommendations: tuple[Bilingual, ...] = Field(
        min_length=1, max_length=100, description="One by one, in their order."
    )
    votes_for: Deputies = Field(description="Deputies in favour.")
    taking_part: Deputies = Field(description="Deputies who took part, as at the holding.")

    def ballots(self) -> Ballots:
        return Ballots(self.votes_for, self.taking_part)


class ReasonGiven(Given):
    """Why, in Kazakh and Russian."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": A_THEME}]})

    reason: Bilingual = Field(description="The words for the public record.")


class HearingShown(Shown):
    """A hearing as it stands."""

    id: UUID
    version: int
    stage: Stage
    bill_id: UUID | None = Field(description="None where it is on a theme alone.")
    theme: Bilingual
    starts_at: datetime
    on_behalf_of: Initiator
    body_id: UUID | None = Field(description="The committee or faction that called it.")
    called_at: datetime | None
    decided_at: datetime | None = Field(description="When it was decided whether it is held.")
    opened_at: datetime | None
    closed_at: datetime | None
    parts: tuple[Part, ...] = Field(description="Its parts in their order, open and closed.")
    places: Places = Field(description="For public and media; null where nobody counts them.")
    taking_part: int | None = Field(description="Deputies who took part, once it was held.")
    votes_for: int | None = Field(description="Deputies for the recommendations.")
    recommendations: tuple[Bilingual, ...]
    reason: Bilingual | None = Field(description="Why it was cancelled or declined.")


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which hearings a list is to show."""

    bill_id: UUID | None = None
    stage: Stage | None = None
    initiator: Initiator | None = None
    body_id: UUID | None = None
    since: Annotated[date | None, Query(alias="from")] = None
    until: Annotated[date | None, Query(alias="to", description="That day included.")] = None

    def wanted(self) -> Wanted:
        return Wanted(
            bill_id=self.bill_id,
            stage=self.stage,
            on_behalf_of=self.initiator,
            body_id=self.body_id,
            since=self.since,
            until=self.until,
        )


Asked = Annotated[_Asked, Depends()]
"""What a reader asks of the list of hearings."""
