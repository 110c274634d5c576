"""Witnesses of the log: a faction, an auditor, whoever else keeps its heads and cosigns them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.voting.domain.stages import WitnessStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class Witness(Aggregate):
    """A key whose cosignatures are kept; `of` says whose it is."""

    id: UUID
    vkey: str
    of: Bilingual
    stage: WitnessStage = WitnessStage.NEW
    version: int = 0
    admitted_at: datetime | None = None
