"""Lists of factions and deputies as they are sent in CSV (RFC 4180)."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime, time
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
from shared.kernel.occasion import ALMATY
from shared.kernel.text import Text

COLUMNS = ("number", "person_id", "name_kk", "name_ru", "faction_kk", "faction_ru", "opposition")
OPTIONAL = frozenset({"since"})
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


class Row(BaseModel):
    """A line that names a deputy."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    number: int = Field(ge=1)
    person_id: UUID
    name: Bilingual
    since: date | None = None

    @property
    def begins(self) -> datetime | None:
        """The first moment of that day where the Kurultai sits."""
        return datetime.combine(self.since, time(), ALMATY) if self.since else None


def from_csv(content: bytes) -> Intake:
    """A line for each deputy, with the columns of `COLUMNS`. Raises IntakeRefused."""
    read = csv.DictReader(io.StringIO(text(content)), strict=True, restval="")
    lines = list(read)
    must_not_be_too_many(lines)
    if not lines or set(lines[0]) - OPTIONAL != set(COLUMNS):
        raise IntakeRefused([fault("line 1", f"its columns are {', '.join(COLUMNS)}")])
    factions: dict[str, FactionRow] = {}
    mandates, faults = [], []
    for number, line in enumerate(lines, 2):
        place = f"line {number}"
        try:
            if faction := _faction_of(line, place):
                _must_agree(factions.setdefault(faction.key, faction), faction)
            mandates.append(_deputy_of(line, place, faction))
        except (ValidationError, ValueError, TypeError) as error:
            faults.append(fault(place, why(error)))
    if faults:
        raise IntakeRefused(faults)
    return Intake(tuple(factions.values()), tuple(mandates))


def _must_agree(first: FactionRow, again: FactionRow) -> None:
    if (first.name, first.opposition) != (again.name, again.opposition):
        message = f"{first.place} has another Russian name or another side for this faction"
        raise ValueError(message)


def _deputy_of(line: dict[str, str], place: str, faction: FactionRow | None) -> MandateRow:
    name = {"kk": line["name_kk"], "ru": line["name_ru"]}
    number, person_id = line["number"].strip(), line["person_id"].strip()
    given = {"number": number, "person_id": person_id, "name": name}
    row = Row.model_validate(given | {"since": line.get("since") or None})
    key = faction.key if faction else None
    return MandateRow(place, row.number, row.person_id, row.name, key, row.begins)


def _faction_of(line: dict[str, str], place: str) -> FactionRow | None:
    kk, ru = line["faction_kk"].strip(), line["faction_ru"].strip()
    if not kk and not ru:
        return None
    side = line["opposition"].strip().lower()
    if side not in YES | NO:
        message = "opposition is 1 or 0"
        raise ValueError(message)
    return FactionRow(place, kk, Bilingual(kk=kk, ru=ru), side in YES)


def must_not_be_too_many(lines: Sequence[object]) -> None:
    """Raises IntakeRefused."""
    if len(lines) > MOST_ROWS:
        raise IntakeRefused([Fault("document", "too-many-lines", TOO_MANY)])


def text(content: bytes) -> str:
    """In UTF-8. Raises IntakeRefused."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise IntakeRefused([Fault("document", "unreadable", UNREADABLE)]) from error


def fault(place: str, why: str) -> Fault:
    """Something that is not read."""
    return Fault(place, "malformed", MALFORMED.filled(why=why))


def why(error: Exception) -> str:
    """What an error of reading says, in words."""
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
    return f"there is no {error}" if isinstance(error, KeyError) else str(error)
