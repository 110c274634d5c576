"""A speaker is given the floor."""

from uuid import UUID

from services.hearings.domain import acts_of_speaking
from services.hearings.domain.speaking import Speech
from services.hearings.store.hearings import Hearings
from services.hearings.store.holding import Speeches
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def give_floor(work: UnitOfWork, occasion: Occasion, *, speech_id: UUID) -> Speech:
    speeches = Speeches(work)
    # Of two who are given the floor at once, one has it.
    await Hearings(work).alone((await speeches.get(speech_id)).hearing_id)
    speech = await speeches.to_act_on(speech_id)
    speech.somebody_speaks = await speeches.somebody_speaks(speech.hearing_id)
    acts_of_speaking.give_floor(speech, occasion)
    return speech
