"""Lists of factions and deputies as they are sent in Popolo JSON."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from services.committees.api.intake_read import (
    UNREADABLE,
    Row,
    fault,
    must_not_be_too_many,
    text,
    why,
)
from services.committees.domain.intake import (
    FactionRow,
    Fault,
    Intake,
    IntakeRefused,
    MandateRow,
)
from shared.contracts.words import Bilingual


def from_popolo(content: bytes) -> Intake:
    """Persons, factions and memberships, as `/popolo.json` gives them out. Raises IntakeRefused.

    A deputy is a membership with the role `deputy` whose label is the number; a faction is an
    organization with that classification, of the opposition if `opposition` says so.
    """
    document = _document(content)
    persons = {str(one.get("id")): one for one in document["persons"]}
    held = [one for one in document["memberships"] if not one.get("end_date")]
    faults: list[Fault] = []
    named = [one for one in document["organizations"] if one.get("classification") == "faction"]
    factions = _read(named, "organizations", _popolo_faction, faults)
    keys = {faction.key for faction in factions}
    theirs = {
        str(one.get("person_id")): str(one.get("organization_id"))
        for one in held
        if one.get("role") == "member" and str(one.get("organization_id")) in keys
    }
    seats = [one for one in held if one.get("role") == "deputy"]

    def deputy(one: dict[str, Any], place: str) -> MandateRow:
        return _popolo_deputy(one, place, persons, theirs.get(str(one.get("person_id"))))

    mandates = _read(seats, "memberships", deputy, faults)
    if faults:
        raise IntakeRefused(faults)
    return Intake(tuple(factions), tuple(mandates))


def _read[R](
    given: Iterable[dict[str, Any]],
    part: str,
    read: Callable[[dict[str, Any], str], R],
    faults: list[Fault],
) -> list[R]:
    return [row for row in _each(given, part, read, faults) if row is not None]


def _each[R](
    given: Iterable[dict[str, Any]],
    part: str,
    read: Callable[[dict[str, Any], str], R],
    faults: list[Fault],
) -> Iterator[R | None]:
    for one in given:
        place = f"{part} {one.get('id')}"
        try:
            yield read(one, place)
        except (ValidationError, ValueError, TypeError, KeyError) as error:
            faults.append(fault(place, why(error)))
            yield None


def _popolo_faction(one: dict[str, Any], place: str) -> FactionRow:
    return FactionRow(place, str(one["id"]), _name_of(one), one.get("opposition") is True)


def _popolo_deputy(
    one: dict[str, Any], place: str, persons: dict[str, dict[str, Any]], faction: str | None
) -> MandateRow:
    person = persons[str(one["person_id"])]
    number = str(one["label"]).removeprefix("№").strip()
    name = _name_of(person)
    given = {"number": number, "person_id": one["person_id"], "name": name}
    row = Row.model_validate(given | {"since": one.get("start_date")})
    return MandateRow(place, row.number, row.person_id, row.name, faction, row.begins)


def _name_of(one: dict[str, Any]) -> Bilingual:
    """In Kazakh, and the Russian one beside it; without one it is the same."""
    russian = [other for other in one.get("other_names", ()) if other.get("note") == "ru"]
    return Bilingual(kk=one["name"], ru=russian[0]["name"] if russian else one["name"])


def _document(content: bytes) -> dict[str, list[dict[str, Any]]]:
    try:
        document: Any = json.loads(text(content))
    except (ValueError, RecursionError) as error:
        raise IntakeRefused([Fault("document", "unreadable", UNREADABLE)]) from error
    parts = ("persons", "organizations", "memberships")
    whole = isinstance(document, dict) and all(_are_objects(document.get(p)) for p in parts)
    if not whole:
        raise IntakeRefused([fault("document", f"its parts are {', '.join(parts)}")])
    for part in parts:
        must_not_be_too_many(document[part])
    return {part: document[part] for part in parts}


def _are_objects(part: Any) -> bool:
    return isinstance(part, list) and all(isinstance(one, dict) for one in part)
