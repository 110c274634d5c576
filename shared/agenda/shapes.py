"""What clients send and get of agendas."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import ConfigDict, Field

from shared.agenda.agenda import Agenda, AgendaStage, ChangeKind
from shared.agenda.items import LONGEST_MINUTES, AgendaItem, ItemKind, ItemState, planned
from shared.contracts.words import Bilingual
from shared.store.ids import new_id
from shared.web.shapes import Given, Shown

MOST = 10_000
A_TITLE = {"kk": "Заң жобасы туралы", "ru": "О законопроекте"}
Place = Annotated[int, Field(ge=1, le=MOST)]
Minutes = Annotated[int, Field(ge=1, le=LONGEST_MINUTES)]


class Reasoned(Given):
    """Once the agenda is published, every change of it has a reason."""

    reason: Bilingual | None = Field(default=None, description="Why it is changed.")


class ItemGiven(Reasoned):
    """An item to be added."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"kind": "reading", "title": dict(A_TITLE), "minutes": 30, "place": 1}]
        }
    )

    kind: ItemKind
    title: Bilingual
    subject_id: UUID | None = Field(default=None, description="The bill, question or hearing.")
    speaker: Bilingual | None = Field(default=None, description="Who reports.")
    minutes: Minutes | None = Field(default=None, description="How long it is planned to take.")
    place: Place | None = Field(default=None, description="From 1; at the end without one.")

    def item(self) -> AgendaItem:
        return AgendaItem(id=new_id(), **self.model_dump(exclude={"place", "reason"}))


class ItemChanged(Reasoned):
    """What is to be said otherwise of an item; what is left out stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"minutes": 45}]})

    kind: ItemKind | None = None
    title: Bilingual | None = None
    subject_id: UUID | None = None
    speaker: Bilingual | None = None
    minutes: Minutes | None = None

    def changes(self) -> dict[str, Any]:
        return self.model_dump(exclude={"reason"}, exclude_unset=True)


class PlaceGiven(Reasoned):
    """Where an item is moved to, as by dragging it there."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"place": 1}]})

    place: Place


class ItemShown(Shown):
    """An item with its number, and when it begins as far as that can be told."""

    id: UUID
    number: int | None = Field(description="From 1; null of breaks and of what was left out.")
    kind: ItemKind
    title: Bilingual
    subject_id: UUID | None
    speaker: Bilingual | None
    minutes: int | None
    state: ItemState
    begins_at: datetime | None = Field(description="Planned, or as it was.")
    began_at: datetime | None
    ended_at: datetime | None


def items_shown(items: Iterable[AgendaItem], begins_at: datetime | None) -> list[ItemShown]:
    """The items with their numbers and times."""
    return [
        ItemShown(number=one.number, begins_at=one.begins_at, **one.item.model_dump())
        for one in planned(items, begins_at)
    ]


class AgendaShown(Shown):
    """An agenda as it stands, and as it was adopted."""

    id: UUID
    version: int
    stage: AgendaStage
    about_id: UUID = Field(description="The sitting or hearing.")
    begins_at: datetime | None
    items: list[ItemShown]
    adopted: list[AgendaItem] | None = Field(description="The items as they were adopted.")
    published_at: datetime | None
    adopted_at: datetime | None

    @classmethod
    def of(cls, agenda: Agenda) -> Self:
        return cls(
            id=agenda.id,
            version=agenda.version,
            stage=agenda.stage,
            about_id=agenda.about_id,
            begins_at=agenda.begins_at,
            items=items_shown(agenda.items, agenda.begins_at),
            adopted=list(agenda.adopted) if agenda.adopted is not None else None,
            published_at=agenda.published_at,
            adopted_at=agenda.adopted_at,
        )


class ChangeShown(Shown):
    """A line of the change log."""

    version: int = Field(description="The version of the agenda that it made.")
    kind: ChangeKind
    at: datetime
    person_id: UUID | None
    item_id: UUID | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    reason: Bilingual | None
