"""The list of speakers of a hearing, and the floor."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter

from services.hearings.actions.end_speech import end_speech
from services.hearings.actions.give_floor import give_floor
from services.hearings.actions.list_speaker import list_speaker
from services.hearings.actions.order_speakers import order_speakers
from services.hearings.actions.strike_speaker import strike_speaker
from services.hearings.api.insiders import Insider
from services.hearings.api.shapes_of_holding import OrderGiven, SpeakerGiven, SpeechShown
from services.hearings.domain.speaking import Speech
from services.hearings.store.hearings import Hearings
from services.hearings.store.holding import in_parts
from services.hearings.store.holding_tables import speeches
from shared.web.dependencies import Here, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute

router = APIRouter(tags=["speakers"], route_class=KurultaiRoute)


@router.post("/hearings/{hearing_id}/speakers", status_code=201, response_model=SpeechShown)
async def list_(hearing_id: UUID, given: SpeakerGiven, work: Work, here: Here) -> Speech:
    """Put a speaker on the list: oneself, or whoever runs the hearing puts anybody; each once."""
    return await list_speaker(work, here, hearing_id=hearing_id, speaker=given.speaker())


@router.get("/hearings/{hearing_id}/speakers", response_model=list[SpeechShown])
async def speakers(hearing_id: UUID, work: Work, page: Page, insider: Insider) -> list[Any]:
    """Who speaks, in order; those of closed parts are for the chamber and its Apparatus."""
    found = await Hearings(work).get(hearing_id)
    order: dict[str, Any] = {"key": speeches.c.place, "id_": speeches.c.id}
    query = in_parts(Speech, speeches, found, insiders=insider)
    return await page.scalars(work.session, query, **order)


@router.post("/hearings/{hearing_id}/speakers/order", response_model=list[SpeechShown])
async def order(hearing_id: UUID, given: OrderGiven, work: Work, here: Here) -> list[Speech]:
    """Put those who have yet to speak in another order; each of them is named once."""
    return await order_speakers(work, here, hearing_id=hearing_id, order=given.order)


@router.post("/speeches/{speech_id}/striking", response_model=SpeechShown)
async def strike(speech_id: UUID, work: Work, here: Here) -> Speech:
    """Take a speaker off the list; a guaranteed floor only the speaker gives up."""
    return await strike_speaker(work, here, speech_id=speech_id)


@router.post("/speeches/{speech_id}/floor", response_model=SpeechShown)
async def floor(speech_id: UUID, work: Work, here: Here) -> Speech:
    """Give the floor; one speaker has it."""
    return await give_floor(work, here, speech_id=speech_id)


@router.post("/speeches/{speech_id}/end", response_model=SpeechShown)
async def end(speech_id: UUID, work: Work, here: Here) -> Speech:
    """The speaker has spoken."""
    return await end_speech(work, here, speech_id=speech_id)
