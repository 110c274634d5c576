"""Feeds that any reader understands: Atom (RFC 4287), in pages (RFC 5005, section 3)."""

import hashlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from fastapi import Request, Response

from shared.kernel.text import Language
from shared.web.preconditions import ENTITY_TAG

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NEVER = datetime(1991, 12, 16, tzinfo=UTC)
"""A feed without entries was updated some time; the day of independence will do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened; its id is for ever.

    Attributes:
        category: a word for programs, and `label` for people.
        author: in what capacity, and who.
    """

    id: UUID
    title: str
    updated: datetime
    href: str
    summary: str
    category: str
    label: str
    author: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What happened, the newest first. `links` are by their relation: self, next, alternate."""

    id: UUID
    title: str
    author: str
    language: Language
    entries: Iterable[Entry]
    links: Mapping[str, str] = field(default_factory=dict)


def answer(request: Request, feed: Feed) -> Response:
    """The feed as XML, or 304 for who has it already."""
    body = written(feed)
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"etag": etag, "content-language": feed.language}
    asked = request.headers.get("if-none-match", "")
    known = {f'"{tag["opaque"]}"' for tag in ENTITY_TAG.finditer(asked)}
    if etag in known or asked.strip() == "*":
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=MEDIA_TYPE, headers=headers)


def written(feed: Feed) -> bytes:
    """The feed as XML, in UTF-8."""
    entries = list(feed.entries)
    root = ET.Element("feed", {"xmlns": ATOM, LANG: feed.language})
    _say(root, "id", feed.id.urn)
    _say(root, "title", feed.title)
    _say(root, "updated", _instant(max((entry.updated for entry in entries), default=NEVER)))
    _say(ET.SubElement(root, "author"), "name", feed.author)
    for relation, href in feed.links.items():
        kind = "application/json" if relation == "alternate" else MEDIA_TYPE
        ET.SubElement(root, "link", {"rel": relation, "href": href, "type": kind})
    for entry in entries:
        _write(ET.SubElement(root, "entry"), entry)
    written_out: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written_out


def _write(element: ET.Element, entry: Entry) -> None:
    _say(element, "id", entry.id.urn)
    _say(element, "title", entry.title)
    _say(element, "updated", _instant(entry.updated))
    _say(ET.SubElement(element, "author"), "name", entry.author)
    _say(element, "summary", entry.summary)
    ET.SubElement(element, "category", {"term": entry.category, "label": entry.label})
    link = {"rel": "alternate", "href": entry.href, "type": "application/json"}
    ET.SubElement(element, "link", link)


def _say(element: ET.Element, name: str, text: str) -> None:
    """What XML cannot hold, escaped or not, is left out."""
    ET.SubElement(element, name).text = NOT_XML.sub("", text)


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
