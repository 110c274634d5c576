"""The amendment: one case of the procedure."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from services.bills.domain.amendments.stages import AmendingStage, AmendmentStage, Verdict
from services.bills.domain.stages import Stage
from shared.contracts.words import Bilingual, Line
from shared.kernel.aggregate import Aggregate
from shared.texts.changes import BESIDE, Change


class Proposed(BaseModel):
    """One change of the text, in both languages: of the same element, in the same manner."""

    model_config = ConfigDict(frozen=True)

    kk: Change
    ru: Change

    @model_validator(mode="after")
    def _same_in_both(self) -> "Proposed":
        if (self.kk.kind, self.kk.address) != (self.ru.kind, self.ru.address):
            message = "both languages are changed in the same place and manner"
            raise ValueError(message)
        return self

    @property
    def address(self) -> str:
        return self.kk.address

    @property
    def scope(self) -> str:
        """The article that it changes; nothing if it reaches beyond one article.

        Changes within two different articles cannot conflict.
        """
        article, inside = self.address.partition("__")[::2]
        beside = self.kk.kind in BESIDE and not inside
        return "" if beside or not article.startswith("art_") else article


class Source(StrEnum):
    """Whose idea an amendment is: the author's own, or that of a ministry."""

    OWN = "own"
    MINISTRY = "ministry"


class Provenance(BaseModel):
    """Where an amendment comes from; a ministry is named with the document that proposed it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: Source = Source.OWN
    ministry: Bilingual | None = None
    document: Line | None = None

    @model_validator(mode="after")
    def _a_ministry_is_named(self) -> "Provenance":
        named = [words is not None for words in (self.ministry, self.document)]
        if any(named) != all(named) or all(named) != (self.source is Source.MINISTRY):
            message = "a ministry, and nobody else, is named with its document"
            raise ValueError(message)
        return self


OWN_IDEA = Provenance()


class Conclusion(BaseModel):
    """What the Government concluded on an amendment that touches revenue or spending."""

    model_config = ConfigDict(frozen=True)

    positive: bool
    reason: Bilingual
    at: AwareDatetime


class Decision(BaseModel):
    """What the lead committee decided, and why; its own wording if it chose another one."""

    model_config = ConfigDict(frozen=True)

    verdict: Verdict
    grounds: Bilingual
    by: UUID | None
    at: AwareDatetime
    wording: Proposed | None = Field(default=None)


@dataclass(frozen=True, slots=True)
class Setting:
    """What an act on an amendment depends on beside it.

    Attributes:
        base_version: the texts that are being amended.
        reading_on: the day of the reading, if it is set.
        conflicts_with: numbers of accepted amendments that exclude this one.
    """

    bill_stage: Stage
    lead_committee_id: UUID | None
    amending_stage: AmendingStage
    base_version: int
    reading_on: date | None = None
    conflicts_with: tuple[int, ...] = ()


NOWHERE = Setting(Stage.NEW, None, AmendingStage.NEW, 0)


@dataclass(eq=False)
class Amendment(Aggregate):
    """An amendment from its filing until the Kurultai has decided.

    Attributes:
        amending_id: the work on amendments that it belongs to.
        number: its number in the bill, counted from 1.
        author_id: the deputy who filed it in person; `co_authors` signed it in person too.
        invited: deputies whom the author asks to sign it, and who have not.
        text_version: the pair of texts that its address is of.
        scope: the article within which it stays; see `Proposed.scope`.
        vote_id: the vote that decided it, if it was voted on by itself.
        setting: what stands around it; not kept.
    """

    id: UUID
    bill_id: UUID
    amending_id: UUID
    number: int
    author_id: UUID | None
    text_version: int
    address: str
    scope: str
    proposed: Proposed
    reasons: Bilingual
    filed_at: datetime
    co_authors: tuple[UUID, ...] = ()
    invited: tuple[UUID, ...] = ()
    provenance: Provenance = OWN_IDEA
    touches_budget: bool = False
    conclusion: Conclusion | None = None
    decision: Decision | None = None
    separate_vote: bool = False
    vote_id: UUID | None = None
    stage: AmendmentStage = AmendmentStage.NEW
    version: int = 0
    setting: Setting = NOWHERE

    @property
    def accepted_wording(self) -> Proposed:
        """What the committee's text has of it: the author's wording, or the committee's own."""
        own = self.decision and self.decision.wording
        return own or self.proposed
