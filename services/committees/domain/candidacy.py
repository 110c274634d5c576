"""A candidacy for an office to which the Kurultai elects."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.committees.domain.composition import NOBODY, Composition
from services.committees.domain.stages import CandidacyStage
from shared.contracts.words import Bilingual, Line
from shared.kernel.actor import Role
from shared.kernel.aggregate import Aggregate

Papers = Annotated[int, Field(strict=True, ge=0, le=10_000)]


class Ballot(StrEnum):
    """Open: a question put to the Kurultai, voted on by name. Secret: on paper."""

    OPEN = "open"
    SECRET = "secret"  # noqa: S105 a way of voting


class SecretBallot(BaseModel):
    """What the counting commission found: numbers only, for nobody may learn who voted how.

    Attributes:
        registered: deputies at the sitting; `issued` ballot papers, of which the rest is the count.
        protocol: the commission's signed protocol, by number or place in the archive.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    held_on: date
    registered: Papers
    issued: Papers
    votes_for: Papers
    against: Papers
    invalid: Papers
    protocol: Line


@dataclass(eq=False)
class Candidacy(Aggregate):
    """`reserved` says whether the chair of the committee is reserved for the opposition.

    Attributes:
        role: the office; of a committee, if `committee_id` names one.
        speaks_kazakh: attested of a candidate for the office of the Chair.
        last_day: of the term for which the candidate stands, if one was decided.
        nominated_by: who may withdraw the candidacy, beside the candidate.
        composition: that in force; this and what follows is not kept.
        consulted: whether the factions consulted since the office was last held.
    """

    id: UUID
    convocation_id: UUID
    committee_id: UUID | None
    committee_name: Bilingual | None
    reserved: bool
    person_id: UUID
    question_id: UUID
    role: Role = Role.COMMITTEE_CHAIR
    ballot: Ballot = Ballot.OPEN
    speaks_kazakh: bool | None = None
    last_day: date | None = None
    nominated_by: UUID | None = None
    name: Bilingual | None = None
    vote_id: UUID | None = None
    secret: SecretBallot | None = None
    stage: CandidacyStage = CandidacyStage.NEW
    version: int = 0
    composition: Composition = NOBODY
    consulted: bool = False
    stands_already: bool = False
    counted: SecretBallot | None = None
