"""The speakers who have yet to speak are put in another order."""

from collections.abc import Sequence
from uuid import UUID

from services.hearings.domain.acts_of_speaking import move_speaker
from services.hearings.domain.speaking import Speech
from services.hearings.store.hearings import Hearings
from services.hearings.store.holding import Speeches
from shared.kernel.errors import Stale
from shared.kernel.occasion import Occasion
from shared.kernel.text import Text
from shared.store.unit_of_work import UnitOfWork

ANOTHER_LIST = Text(
    kk="Тізім өзгерді: кезек күтіп тұрғандардың бәрін бір реттен атаңыз.",
    ru="Список изменился: назовите каждого из ожидающих по одному разу.",
    en="The list has changed: name each of those who wait, once.",
)


async def order_speakers(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, order: Sequence[UUID]
) -> list[Speech]:
    """The list in its new order; places are those that were there.

    Raises:
        Stale: the order does not name exactly those who have yet to speak.
    """
    hearings = Hearings(work)
    await hearings.alone(hearing_id)
    on_list = await Speeches(work).on_list(await hearings.get(hearing_id))
    by_id = {speech.id: speech for speech in on_list}
    if len(order) != len(on_list) or set(order) != set(by_id):
        raise Stale(ANOTHER_LIST)
    places = [speech.place for speech in on_list]
    moved = [by_id[speech_id] for speech_id in order]
    for speech, place in zip(moved, places, strict=True):
        if speech.place != place:
            move_speaker(speech, occasion, place=place)
    return moved
