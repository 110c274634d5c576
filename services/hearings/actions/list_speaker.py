"""A speaker is put on the list of a hearing."""

from dataclasses import dataclass
from uuid import UUID

from services.hearings.domain import acts_of_speaking
from services.hearings.domain.speaking import Speech
from services.hearings.store.hearings import Hearings
from services.hearings.store.holding import Speeches
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is to speak, as what, for how long, and in which part."""

    name: Bilingual
    capacity: Bilingual
    person_id: UUID | None
    minutes: int | None
    part: str | None
    for_faction: UUID | None = None


async def list_speaker(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, speaker: Speaker
) -> Speech:
    hearings, speeches = Hearings(work), Speeches(work)
    # Of two who list the same speaker at once, the second one finds it done.
    await hearings.alone(hearing_id)
    hearing = await hearings.get(hearing_id)
    speech = Speech(
        id=new_id(),
        hearing_id=hearing.id,
        part=speaker.part,
        person_id=speaker.person_id,
        name=speaker.name,
        capacity=speaker.capacity,
        minutes=speaker.minutes,
        for_faction=speaker.for_faction or _led(occasion, speaker),
        place=await speeches.next_place(hearing.id),
        seen=hearing,
        listed_already=await speeches.is_listed(hearing.id, speaker.person_id, speaker.name),
    )
    if speech.for_faction is not None:
        await speeches.look_at_the_faction(speech, occasion.at)
    acts_of_speaking.list_speaker(speech, occasion)
    return speeches.add(speech)


def _led(occasion: Occasion, speaker: Speaker) -> UUID | None:
    """The faction that the speaker leads, of who puts themselves on the list."""
    if speaker.person_id is None or speaker.person_id != occasion.by.person_id:
        return None
    own = (one.body_id for one in occasion.by.standings if one.role is Role.FACTION_LEADER)
    return next(own, None)
