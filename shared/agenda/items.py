"""The items of an agenda, their numbers and their times."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.words import Bilingual

LONGEST_MINUTES = 24 * 60


class ItemKind(StrEnum):
    """What an item is about."""

    READING = "reading"
    QUESTION = "question"
    ELECTION = "election"
    HEARING = "hearing"
    GOVERNMENT_HOUR = "government_hour"
    INFORMATION = "information"
    BREAK = "break"
    OTHER = "other"


class ItemState(StrEnum):
    PLANNED = "planned"
    IN_COURSE = "in_course"
    HELD = "held"
    PUT_OFF = "put_off"
    TAKEN_OFF = "taken_off"


class AgendaItem(BaseModel):
    """An item of an agenda.

    Attributes:
        subject_id: the bill, question, candidacy or hearing that it is about, if any.
        speaker: who reports on it.
        minutes: how long it is planned to take; None where nobody said.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: UUID
    kind: ItemKind
    title: Bilingual
    subject_id: UUID | None = None
    speaker: Bilingual | None = None
    minutes: int | None = Field(default=None, ge=1, le=LONGEST_MINUTES)
    state: ItemState = ItemState.PLANNED
    began_at: AwareDatetime | None = None
    ended_at: AwareDatetime | None = None

    @property
    def stays(self) -> bool:
        """Whether it is still dealt with in this place."""
        return self.state not in {ItemState.PUT_OFF, ItemState.TAKEN_OFF}


@dataclass(frozen=True, slots=True)
class Planned:
    """An item with its number, and when it is to begin, as far as that can be told."""

    number: int | None
    item: AgendaItem
    begins_at: datetime | None


def planned(items: Iterable[AgendaItem], begins_at: datetime | None) -> Iterator[Planned]:
    """Numbers from 1, without breaks and what was taken off; times until one is not known."""
    number = 0
    for item in items:
        counted = item.stays and item.kind is not ItemKind.BREAK
        number += counted
        begins_at = item.began_at or begins_at
        yield Planned(number if counted else None, item, begins_at if item.stays else None)
        if item.stays:
            begins_at = _after(item, begins_at)


def _after(item: AgendaItem, begins_at: datetime | None) -> datetime | None:
    if item.ended_at is not None:
        return item.ended_at
    if begins_at is None or item.minutes is None:
        return None
    return begins_at + timedelta(minutes=item.minutes)
