"""What belongs to a part of a hearing, or to none: of a closed part the public sees nothing."""

from dataclasses import dataclass

from services.hearings.domain.of_hearing import OPENNESS, OfHearing
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition


@dataclass(eq=False, kw_only=True)
class InPart(OfHearing):
    """`part` is the key of the part; None where it belongs to the whole."""

    part: str | None = None


@condition(
    en="the part named is one of the hearing's",
    ru="названная часть есть у этих слушаний",
    kk="аталған бөлік осы тыңдауда бар",
    provision=OPENNESS,
)
def part_is_of_the_hearing(case: InPart, _: Occasion) -> bool:
    return case.part is None or case.hearing.part(case.part) is not None
