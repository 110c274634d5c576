"""A candidacy for the chair of a committee, on which the Kurultai votes."""

from dataclasses import dataclass
from uuid import UUID

from services.committees.domain.composition import NOBODY, Composition
from services.committees.domain.stages import CandidacyStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class Candidacy(Aggregate):
    """`reserved` says whether the chair is reserved for the opposition.

    The `composition` in force is not kept.
    """

    id: UUID
    convocation_id: UUID
    committee_id: UUID
    committee_name: Bilingual
    reserved: bool
    person_id: UUID
    question_id: UUID
    name: Bilingual | None = None
    vote_id: UUID | None = None
    stage: CandidacyStage = CandidacyStage.NEW
    version: int = 0
    composition: Composition = NOBODY
