"""A list of deputies and factions to be entered at once, all of it or nothing."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class MandateRow:
    """A deputy as the list has it; `faction` is the key of one of its factions, or None."""

    place: str
    number: int
    person_id: UUID
    name: Bilingual
    faction: str | None


@dataclass(frozen=True, slots=True)
class Intake:
    """What is to be entered, in its order."""

    factions: tuple[FactionRow, ...]
    mandates: tuple[MandateRow, ...]


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
