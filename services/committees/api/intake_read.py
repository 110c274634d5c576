"""Lists of factions and deputies as they are sent: CSV (RFC 4180), or Popolo JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from services.committees.domain.intake import (
    MOST_ROWS,
    FactionRow,
    Fault,
    Intake,
    IntakeRefused,
    MandateRow,
)
from shared.contracts.words import Bilingual
from shared.kernel.text import Text

COLUMNS = ("number", "person_id", "name_kk", "name_ru", "faction_kk", "faction_ru", "opposition")
YES, NO = frozenset({"1", "true", "yes"}), frozenset({"", "0", "false", "no"})

MALFORMED = Text(
    kk="Бұл жер оқылмады: {why}.", ru="Это место не прочитано: {why}.", en="Not read: {why}."
)
UNREADABLE = Text(
    kk="Құжат оқылмады: ол UTF-8 түріндегі CSV немесе Popolo JSON болуға тиіс.",
    ru="Документ не прочитан: нужен CSV или Popolo JSON в UTF-8.",
    en="The document cannot be read: it is to be CSV or Popolo JSON, in UTF-8.",
)
TOO_MANY = Text(
    kk=f"Бір тізімде {MOST_ROWS} жолдан артық болмайды.",
    ru=f"В одном списке не больше {MOST_ROWS} строк.",
    en=f"A list has at most {MOST_ROWS} lines.",
)


class _Row(BaseModel):
    """A line that names a deputy."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    number: int = Field(ge=1)
    person_id: UUID
    name: Bilingual


def from_csv(content: bytes) -> Intake:
    """A line for each deputy, with the columns of `COLUMNS`. Raises IntakeRefused."""
    read = csv.DictReader(io.StringIO(_text(content)), strict=True, restval="")
    lines = list(read)
    _must_not_be_too_many(lines)
    if not lines or set(lines[0]) != set(COLUMNS):
        raise IntakeRefused([_fault("line 1", f"its columns are {', '.join(COLUMNS)}")])
    factions: dict[str, FactionRow] = {}
    mandates, faults = [], []
    for number, line in enumerate(lines, 2):
        place = f"line {number}"
        try:
            if faction := _faction_of(line, place):
                factions.setdefault(faction.key, faction)
            mandates.append(_deputy_of(line, place, faction))
        except (ValidationError, ValueError, TypeError) as error:
            faults.append(_fault(place, _why(error)))
    if faults:
        raise IntakeRefused(faults)
    return Intake(tuple(factions.values()), tuple(mandates))


def _deputy_of(line: dict[str, str], place: str, faction: FactionRow | None) -> MandateRow:
    name = {"kk": line["name_kk"], "ru": line["name_ru"]}
    number, person_id = line["number"].strip(), line["person_id"].strip()
    row = _Row.model_validate({"number": number, "person_id": person_id, "name": name})
    key = faction.key if faction else None
    return MandateRow(place, row.number, row.person_id, row.name, key)


def _faction_of(line: dict[str, str], place: str) -> FactionRow | None:
    kk, ru = line["faction_kk"].strip(), line["faction_ru"].strip()
    if not kk and not ru:
        return None
    side = line["opposition"].strip().lower()
    if side not in YES | NO:
        message = "opposition is 1 or 0"
        raise ValueError(message)
    return FactionRow(place, kk, Bilingual(kk=kk, ru=ru), side in YES)


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
            faults.append(_fault(place, _why(error)))
            yield None


def _popolo_faction(one: dict[str, Any], place: str) -> FactionRow:
    return FactionRow(place, str(one["id"]), _name_of(one), one.get("opposition") is True)


def _popolo_deputy(
    one: dict[str, Any], place: str, persons: dict[str, dict[str, Any]], faction: str | None
) -> MandateRow:
    person = persons[str(one["person_id"])]
    number = str(one["label"]).removeprefix("№").strip()
    name = _name_of(person)
    row = _Row.model_validate({"number": number, "person_id": one["person_id"], "name": name})
    return MandateRow(place, row.number, row.person_id, row.name, faction)


def _name_of(one: dict[str, Any]) -> Bilingual:
    """In Kazakh, and the Russian one beside it; without one it is the same."""
    russian = [other for other in one.get("other_names", ()) if other.get("note") == "ru"]
    return Bilingual(kk=one["name"], ru=russian[0]["name"] if russian else one["name"])


def _document(content: bytes) -> dict[str, list[dict[str, Any]]]:
    try:
        document: Any = json.loads(_text(content))
    except (ValueError, RecursionError) as error:
        raise IntakeRefused([Fault("document", "unreadable", UNREADABLE)]) from error
    parts = ("persons", "organizations", "memberships")
    whole = isinstance(document, dict) and all(_are_objects(document.get(p)) for p in parts)
    if not whole:
        raise IntakeRefused([_fault("document", f"its parts are {', '.join(parts)}")])
    for part in parts:
        _must_not_be_too_many(document[part])
    return {part: document[part] for part in parts}


def _are_objects(part: Any) -> bool:
    return isinstance(part, list) and all(isinstance(one, dict) for one in part)


def _must_not_be_too_many(lines: list[Any]) -> None:
    if len(lines) > MOST_ROWS:
        raise IntakeRefused([Fault("document", "too-many-lines", TOO_MANY)])


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise IntakeRefused([Fault("document", "unreadable", UNREADABLE)]) from error


def _fault(place: str, why: str) -> Fault:
    return Fault(place, "malformed", MALFORMED.filled(why=why))


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
    return f"there is no {error}" if isinstance(error, KeyError) else str(error)
