"""The floor is asked for, given, and free again."""

from collections.abc import Callable
from uuid import UUID

from services.voting.domain import speaking_acts
from services.voting.domain.speaking import Speech, SpeechKind
from services.voting.store.clock import at_the_sitting
from services.voting.store.speaking import Debates, Speeches, hold_the_floor, one_request_at_a_time
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

type Act = Callable[[Speech, Occasion], None]


async def ask_for_the_floor(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    debate_id: UUID,
    kind: SpeechKind,
    guest: Bilingual | None,
) -> Speech:
    """In one's own name; the Apparatus for a guest."""
    sitting_id = await Debates(work).sitting_of(debate_id)
    await hold_the_floor(work, sitting_id, shared=True)
    person_id = None if guest else occasion.by.person_id
    await one_request_at_a_time(work, debate_id, person_id)
    speech = Speech(new_id(), debate_id, sitting_id, kind, person_id, guest)
    await Speeches(work).look_around(speech)
    speaking_acts.ask(speech, await at_the_sitting(work, occasion, sitting_id))
    return Speeches(work).add(speech)


async def give_the_floor(work: UnitOfWork, occasion: Occasion, *, speech_id: UUID) -> Speech:
    return await _done(work, occasion, speech_id, speaking_acts.give)


async def end_speech(work: UnitOfWork, occasion: Occasion, *, speech_id: UUID) -> Speech:
    return await _done(work, occasion, speech_id, speaking_acts.end_speech)


async def withdraw_request(work: UnitOfWork, occasion: Occasion, *, speech_id: UUID) -> Speech:
    return await _done(work, occasion, speech_id, speaking_acts.withdraw)


async def _done(work: UnitOfWork, occasion: Occasion, speech_id: UUID, act: Act) -> Speech:
    speeches = Speeches(work)
    sitting_id = await speeches.sitting_of(speech_id)
    await hold_the_floor(work, sitting_id)
    speech = await speeches.get(speech_id)
    await speeches.look_around(speech)
    act(speech, await at_the_sitting(work, occasion, sitting_id))
    return speech
