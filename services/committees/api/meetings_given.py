"""What clients send of decisions of meetings and of follow-ups."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from services.committees.actions.decide_at_meeting import Decided
from services.committees.api.given import AN_ID, ANOTHER_ID
from services.committees.domain.meeting import Count, Done, Wanted
from shared.contracts.words import Bilingual
from shared.web.shapes import Given

MOST_COMMITTEES = 20
Committees = Annotated[list[UUID], Field(min_length=1, max_length=MOST_COMMITTEES)]


class DecisionGiven(Given):
    """What a meeting of one committee, or a joint one of several, decided on the bill."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "held_on": "2026-11-23",
                    "committee_ids": [AN_ID, ANOTHER_ID],
                    "count": {"present": 15, "votes_for": 12, "against": 2, "abstained": 1},
                },
                {"held_on": "2026-11-23", "committee_ids": [AN_ID], "vote_id": ANOTHER_ID},
            ]
        }
    )

    held_on: date = Field(description="The day of the meeting.")
    committee_ids: Committees = Field(description="Whose meeting it was, the lead committee too.")
    sitting_id: UUID | None = Field(default=None, description="The sitting, if it is kept here.")
    vote_id: UUID | None = Field(default=None, description="A certified vote; or a count.")
    count: Count | None = Field(default=None, description="As the secretary counted; or a vote.")

    def decided(self) -> Decided:
        return self.model_dump()


class FollowUpGiven(Given):
    """What the committee wants done."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "what": {"kk": "Заңға тәуелді актілер", "ru": "Подзаконные акты"},
                    "who": {"kk": "Министрлік", "ru": "Министерство"},
                    "day": "2027-02-01",
                }
            ]
        }
    )

    what: Bilingual = Field(description="What is to be done.")
    who: Bilingual = Field(description="Who is to do it.")
    day: date | None = Field(default=None, description="By when, if the committee says so.")

    def wanted(self) -> Wanted:
        return Wanted(what=self.what, who=self.who, day=self.day)


class DoneGiven(Given):
    """That it was done."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"day": "2026-11-23", "note": {"kk": "Орындалды", "ru": "Исполнено"}}]
        }
    )

    day: date = Field(description="When it was done.")
    note: Bilingual | None = Field(default=None, description="What came of it.")

    def done(self) -> Done:
        return Done(day=self.day, note=self.note)
