"""The live protocol of a hearing: entries in order, which nobody changes; a correction is another.

Like every word of the parliament itself an entry is in Kazakh and in Russian.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.hearings.domain.in_part import InPart, part_is_of_the_hearing
from services.hearings.domain.of_hearing import HEARINGS, hearing_has_begun
from shared.contracts.hearings_held import ProtocolEntered
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Condition, Procedure, Row, condition


class EntryStage(StrEnum):
    NEW = "new"
    ENTERED = "entered"


class EntryAct(StrEnum):
    ENTER = "enter_in_protocol"


@dataclass(eq=False, kw_only=True)
class Entry(InPart):
    """An entry of the protocol; `corrects` is the one in whose place it stands.

    `corrected`, not kept, is that one; `corrected_before`, whether another stands in its place.
    """

    number: int
    text: Bilingual
    corrects: UUID | None = None
    entered_at: datetime | None = None
    stage: EntryStage = EntryStage.NEW
    corrected: "Entry | None" = None
    corrected_before: bool = False


@condition(
    en="the entry corrected is of the same hearing and part, and the last of its corrections",
    ru="исправляемая запись — того же слушания и той же части и последняя из исправлений",
    kk="түзетілетін жазба сол тыңдаудың сол бөлігінде және түзетулерінің соңғысы",
    provision=HEARINGS,
)
def corrects_what_stands(entry: Entry, _: Occasion) -> bool:
    if entry.corrects is None:
        return True
    other = entry.corrected
    same = other is not None and (other.hearing_id, other.part) == (entry.hearing_id, entry.part)
    return same and not entry.corrected_before


MAY_ENTER: list[Condition[Entry]] = [
    hearing_has_begun,
    part_is_of_the_hearing,
    corrects_what_stands,
]
S, A = EntryStage, EntryAct

# fmt: off
ENTRIES: Procedure[Entry] = Procedure(
    #   act      from   to         by            not until  under
    Row(A.ENTER, S.NEW, S.ENTERED, [Role.CLERK], MAY_ENTER, HEARINGS),
)
# fmt: on


def enter(entry: Entry, occasion: Occasion) -> None:
    """Enter it in the protocol. Raises NotNow before the hearing begins."""
    ENTRIES.take(entry, EntryAct.ENTER, occasion)
    entry.entered_at = occasion.at
    entry.record(
        ProtocolEntered(
            at=occasion.at,
            entry_id=entry.id,
            hearing_id=entry.hearing_id,
            number=entry.number,
            corrects=entry.corrects,
        )
    )
