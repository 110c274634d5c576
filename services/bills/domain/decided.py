"""A decision of the Kurultai as a bill keeps it."""

from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from shared.contracts.words import ItemResult, Tally
from shared.kernel.rules import Outcome


class Vote(BaseModel):
    """What the Kurultai decided, and by which rule; of a question with items, each of them too."""

    model_config = ConfigDict(frozen=True)

    vote_id: UUID
    outcome: Outcome
    tally: Tally
    needed: int
    whole: int
    provision: str
    profile: str
    closed_at: AwareDatetime
    results: tuple[ItemResult, ...] = ()
