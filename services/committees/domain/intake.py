"""A list of deputies and factions to be entered at once, all of it or nothing."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from shared.contracts.words import Bilingual
from shared.kernel.errors import DomainError, Invalid
from shared.kernel.text import Language, Text

MOST_ROWS = 1000


@dataclass(frozen=True, slots=True)
class FactionRow:
    """A faction as the list has it; `place` says where, `key` is what others of it name it by."""

    place: str
    key: str
    name: Bilingual
    opposition: bool
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class MandateRow:
    """A deputy as the list has it; `faction` is the key of one of its factions, or None."""

    place: str
    number: int
    person_id: UUID
    name: Bilingual
    faction: str | None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """What is to be entered, in its order."""

    factions: tuple[FactionRow, ...]
    mandates: tuple[MandateRow, ...]

    def dated(self) -> "Intake":
        """Each faction is formed when the first of its deputies began."""
        first: dict[str, datetime] = {}
        for row in self.mandates:
            if row.faction and row.since:
                first[row.faction] = min(row.since, first.get(row.faction, row.since))
        factions = (replace(one, since=first.get(one.key)) for one in self.factions)
        return Intake(tuple(factions), self.mandates)

    def undated(self) -> "Intake":
        """All of it begins when it is entered."""
        return Intake(self.factions, tuple(replace(one, since=None) for one in self.mandates))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one place of the list."""

    place: str
    code: str
    sentence: Text
    provision: str | None = None

    @classmethod
    def of(cls, place: str, error: DomainError) -> "Fault":
        return cls(place, error.code, error.message, error.provision)


class IntakeRefused(Invalid):
    """Nothing of the list is entered; `faults` says all that is wrong with it."""

    code = "intake-refused"
    words = Text(
        kk="Тізімде қате бар: {count}. Ештеңе енгізілмеді; қай жерде екені faults ішінде.",
        ru="В списке ошибок: {count}. Ничего не внесено; где они, сказано в faults.",
        en="There are mistakes in the list: {count}. Nothing is entered; faults says where.",
    )

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(self.words.filled(count=len(faults)))
        self.details = {"faults": [_told(fault) for fault in faults]}


def _told(fault: Fault) -> dict[str, object]:
    sentence = {language.value: fault.sentence.on(language) for language in Language}
    said: dict[str, object] = {"place": fault.place, "code": fault.code, "sentence": sentence}
    return said | ({"provision": fault.provision} if fault.provision else {})
