"""Events as iCalendar (RFC 5545), the same bytes for the same events."""

import re
from collections.abc import Sequence
from hashlib import sha256

from fastapi import Request, Response
from icalendar import Calendar, Event

from services.bills.api.events import Dated
from services.bills.api.shown import BILLS
from shared.kernel.text import Language, Text
from shared.web.preconditions import ENTITY_TAG

CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
MEDIA_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Kurultai e-Parliament//bills//KK"
NAME = Text(kk="Заң жобаларының мерзімдері", ru="Сроки по законопроектам", en="Deadlines of bills")


def calendar_of(events: Sequence[Dated], language: Language, origin: str) -> bytes:
    """The events as one calendar; `origin`, as `https://host`, is where the bills are read."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", NAME.on(language))
    for event in events:
        calendar.add_component(_component(event, language, origin))
    written: bytes = calendar.to_ical()
    return written


def answered(request: Request, events: Sequence[Dated], language: Language) -> Response:
    """The calendar of the events; or 304, if the reader has these very bytes."""
    body = calendar_of(events, language, f"{request.url.scheme}://{request.url.netloc}")
    etag = sha256(body).hexdigest()
    headers = {"etag": f'"{etag}"', "content-language": language}
    known = {tag["opaque"] for tag in ENTITY_TAG.finditer(request.headers.get("if-none-match", ""))}
    if etag in known:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=MEDIA_TYPE, headers=headers)


def _component(dated: Dated, language: Language, origin: str) -> Event:
    event = Event()
    event.add("uid", f"{dated.id}@bills.kurultai")
    # Not now: the same calendar is the same bytes, so that a reader may be told it has not changed.
    event.add("dtstamp", dated.changed_at)
    event.add("dtstart", dated.on)
    event.add("summary", _plain(dated.summary), parameters={"language": language})
    event.add("description", _plain(dated.details), parameters={"language": language})
    event.add("url", f"{origin}{BILLS}/{dated.bill_id}")
    event.add("transp", "TRANSPARENT")
    return event


def _plain(words: str) -> str:
    """What the format allows in a text: nothing that controls, but for the end of a line."""
    return CONTROLS.sub(" ", words)
