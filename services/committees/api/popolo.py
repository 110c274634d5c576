"""/popolo.json: the register as Popolo (popoloproject.com), so that other programs can read it."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from services.committees.api.instants import At
from services.committees.store.spans import Spans, spans
from shared.contracts.words import Bilingual
from shared.kernel.actor import ROLE_NAMES
from shared.kernel.occasion import day_of
from shared.web.dependencies import Visitor, Work
from shared.web.route import KurultaiRoute

router = APIRouter(tags=["composition"], route_class=KurultaiRoute)

Whole = Annotated[bool, Query(description="Through all time.")]
KURULTAI = "kurultai"
NAME = Bilingual(kk="Қазақстан Республикасының Құрылтайы", ru="Курултай Республики Казахстан")
JSON = "application/json"
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"description": "Persons, organizations, memberships and posts.", "content": {JSON: {}}}
}


@router.get("/popolo.json", response_class=Response, responses=ANSWERS)
async def popolo(
    work: Work, visitor: Visitor, at: At = None, *, history: Whole = False
) -> Response:
    """The register at a moment, now if none is given; or the whole of it, `history=true`.

    Names are in Kazakh, the Russian ones beside them.
    """
    found = await spans(work, None if history else at or visitor.at)
    return Response(json.dumps(as_popolo(found), ensure_ascii=False), media_type=JSON)


def as_popolo(found: Spans) -> dict[str, Any]:
    """One document; days are those of Astana."""
    return {
        "persons": list(_persons(found)),
        "organizations": list(_organizations(found)),
        "memberships": list(_memberships(found)),
        "posts": list(_posts(found)),
    }


def _persons(found: Spans) -> Iterator[dict[str, Any]]:
    """Everyone once, by the name of the last mandate; then those who belong to a body only."""
    rows = [*found.memberships, *found.mandates]
    for person_id, name in {row.person_id: row.name for row in rows}.items():
        yield {"id": str(person_id), **_named(name)}


def _organizations(found: Spans) -> Iterator[dict[str, Any]]:
    yield {"id": KURULTAI, "classification": "legislature", **_named(NAME)}
    yield from _factions(found)
    for row in found.bodies:
        yield {
            "id": str(row.id),
            "classification": row.kind.value,
            "parent_id": str(row.within) if row.within else KURULTAI,
            "founding_date": _day(row.since),
            "dissolution_date": _day(row.until),
            **_named(row.name),
        }


def _factions(found: Spans) -> Iterator[dict[str, Any]]:
    """Each once, with the side it was on last, and all of them with their days."""
    sides: dict[Any, list[Any]] = {}
    for row in found.factions:
        sides.setdefault(row.id, []).append(row)
    for faction_id, its in sides.items():
        first, last = its[0], its[-1]
        yield {
            "id": str(faction_id),
            "classification": "faction",
            "parent_id": KURULTAI,
            "founding_date": _day(first.since),
            "opposition": last.opposition,
            "sides": [{"opposition": one.opposition, **_from_until(one)} for one in its],
            **_named(last.name),
        }


def _memberships(found: Spans) -> Iterator[dict[str, Any]]:
    for row in found.mandates:
        label = f"№ {row.number}"
        yield _membership(row, KURULTAI, "deputy", label=label, id=str(row.id))
    for row in found.in_factions:
        yield _membership(row, str(row.faction_id), "member", id=f"faction-{row.id}")
    for row in found.memberships:
        yield _membership(row, str(row.body_id), row.capacity.value, id=str(row.id))
    for row in found.offices:
        where = str(row.body_id) if row.body_id else KURULTAI
        post_id = _post_id(row)
        yield _membership(row, where, row.role.value, id=str(row.id), post_id=post_id)


def _membership(row: Any, where: str, role: str, **more: Any) -> dict[str, Any]:
    whose = {"person_id": str(row.person_id), "organization_id": where, "role": role}
    return more | whose | _from_until(row)


def _from_until(row: Any) -> dict[str, str | None]:
    return {"start_date": _day(row.since), "end_date": _day(row.until)}


def _posts(found: Spans) -> Iterator[dict[str, Any]]:
    """An office exists whoever holds it: once for its role and body."""
    for post_id, row in {_post_id(row): row for row in found.offices}.items():
        name = ROLE_NAMES[row.role]
        yield {
            "id": post_id,
            "label": name.kk,
            "other_label": [name.ru],
            "role": row.role.value,
            "organization_id": str(row.body_id) if row.body_id else KURULTAI,
        }


def _post_id(row: Any) -> str:
    return f"{row.role.value}-{row.body_id or KURULTAI}"


def _named(name: Bilingual) -> dict[str, Any]:
    return {"name": name.kk, "other_names": [{"name": name.ru, "note": "ru"}]}


def _day(at: datetime | None) -> str | None:
    return day_of(at).isoformat() if at else None
