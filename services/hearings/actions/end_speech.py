"""A speaker has spoken."""

from uuid import UUID

from services.hearings.domain import acts_of_speaking
from services.hearings.domain.speaking import Speech
from services.hearings.store.hearings import Hearings
from services.hearings.store.holding import Speeches
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def end_speech(work: UnitOfWork, occasion: Occasion, *, speech_id: UUID) -> Speech:
    speeches = Speeches(work)
    await Hearings(work).alone((await speeches.get(speech_id)).hearing_id)
    speech = await speeches.to_act_on(speech_id)
    acts_of_speaking.end_speech(speech, occasion)
    return speech
