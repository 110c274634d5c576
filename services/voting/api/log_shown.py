"""What goes in and out of the log's routes."""

from datetime import datetime
from uuid import UUID

from pydantic import ConfigDict, Field

from services.voting.domain.stages import WitnessStage
from shared.contracts.words import Bilingual, Line
from shared.web.shapes import Given, Shown


class KeysShown(Shown):
    """Public keys as vkeys (C2SP signed-note): name, id, and the key in Base64."""

    origin: str = Field(description="The name of the log, the first line of every checkpoint.")
    log: str = Field(description="Signs checkpoints.")
    receipts: str = Field(description="Signs receipts of ballots.")


class WitnessGiven(Given):
    """Who is to witness the log."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "vkey": "auditor+2f6f9e1a+BLrQtC3FJyVxCSmKb5XcWz5JzVbQ1Pz6m3yZc0m5W8aA",
                    "of": {"kk": "Есеп палатасының аудиторы", "ru": "Аудитор"},
                }
            ]
        }
    )

    vkey: Line = Field(description="The key as `kurultai witness` prints it.")
    of: Bilingual = Field(description="Whose it is: a faction, an auditor.")


class WitnessShown(Shown):
    """A witness of the log."""

    id: UUID
    version: int
    stage: WitnessStage
    vkey: str
    of: Bilingual
    admitted_at: datetime


class CosignaturesKept(Shown):
    kept: int = Field(description="How many of the cosignatures were not there before.")
