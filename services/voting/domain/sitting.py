"""The sitting, of the Kurultai or of committees: one case of the procedure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from services.voting.domain.stages import SittingForm, SittingStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate
from shared.kernel.rules import Chamber


class Presided(BaseModel):
    """From when on somebody presides, and why not who did before, if anything is said."""

    model_config = ConfigDict(frozen=True)

    person_id: UUID
    since: AwareDatetime
    ground: Bilingual | None = None


class Break(BaseModel):
    """A break: from its announcement until the sitting went on."""

    model_config = ConfigDict(frozen=True)

    since: AwareDatetime
    until: AwareDatetime | None = None


class ClosedPart(BaseModel):
    """The public is not admitted, on that ground, until it is again."""

    model_config = ConfigDict(frozen=True)

    since: AwareDatetime
    until: AwareDatetime | None = None
    ground: Bilingual

    def covers(self, at: datetime) -> bool:
        """Whether that moment was behind closed doors."""
        return self.since <= at and (self.until is None or at < self.until)


@dataclass(eq=False)
class Sitting(Aggregate):
    """A sitting from its call to its close.

    Attributes:
        starts_at: for when it was called; `opened_at` is when it opened.
        bodies: the committees that sit, several of them in a joint sitting; none of the plenary.
        presided: who took the chair, in the order of time; nobody until it is recorded.
        ended_early: why it ended before its agenda did.
        closed_parts: when it was behind closed doors, and why.
        chamber: seats, mandates in force and those registered of them, once counted; not kept.
        open_votes: how many of its votes are opened and not over, once counted; not kept.
        taker_may: whether who is to preside next may; not kept.
        items_left: how many items of its agenda wait, once counted; not kept.
    """

    id: UUID
    starts_at: datetime
    bodies: tuple[UUID, ...] = ()
    form: SittingForm = SittingForm.IN_THE_HALL
    place: Bilingual | None = None
    stage: SittingStage = SittingStage.NEW
    version: int = 0
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    presided: tuple[Presided, ...] = ()
    breaks: tuple[Break, ...] = ()
    ended_early: Bilingual | None = None
    closed_parts: tuple[ClosedPart, ...] = ()
    chamber: Chamber | None = None
    open_votes: int | None = None
    taker_may: bool | None = None
    items_left: int | None = None

    @property
    def is_private(self) -> bool:
        """Whether it is behind closed doors now."""
        return bool(self.closed_parts) and self.closed_parts[-1].until is None

    def was_private(self, at: datetime) -> bool:
        """Whether it was behind closed doors at that moment."""
        return any(part.covers(at) for part in self.closed_parts)

    @property
    def in_committee(self) -> bool:
        return bool(self.bodies)

    @property
    def presides(self) -> UUID | None:
        """Who took the chair last."""
        return self.presided[-1].person_id if self.presided else None
