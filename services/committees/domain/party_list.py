"""The list of a party from which its deputies come, and who comes after whom."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


class ListStage(StrEnum):
    NEW = "new"
    ENTERED = "entered"


class ListAct(StrEnum):
    ENTER = "enter"
    EXCLUDE = "exclude"


class Listed(BaseModel):
    """A candidate on the list; `excluded` says on what ground nobody is seated from this place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int
    name: Bilingual
    person_id: UUID | None = None
    excluded: str | None = None


@dataclass(eq=False)
class PartyList(Aggregate):
    """As it was registered for the election, in its order.

    Attributes that are not kept: whether the party has a list already (`party_listed`), the
    number of whom the act is about, and the numbers of those who ever were `seated`.
    """

    id: UUID
    convocation_id: UUID
    party: Bilingual
    candidates: tuple[Listed, ...]
    stage: ListStage = ListStage.NEW
    version: int = 0
    party_listed: bool = False
    number: int | None = None
    seated: frozenset[int] = frozenset()

    def at(self, number: int | None) -> Listed | None:
        """The candidate of that number."""
        return next((one for one in self.candidates if one.number == number), None)

    @property
    def next(self) -> Listed | None:
        """The first who was neither seated nor excluded."""
        waiting = (c for c in self.candidates if c.excluded is None and c.number not in self.seated)
        return min(waiting, key=lambda one: one.number, default=None)
