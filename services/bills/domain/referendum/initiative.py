"""An initiative for a referendum on amendments to the Constitution: one case."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.bills.domain.decided import Vote
from services.bills.domain.texts import Texts
from shared.contracts.words import Bilingual, Digests
from shared.kernel.actor import Role
from shared.kernel.aggregate import Aggregate


class InitiativeStage(StrEnum):
    NEW = "new"
    DRAFTED = "drafted"
    BEFORE_THE_KURULTAI = "before_the_kurultai"
    NOT_PROPOSED = "not_proposed"
    PROPOSED = "proposed"
    CONCLUDED = "concluded"
    DECLINED = "declined"
    CALLED = "called"
    ADOPTED = "adopted"
    REJECTED = "rejected"


class InitiativeAct(StrEnum):
    DRAFT = "draft"
    ASK_THE_KURULTAI = "ask_the_kurultai"
    AGREE = "agree"
    REFUSE = "refuse"
    NOTE_NO_DECISION = "note_no_decision"
    PROPOSE = "propose"
    NOTE_CONCLUSION = "note_conclusion"
    CALL = "call"
    DECLINE = "decline"
    NOTE_ADOPTED = "note_adopted"
    NOTE_REJECTED = "note_rejected"


class ReferendumResult(BaseModel):
    """What the Central Election Commission published; counts of people, and of regions.

    A region is a region, a city of republican significance or the capital (art. 92(3)).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    voters: int = Field(ge=1, description="Who may vote.")
    took_part: int = Field(ge=0, description="Who did.")
    regions: int = Field(ge=1, description="Regions, republican cities and the capital.")
    regions_for: int = Field(
        ge=0, description="Of them, where more than half of those taking part were for it."
    )
    source: Bilingual = Field(description="The publication it is taken from.")


@dataclass(eq=False)
class Initiative(Aggregate):
    """An initiative, and what became of it.

    Attributes:
        initiator: whose it is; the Kurultai's own is drafted by a deputy.
        question_id: what the Kurultai was asked, if it is its own.
        result: of the referendum; given before the act that notes it is judged.
    """

    id: UUID
    initiator: Role
    initiator_id: UUID | None
    title: Bilingual
    kk: str
    ru: str
    digests: Digests
    stage: InitiativeStage = InitiativeStage.NEW
    version: int = 0
    question_id: UUID | None = None
    vote: Vote | None = None
    conclusion: Bilingual | None = None
    decision: Bilingual | None = None
    result: ReferendumResult | None = None

    @property
    def texts(self) -> Texts:
        return Texts(self.kk, self.ru)
