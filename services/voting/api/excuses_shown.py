"""What goes in and out of the routes of excuses."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import ConfigDict, Field

from services.voting.domain.excuse import Excuse
from services.voting.domain.stages import ExcuseStage, Ground
from shared.contracts.words import Bilingual, Line
from shared.kernel.actor import Actor, Role
from shared.web.shapes import Given, Shown

SEE_GROUNDS = (Role.CLERK, Role.CHAIR, Role.DEPUTY_CHAIR)


class ExcuseGiven(Given):
    """Why a deputy is away from a sitting."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "person_id": "019ab3f0-5d2a-7c11-9c1e-2f4b7a60d001",
                    "ground": "mission",
                    "reference": "№ 114-ө өкімі",
                    "dated": "2026-11-30",
                }
            ]
        }
    )

    person_id: UUID = Field(description="Whose absence it is.")
    ground: Ground = Field(description="Why; `other` needs words.")
    words: Bilingual | None = Field(default=None, description="More about it.")
    reference: Line = Field(description="The paper it rests on: a certificate, an order.")
    dated: date = Field(description="The day of that paper.")


class ExcuseShown(Shown):
    """That an absence is excused. Why is for the Apparatus, who presides, and the deputy."""

    id: UUID
    version: int
    stage: ExcuseStage
    sitting_id: UUID
    person_id: UUID
    recorded_by: UUID
    recorded_at: datetime
    taken_back_by: UUID | None
    taken_back_at: datetime | None
    ground: Ground | None = None
    words: Bilingual | None = None
    reference: str | None = None
    dated: date | None = None

    @classmethod
    def to(cls, reader: Actor, excuse: Excuse) -> Self:
        """As much of it as the reader may see: illness is nobody else's business."""
        shown = cls.model_validate(excuse)
        if reader.person_id == excuse.person_id or any(map(reader.holds, SEE_GROUNDS)):
            return shown
        hidden = dict.fromkeys(("ground", "words", "reference", "dated"))
        return shown.model_copy(update=hidden)
