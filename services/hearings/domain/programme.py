"""The programme of a hearing: its parts one after the other, as far as their lengths are known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.hearings.domain.hearing import Hearing, Part


@dataclass(frozen=True, slots=True)
class Item:
    """A part and its times; None after a part whose length nobody set."""

    part: Part
    begins_at: datetime | None
    ends_at: datetime | None


def programme_of(hearing: Hearing) -> Iterator[Item]:
    """The parts in their order: from when the hearing was opened, or is to be."""
    at: datetime | None = hearing.opened_at or hearing.starts_at
    for part in hearing.parts:
        ends = at + timedelta(minutes=part.minutes) if at and part.minutes else None
        yield Item(part, at, ends)
        at = ends
