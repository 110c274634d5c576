"""Factions consult on who is to chair committees, before anyone is nominated."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from services.committees.domain.stages import ConsultationStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


class Voice(BaseModel):
    """A faction took part; what it said, if the record says so."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    faction_id: UUID
    says: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Sides:
    """The factions of the convocation that have deputies, and which are of the opposition."""

    committees: frozenset[UUID] = frozenset()
    majority: frozenset[UUID] = frozenset()
    opposition: frozenset[UUID] = frozenset()


@dataclass(eq=False)
class Consultation(Aggregate):
    """It counts for each of its committees until the committee gets a chair.

    Attributes:
        outcome: what was agreed, or that nothing was.
        sides: the chamber as it stands; not kept.
    """

    id: UUID
    convocation_id: UUID
    held_on: date
    committee_ids: tuple[UUID, ...]
    voices: tuple[Voice, ...]
    outcome: Bilingual
    stage: ConsultationStage = ConsultationStage.NEW
    version: int = 0
    entered_at: datetime | None = None
    sides: Sides = Sides()
