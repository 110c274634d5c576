"""What goes in and out about officials who are heard every year."""

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from services.hearings.api.shapes import A_THEME
from services.hearings.domain.oversight.officials import Duty, OfficialStage
from shared.contracts.words import Bilingual
from shared.web.shapes import Given, Shown


class OfficialGiven(Given):
    """That an official was heard."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"kind": "audit_chair_report", "day": "2026-11-20", "name": A_THEME}]
        }
    )

    kind: Duty = Field(description="What is due every year.")
    day: date = Field(description="The day on which it was heard.")
    name: Bilingual = Field(description="Who was heard, in which office.")


class OfficialShown(Shown):
    """The hearing of an official."""

    id: UUID
    version: int
    stage: OfficialStage
    kind: Duty
    day: date
    name: Bilingual
    reason: Bilingual | None = Field(description="Why it was struck.")


class DueShown(Shown):
    """Of a calendar year: how often it is due, was held, and is left."""

    kind: Duty
    year: int
    needed: int | None = Field(description="None where no source says how often.")
    held: int
    left: int | None
    provision: str
