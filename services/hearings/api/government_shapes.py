"""What goes in and out of the routes of Government hours."""

from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field
from pydantic.config import JsonDict

from services.hearings.actions.run_government_hour import Agenda
from services.hearings.domain.government_hour import (
    Decided,
    DecisionKind,
    FactionSpeaker,
    HourStage,
    Member,
    Report,
    Response,
    SetBy,
    Signature,
)
from services.hearings.domain.hour_question import AskStage
from shared.contracts.words import Bilingual
from shared.web.shapes import Given, Shown

MOST_MEMBERS, MOST_MINUTES = 40, 1440
A_TOPIC: JsonDict = {"kk": "Су ресурстары туралы", "ru": "О водных ресурсах"}
A_MEMBER: JsonDict = {
    "name": {"kk": "Министр", "ru": "Министр"},
    "office": {"kk": "Су ресурстары министрі", "ru": "Министр водных ресурсов"},
}


class MemberGiven(Given):
    """A member of the Government."""

    name: Bilingual
    office: Bilingual

    def member(self) -> Member:
        return Member(name=self.name, office=self.office)


class DemandGiven(Given):
    """On what a report is demanded, and of whom."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"topic": A_TOPIC, "members": [A_MEMBER]}]}
    )

    topic: Bilingual
    members: tuple[MemberGiven, ...] = Field(min_length=1, max_length=MOST_MEMBERS)

    def agenda(self) -> Agenda:
        return Agenda(self.topic, tuple(one.member() for one in self.members), SetBy.DEMAND)


class HourGiven(DemandGiven):
    """A Government hour to be set."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "topic": A_TOPIC,
                    "members": [A_MEMBER],
                    "starts_at": "2026-12-07T05:00:00Z",
                }
            ]
        }
    )

    starts_at: AwareDatetime
    body_id: UUID | None = Field(
        default=None, description="The faction of the opposition that sets it; none: the Bureau."
    )

    def agenda(self) -> Agenda:
        set_by = SetBy.BUREAU if self.body_id is None else SetBy.OPPOSITION
        members = tuple(one.member() for one in self.members)
        return Agenda(self.topic, members, set_by, self.body_id, self.starts_at)


class AppointmentGiven(Given):
    """When the demanded report is heard."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"starts_at": "2026-12-07T05:00:00Z"}]}
    )

    starts_at: AwareDatetime


class ReportGiven(Given):
    """A report that was heard."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"member": 1, "minutes": 25}]})

    member: int = Field(ge=1, le=MOST_MEMBERS, description="Which of the members, from 1.")
    minutes: int = Field(ge=1, le=MOST_MINUTES)


class DecisionGiven(Given):
    """Which of the two decisions is put to the vote."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"kind": "take_note"}]})

    kind: DecisionKind


class WordsGiven(Given):
    """A question, an answer, or a reason."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": A_TOPIC}]})

    text: Bilingual


class HourShown(Shown):
    """A Government hour, or a report that deputies demand."""

    id: UUID
    version: int
    stage: HourStage
    topic: Bilingual
    members: tuple[Member, ...]
    set_by: SetBy
    body_id: UUID | None
    starts_at: datetime | None
    set_at: datetime | None
    signatures: tuple[Signature, ...] = Field(description="Of a demand, in person.")
    reports: tuple[Report, ...]
    decisions: tuple[Decided, ...]
    opened_at: datetime | None
    closed_at: datetime | None
    reason: Bilingual | None = Field(description="Why it was cancelled.")
    speakers: tuple[FactionSpeaker, ...] = Field(description="For factions, as of right.")
    response: Response | None = Field(description="Of the President, to an appeal.")


class QuestionShown(Shown):
    """A question of a deputy to the Government."""

    id: UUID
    version: int
    stage: AskStage
    hour_id: UUID
    person_id: UUID | None
    text: Bilingual
    guaranteed: bool = Field(description="The hour does not end without an answer to it.")
    answer: Bilingual | None
    asked_at: datetime
    answered_at: datetime | None
