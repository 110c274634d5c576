"""What the hearings service tells of Government hours and of reports of the Government."""

from typing import ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime

from shared.contracts.words import Bilingual, Question
from shared.kernel.event import Fact
from shared.kernel.rules import Outcome


class GovernmentHourFact(Fact):
    """A fact about a Government hour, or about a report that deputies demanded."""

    about: ClassVar[str] = "governmenthour"

    governmenthour_id: UUID


class ReportDemanded(GovernmentHourFact):
    """A deputy demands the report of a member of the Government (art. 56(17))."""

    type: ClassVar[str] = "hearings.report_demanded.v1"

    topic: Bilingual
    person_id: UUID | None


class DemandSigned(GovernmentHourFact):
    """Another deputy joins the demand, or leaves it: so many are for it now."""

    type: ClassVar[str] = "hearings.demand_signed.v1"

    person_id: UUID | None
    signatures: int


class GovernmentHourSet(GovernmentHourFact):
    """Its topic, its members of the Government and its time are set, by whom `set_by` says."""

    type: ClassVar[str] = "hearings.government_hour_set.v1"

    topic: Bilingual
    set_by: Literal["bureau", "opposition", "demand"]
    body_id: UUID | None = None
    starts_at: AwareDatetime


class GovernmentHourMoved(GovernmentHourFact):
    """An act was taken on it, and it stands there now."""

    type: ClassVar[str] = "hearings.government_hour_moved.v1"

    act: str
    stage: str


class GovernmentHourCancelled(GovernmentHourFact):
    """It will not be held."""

    type: ClassVar[str] = "hearings.government_hour_cancelled.v1"

    reason: Bilingual


class GovernmentQuestionPut(GovernmentHourFact):
    """The Kurultai is asked to take note of the report, or to appeal to the President."""

    type: ClassVar[str] = "hearings.government_question_put.v1"

    question: Question


class GovernmentReportDecided(GovernmentHourFact):
    """The Kurultai decided on it; an appeal that is adopted goes to the President."""

    type: ClassVar[str] = "hearings.government_report_decided.v1"

    decision: str
    outcome: Outcome
    vote_id: UUID


class SpeakerNamed(GovernmentHourFact):
    """That deputy speaks for the faction, which has the floor as of right."""

    type: ClassVar[str] = "hearings.faction_speaker_named.v1"

    faction_id: UUID
    person_id: UUID


class FactionHeard(GovernmentHourFact):
    """The speaker of the faction spoke for so many minutes; None: it gave the floor up."""

    type: ClassVar[str] = "hearings.faction_heard.v1"

    faction_id: UUID
    person_id: UUID
    minutes: int | None


class PresidentResponded(GovernmentHourFact):
    """The President answered the appeal; only the President dismisses (art. 56(17))."""

    type: ClassVar[str] = "hearings.president_responded.v1"

    dismisses: bool
    words: Bilingual


class GovernmentAsked(Fact):
    """A deputy asks the Government a question for the hour."""

    type: ClassVar[str] = "hearings.government_asked.v1"
    about: ClassVar[str] = "hourquestion"

    hourquestion_id: UUID
    governmenthour_id: UUID
    person_id: UUID | None


class QuestionWithdrawn(Fact):
    """The deputy does not ask it any more."""

    type: ClassVar[str] = "hearings.government_question_withdrawn.v1"
    about: ClassVar[str] = "hourquestion"

    hourquestion_id: UUID
    governmenthour_id: UUID


class GovernmentAnswered(Fact):
    """The question was answered."""

    type: ClassVar[str] = "hearings.government_answered.v1"
    about: ClassVar[str] = "hourquestion"

    hourquestion_id: UUID
    governmenthour_id: UUID


TELLS = (
    ReportDemanded,
    DemandSigned,
    GovernmentHourSet,
    GovernmentHourMoved,
    GovernmentHourCancelled,
    GovernmentQuestionPut,
    GovernmentReportDecided,
    SpeakerNamed,
    FactionHeard,
    PresidentResponded,
    GovernmentAsked,
    GovernmentAnswered,
    QuestionWithdrawn,
)
