"""Sittings as iCalendar (RFC 5545), the same bytes for the same sittings."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from icalendar import Calendar, Event

from services.voting.domain.stages import SittingStage
from shared.kernel.text import Language, Text

MEDIA_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Kurultai e-Parliament//voting//KK"
SITTINGS = "/api/voting/v1/sittings"
ASK_AGAIN = timedelta(minutes=30)

NAME = Text(kk="Құрылтай отырыстары", ru="Заседания Курултая", en="Sittings of the Kurultai")
SITTING = Text(kk="Құрылтай отырысы", ru="Заседание Курултая", en="Sitting of the Kurultai")
REGISTERED = Text(kk="Сіз тіркелдіңіз.", ru="Вы зарегистрированы.", en="You are registered.")
EXCUSED = Text(
    kk="Сіздің болмауыңыз себепті деп танылды.",
    ru="Ваше отсутствие признано уважительным.",
    en="Your absence is excused.",
)
NEVER_OPENED = Text(
    kk="Отырыс ашылмады.", ru="Заседание не открылось.", en="The sitting did not open."
)


def calendar_of(sittings: Sequence[Any], language: Language, origin: str) -> bytes:
    """The sittings as one calendar; `origin`, as `https://host`, is where they are read."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", NAME.on(language))
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"value": "DURATION"})
    for sitting in sittings:
        calendar.add_component(_event(sitting, language, origin))
    written: bytes = calendar.to_ical()
    return written


def _event(sitting: Any, language: Language, origin: str) -> Event:
    event = Event()
    event.add("uid", f"{sitting.id}@sittings.kurultai")
    event.add("sequence", sitting.version)
    # Not now: the same calendar is the same bytes, so that a reader may be told it has not changed.
    event.add("dtstamp", sitting.closed_at or sitting.opened_at or sitting.starts_at)
    event.add("dtstart", sitting.starts_at)
    if sitting.closed_at and sitting.closed_at > sitting.starts_at:
        event.add("dtend", sitting.closed_at)
    event.add("status", "CANCELLED" if _never_opened(sitting) else "CONFIRMED")
    event.add("summary", SITTING.on(language), parameters={"language": language})
    if said := " ".join(text.on(language) for text in _said(sitting)):
        event.add("description", said, parameters={"language": language})
    event.add("url", f"{origin}{SITTINGS}/{sitting.id}")
    return event


def _said(sitting: Any) -> list[Text]:
    """How the deputy stands in the sitting."""
    if _never_opened(sitting):
        return [NEVER_OPENED]
    if sitting.registered_at:
        return [REGISTERED]
    return [EXCUSED] if sitting.excused else []


def _never_opened(sitting: Any) -> bool:
    return sitting.stage is SittingStage.CLOSED and sitting.opened_at is None
