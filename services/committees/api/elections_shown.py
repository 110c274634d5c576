"""What clients are shown of elections, consultations and recalls."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from services.committees.domain.candidacy import Ballot, SecretBallot
from services.committees.domain.consultation import Voice
from services.committees.domain.stages import CandidacyStage, ConsultationStage, RecallStage
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.web.shapes import Shown


class CandidacyShown(Shown):
    """A candidacy, and the question on which the Kurultai votes, unless the ballot is secret."""

    id: UUID
    version: int
    stage: CandidacyStage
    role: Role
    committee_id: UUID | None
    committee_name: Bilingual | None
    person_id: UUID
    name: Bilingual
    nominated_by: UUID | None
    last_day: date | None = Field(description="Of the term for which the candidate stands.")
    ballot: Ballot
    question_id: UUID
    vote_id: UUID | None = Field(description="The vote that decided.")
    secret: SecretBallot | None = Field(description="The secret ballot that decided, in numbers.")


class ConsultationShown(Shown):
    """A consultation of factions; it counts for a committee until a chair is elected."""

    id: UUID
    version: int
    stage: ConsultationStage
    convocation_id: UUID
    held_on: date
    committee_ids: tuple[UUID, ...]
    voices: tuple[Voice, ...]
    outcome: Bilingual
    entered_at: datetime


class RecallShown(Shown):
    """The Kurultai is asked to end an office that it filled."""

    id: UUID
    version: int
    stage: RecallStage
    office_id: UUID
    role: Role
    body_id: UUID | None
    person_id: UUID
    name: Bilingual
    resigns: bool
    ground: Bilingual
    question_id: UUID
    vote_id: UUID | None = Field(description="The vote that decided.")
