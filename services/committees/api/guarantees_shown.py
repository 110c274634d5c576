"""What clients get of guarantees to the opposition and of their breaches."""

from datetime import date, datetime
from typing import Literal, Self
from uuid import UUID

from pydantic import Field

from services.committees.domain.breach import Breach, BreachStage
from services.committees.domain.guarantees import Guarantee, Share
from shared.kernel.text import Language, Text
from shared.web.shapes import Shown


class BreachShown(Shown):
    """A guarantee that events came to break, on the public record until it is cured."""

    id: UUID
    version: int
    stage: BreachStage
    convocation_id: UUID
    key: str = Field(description="The parameter of the rules profile.")
    needed: int
    held: int = Field(description="When the breach was opened.")
    provision: str
    cause: str = Field(description="The act by which it came about, on the case `cause_id`.")
    cause_id: UUID
    opened_at: datetime
    cure_by: date | None = Field(description="Null: the rules set no term yet.")
    ended_at: datetime | None


class GuaranteeShown(Shown):
    """What the rules guarantee to the opposition: needed, held or used, left."""

    key: str = Field(description="The parameter of the rules profile.")
    kind: Literal["composition", "per_session", "right"]
    sentence: str
    needed: int | None = None
    held: int | None = Field(default=None, description="Held now, or used in this session.")
    left: int | None = Field(default=None, description="Until as many are held or used.")
    is_owed: bool = Field(default=True, description="No, if no deputy is of the opposition.")
    is_kept: bool | None = Field(
        default=None, description="Null: a right, or a share that may be used still."
    )
    session_id: UUID | None = Field(default=None, description="In which it is counted.")
    breach: BreachShown | None = Field(default=None, description="If it is broken now.")
    provision: str

    @classmethod
    def of(cls, one: Guarantee, breach: Breach | None, language: Language) -> Self:
        return cls(
            key=one.key,
            kind="composition",
            sentence=one.sentence.on(language),
            needed=one.needed,
            held=one.held,
            left=max(one.needed - one.held, 0) if one.is_owed else 0,
            is_owed=one.is_owed,
            is_kept=one.is_kept,
            breach=BreachShown.model_validate(breach) if breach else None,
            provision=one.provision,
        )

    @classmethod
    def of_share(cls, one: Share, session_id: UUID | None, language: Language) -> Self:
        used = one.used or 0
        return cls(
            key=one.key,
            kind="per_session",
            sentence=one.sentence.on(language),
            needed=one.needed,
            held=one.used,
            left=max(one.needed - used, 0),
            is_kept=True if used >= one.needed else None,
            session_id=session_id,
            provision=one.provision,
        )

    @classmethod
    def of_right(cls, right: tuple[str, Text, str], language: Language) -> Self:
        key, sentence, provision = right
        return cls(key=key, kind="right", sentence=sentence.on(language), provision=provision)
