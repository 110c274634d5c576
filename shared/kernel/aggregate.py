"""Cases: things that change by acts and remember what happened to them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.kernel.actor import Role
from shared.kernel.event import Fact


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact and its place among the facts about one case, counted from 1."""

    fact: Fact
    sequence: int


@dataclass(frozen=True, slots=True)
class Taken:
    """An act as it was taken: the line of the record that a judge may one day ask for."""

    act: str
    origin: str
    target: str
    person_id: UUID | None
    role: Role
    at: datetime
    provision: str
    profile: str


class Aggregate:
    """A consistency boundary: changed as a whole, and never without a fact that tells of it.

    Subclasses are plain dataclasses with `eq=False` that have `id`, `stage` and `version`.
    `version` counts the facts told about the case: it is its ETag, its lock and the
    order in which others hear of it.
    """

    id: UUID
    version: int

    def record(self, fact: Fact) -> None:
        """Remember a fact until the unit of work writes it to the outbox."""
        self.version += 1
        self.__dict__.setdefault("_recorded", []).append(Recorded(fact, self.version))

    def note(self, taken: Taken) -> None:
        """Remember an act until the unit of work writes it to the record."""
        self.__dict__.setdefault("_taken", []).append(taken)

    def take_recorded(self) -> list[Recorded]:
        """Hand over the facts recorded since the last call, oldest first."""
        recorded: list[Recorded] = self.__dict__.pop("_recorded", [])
        return recorded

    def take_acts(self) -> list[Taken]:
        """Hand over the acts taken since the last call, oldest first."""
        taken: list[Taken] = self.__dict__.pop("_taken", [])
        return taken
