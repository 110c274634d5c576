"""The Kurultai is asked to recall whoever it elected, or to accept the resignation."""

from dataclasses import dataclass
from uuid import UUID

from services.committees.domain.stages import RecallStage
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.aggregate import Aggregate

ELECTED = (Role.CHAIR, Role.DEPUTY_CHAIR, Role.COMMITTEE_CHAIR)
"""Offices to which the Kurultai elects."""


@dataclass(eq=False)
class Recall(Aggregate):
    """Attributes that are not kept: whether the office is `held`, and another recall is asked."""

    id: UUID
    office_id: UUID
    role: Role
    body_id: UUID | None
    person_id: UUID
    name: Bilingual
    question_id: UUID
    ground: Bilingual
    resigns: bool = False
    vote_id: UUID | None = None
    stage: RecallStage = RecallStage.NEW
    version: int = 0
    held: bool = True
    asked_already: bool = False
