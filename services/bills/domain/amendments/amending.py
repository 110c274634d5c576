"""The work on all amendments to one bill before one reading: one case of the procedure."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from services.bills.domain.amendments.stages import AmendingStage, Mode
from services.bills.domain.stages import Stage
from shared.kernel.aggregate import Aggregate


class Put(BaseModel):
    """A question on single amendments that is put to the plenary, and the vote that answered it.

    `items` are the keys of its items, in the order in which they are decided.
    """

    model_config = ConfigDict(frozen=True)

    question_id: UUID
    items: tuple[str, ...]
    vote_id: UUID | None = None
    adopted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an act on the whole of the amendments depends on beside it.

    Attributes:
        undecided: how many the committee has yet to decide on.
        purpose: what the bill's next reading is for.
    """

    bill_stage: Stage
    lead_committee_id: UUID | None
    undecided: int = 0
    purpose: str = ""
    mode: Mode | None = None


UNSEEN = Outlook(Stage.NEW, None)


@dataclass(eq=False)
class Amending(Aggregate):
    """The table of amendments, from the approval of the concept to the decision of the plenary.

    Attributes:
        reading: the reading before which it is drawn up.
        text_version: the pair of texts that is being amended.
        laid_down: the pair of texts that was made of it last, if any was.
        reading_on: the day of that reading, from which the deadline counts back.
        outlook: what stands around it; not kept.
    """

    id: UUID
    bill_id: UUID
    reading: int
    text_version: int
    laid_down: int | None = None
    reading_on: date | None = None
    mode: Mode | None = None
    put: tuple[Put, ...] = ()
    stage: AmendingStage = AmendingStage.NEW
    version: int = 0
    outlook: Outlook = UNSEEN

    @property
    def votes_are_over(self) -> bool:
        return all(put.vote_id for put in self.put)

    @property
    def adopted(self) -> tuple[str, ...]:
        """The keys of what was voted for, in the order in which it was put."""
        return tuple(key for put in self.put for key in put.adopted)
