"""What is told of elections to offices beside those of committee chairs, and of recalls."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from pydantic import Field

from shared.contracts.words import Line, Question
from shared.kernel.actor import Role
from shared.kernel.event import Fact


class FactionsConsulted(Fact):
    """Factions consulted on who is to chair these committees."""

    type: ClassVar[str] = "committees.factions_consulted.v1"
    about: ClassVar[str] = "consultation"

    consultation_id: UUID
    convocation_id: UUID
    committee_ids: tuple[UUID, ...]
    faction_ids: tuple[UUID, ...]
    held_on: date


class OfficerNominated(Fact):
    """A deputy stands for an office of the Kurultai, or in a secret ballot for a committee's."""

    type: ClassVar[str] = "committees.officer_nominated.v1"
    about: ClassVar[str] = "candidacy"

    candidacy_id: UUID
    role: Role
    body_id: UUID | None = None
    person_id: UUID
    question: Question | None = Field(default=None, description="None: the ballot is secret.")


class _OfficerDecided(Fact):
    """What the Kurultai decided on a candidate."""

    about: ClassVar[str] = "candidacy"

    candidacy_id: UUID
    role: Role
    body_id: UUID | None = None
    person_id: UUID
    vote_id: UUID | None = Field(default=None, description="None: the ballot was secret.")


class OfficerElected(_OfficerDecided):
    """The Kurultai elected that candidate."""

    type: ClassVar[str] = "committees.officer_elected.v1"


class OfficerNotElected(_OfficerDecided):
    """The Kurultai did not elect that candidate."""

    type: ClassVar[str] = "committees.officer_not_elected.v1"


class CandidacyEnded(Fact):
    """Nobody votes on that candidate any more: withdrawn, or the office was filled."""

    type: ClassVar[str] = "committees.candidacy_ended.v1"
    about: ClassVar[str] = "candidacy"

    candidacy_id: UUID
    question_id: UUID
    ground: Line


class RecallProposed(Fact):
    """The Kurultai is asked to recall whoever holds an office, or to accept the resignation."""

    type: ClassVar[str] = "committees.recall_proposed.v1"
    about: ClassVar[str] = "recall"

    recall_id: UUID
    office_id: UUID
    person_id: UUID
    role: Role
    resigns: bool
    question: Question


class RecallDecided(Fact):
    """The Kurultai recalled the holder, or did not."""

    type: ClassVar[str] = "committees.recall_decided.v1"
    about: ClassVar[str] = "recall"

    recall_id: UUID
    office_id: UUID
    recalled: bool
    vote_id: UUID


class RecallLapsed(Fact):
    """The office was left before the Kurultai decided."""

    type: ClassVar[str] = "committees.recall_lapsed.v1"
    about: ClassVar[str] = "recall"

    recall_id: UUID
    office_id: UUID
    question_id: UUID


TELLS = (
    FactionsConsulted,
    OfficerNominated,
    OfficerElected,
    OfficerNotElected,
    CandidacyEnded,
    RecallProposed,
    RecallDecided,
    RecallLapsed,
)
