"""An entry is made in the protocol of a hearing."""

from dataclasses import dataclass
from uuid import UUID

from services.hearings.domain.minuting import Entry, enter
from services.hearings.store.hearings import Hearings
from services.hearings.store.holding import Entries
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be entered, in which part, and in place of which entry."""

    text: Bilingual
    part: str | None
    corrects: UUID | None


async def enter_in_protocol(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, note: Note
) -> Entry:
    hearings, entries = Hearings(work), Entries(work)
    # Numbers are given one after the other, and those who follow live see them in that order.
    await hearings.alone(hearing_id)
    hearing = await hearings.get(hearing_id)
    corrects = note.corrects
    entry = Entry(
        id=new_id(),
        hearing_id=hearing.id,
        part=note.part,
        number=await entries.next_number(hearing.id),
        text=note.text,
        corrects=corrects,
        seen=hearing,
        corrected=await entries.get(corrects) if corrects else None,
        corrected_before=await entries.is_corrected(corrects) if corrects else False,
    )
    enter(entry, occasion)
    return entries.add(entry)
