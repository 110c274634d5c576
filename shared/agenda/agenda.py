"""An agenda: drawn up, published, adopted, and held as it was changed on the way."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from shared.agenda.items import AgendaItem, ItemState
from shared.contracts.agendas import AgendaChanged
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


class AgendaStage(StrEnum):
    NEW = "new"
    DRAFT = "draft"
    PUBLISHED = "published"
    ADOPTED = "adopted"


class AgendaAct(StrEnum):
    DRAW_UP = "draw_up"
    CHANGE = "change"
    PUBLISH = "publish"
    ADOPT = "adopt"
    BEGIN_ITEM = "begin_item"
    END_ITEM = "end_item"


class ChangeKind(StrEnum):
    """What was done to an agenda; the change log says it of every version."""

    DRAWN_UP = "drawn_up"
    ADDED = "added"
    MOVED = "moved"
    REWORDED = "reworded"
    PUT_OFF = "put_off"
    TAKEN_OFF = "taken_off"
    PUBLISHED = "published"
    ADOPTED = "adopted"
    BEGUN = "begun"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the change log: what became of which item, by whom, when and why."""

    version: int
    kind: ChangeKind
    at: datetime
    person_id: UUID | None
    item_id: UUID | None = None
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None
    reason: Bilingual | None = None


@dataclass(eq=False)
class Agenda(Aggregate):
    """The agenda of one sitting or hearing. Each service keeps a kind of it of its own.

    Attributes:
        about_id: the sitting or hearing that it is of, which begins `begins_at`.
        bodies: the committees whose it is; none of the plenary.
        adopted: the items as they were adopted.
        another: whether there is an agenda of it already; this and what follows is not kept.
        reason: why it is changed, where that is to be said.
        touched: the item that the act at hand is about.
    """

    id: UUID
    about_id: UUID
    begins_at: datetime | None
    bodies: tuple[UUID, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    adopted: tuple[AgendaItem, ...] | None = None
    published_at: datetime | None = None
    adopted_at: datetime | None = None
    stage: AgendaStage = AgendaStage.NEW
    version: int = 0
    another: bool = False
    reason: Bilingual | None = None
    touched: AgendaItem | None = None
    tells: ClassVar[type[AgendaChanged]]
    """The fact that the service tells of it."""

    def log(self, change: Change) -> None:
        """Remember a line of the change log until the work writes it."""
        self.__dict__.setdefault("_changes", []).append(change)

    def take_changes(self) -> list[Change]:
        """Hand over the lines since the last call, oldest first."""
        changes: list[Change] = self.__dict__.pop("_changes", [])
        return changes

    def item(self, item_id: UUID) -> AgendaItem | None:
        return next((item for item in self.items if item.id == item_id), None)

    @property
    def in_course(self) -> AgendaItem | None:
        """The item that is dealt with now."""
        return next((item for item in self.items if item.state is ItemState.IN_COURSE), None)
