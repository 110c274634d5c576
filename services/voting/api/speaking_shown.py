"""What goes in and out of the routes of debates."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from pydantic import ConfigDict, Field

from services.voting.domain.speaking import Debate, DebateStage, Speech, SpeechKind, SpeechStage
from shared.contracts.words import Bilingual
from shared.web.shapes import Given, Shown


class DebateGiven(Given):
    """What the debate is about."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"item_id": "019ab3f0-5d2a-7c11-9c1e-2f4b7a60d004"}]}
    )

    item_id: UUID | None = Field(default=None, description="An item of the sitting's agenda.")


class SpeechGiven(Given):
    """What the floor is asked for; in whose name, the token says."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"kind": "debate"}]})

    kind: SpeechKind
    guest: Bilingual | None = Field(
        default=None, description="Who else is to speak: entered by the Apparatus."
    )


class SpeechShown(Shown):
    """The floor for one person."""

    id: UUID
    version: int
    stage: SpeechStage
    debate_id: UUID
    sitting_id: UUID
    kind: SpeechKind
    person_id: UUID | None
    guest: Bilingual | None
    guaranteed: bool = Field(description="Nobody may deny them the floor.")
    limit_seconds: int | None
    asked_at: datetime
    given_at: datetime | None
    until: datetime | None = Field(default=None, description="When the time is over.")
    ended_at: datetime | None
    over_seconds: int | None = Field(default=None, description="By how much it was exceeded.")

    @classmethod
    def of(cls, speech: Speech) -> Self:
        shown, limit = cls.model_validate(speech), speech.limit_seconds
        if speech.given_at is None or limit is None:
            return shown
        until = speech.given_at + timedelta(seconds=limit)
        over = (speech.ended_at - until) // timedelta(seconds=1) if speech.ended_at else 0
        return shown.model_copy(update={"until": until, "over_seconds": max(over, 0)})


class DebateShown(Shown):
    """A debate with its speeches, in the order in which the floor was asked for."""

    id: UUID
    version: int
    stage: DebateStage
    sitting_id: UUID
    item_id: UUID | None
    opened_at: datetime
    list_closed_at: datetime | None
    ended_at: datetime | None
    speeches: tuple[SpeechShown, ...] = ()

    @classmethod
    def of(cls, debate: Debate, speeches: Sequence[Speech]) -> Self:
        mine = tuple(SpeechShown.of(one) for one in speeches if one.debate_id == debate.id)
        return cls.model_validate(debate).model_copy(update={"speeches": mine})
