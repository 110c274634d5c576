"""/debates and /speeches: the list of speakers, and who has the floor."""

from uuid import UUID

from fastapi import APIRouter

from services.voting.actions.debate import close_list, end_debate, open_debate
from services.voting.actions.speak import (
    ask_for_the_floor,
    end_speech,
    give_the_floor,
    withdraw_request,
)
from services.voting.api.closed_doors import must_be_shown, shown_to
from services.voting.api.headers import FoundAt, NotKept
from services.voting.api.speaking_shown import DebateGiven, DebateShown, SpeechGiven, SpeechShown
from services.voting.domain.speaking import Debate
from services.voting.domain.speaking_procedure import DEBATES, SPEECHES
from services.voting.store.clock import at_the_sitting
from services.voting.store.sittings import Sittings
from services.voting.store.speaking import Debates, Speeches
from shared.store.acts import acts_on
from shared.store.unit_of_work import UnitOfWork
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(tags=["debates"], route_class=KurultaiRoute)


@router.post("/sittings/{sitting_id}/debates", status_code=201)
async def open_(
    sitting_id: UUID, given: DebateGiven, work: Work, here: Here, found_at: FoundAt
) -> DebateShown:
    """Open the list of speakers on an item (the Apparatus, who presides)."""
    opened = await open_debate(work, here, sitting_id=sitting_id, item_id=given.item_id)
    found_at("debate", debate_id=opened.id)
    return DebateShown.of(opened, ())


@router.get("/sittings/{sitting_id}/debates", dependencies=[NotKept])
async def debates(sitting_id: UUID, work: Work, visitor: Visitor) -> list[DebateShown]:
    """The debates of a sitting with their speeches; of closed parts to who may attend them."""
    sitting = await Sittings(work).get(sitting_id)
    found = await Debates(work).of(sitting.id)
    speeches = await Speeches(work).of([one.id for one in found])
    speeches = shown_to(visitor, sitting, speeches)
    return [DebateShown.of(one, speeches) for one in found]


@router.get("/debates/{debate_id}", dependencies=[NotKept])
async def debate(debate_id: UUID, work: Work, visitor: Visitor) -> DebateShown:
    """A debate: who asked for the floor, who has it, who had it."""
    found = await Debates(work).get(debate_id)
    sitting = await Sittings(work).get(found.sitting_id)
    speeches = shown_to(visitor, sitting, await Speeches(work).of([found.id]))
    return DebateShown.of(found, speeches)


@router.get("/debates/{debate_id}/options")
async def options(
    debate_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the debate now; a closed act says why."""
    found = await Debates(work).get(debate_id)
    await Debates(work).look_around(found)
    here = await at_the_sitting(work, visitor, found.sitting_id)
    return options_shown(DEBATES.options(found, here), tongue)


@router.get("/debates/{debate_id}/acts")
async def acts(debate_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the debate, oldest first."""
    found = await Debates(work).get(debate_id)
    return acts_shown(await acts_on(work, "debate", found.id), tongue)


@router.post("/debates/{debate_id}/list-closing")
async def close(debate_id: UUID, work: Work, here: Here) -> DebateShown:
    """Take no more requests, but of those to whom the floor is guaranteed (who presides)."""
    return await _shown(work, await close_list(work, here, debate_id=debate_id))


@router.post("/debates/{debate_id}/ending")
async def end(debate_id: UUID, work: Work, here: Here) -> DebateShown:
    """End the debate; nobody to whom the floor is guaranteed may wait (who presides)."""
    return await _shown(work, await end_debate(work, here, debate_id=debate_id))


@router.post("/debates/{debate_id}/speeches", status_code=201)
async def ask(debate_id: UUID, given: SpeechGiven, work: Work, here: Here) -> SpeechShown:
    """Ask for the floor: a deputy in person; the Apparatus for a guest."""
    asked = await ask_for_the_floor(work, here, debate_id=debate_id, **dict(given))
    return SpeechShown.of(asked)


@router.post("/speeches/{speech_id}/giving")
async def give(speech_id: UUID, work: Work, here: Here) -> SpeechShown:
    """Give the floor (who presides)."""
    return SpeechShown.of(await give_the_floor(work, here, speech_id=speech_id))


@router.post("/speeches/{speech_id}/ending")
async def stop(speech_id: UUID, work: Work, here: Here) -> SpeechShown:
    """Note that the speech is ended (the Apparatus, who presides)."""
    return SpeechShown.of(await end_speech(work, here, speech_id=speech_id))


@router.post("/speeches/{speech_id}/withdrawal")
async def withdraw(speech_id: UUID, work: Work, here: Here) -> SpeechShown:
    """Take one's own request back."""
    return SpeechShown.of(await withdraw_request(work, here, speech_id=speech_id))


@router.get("/speeches/{speech_id}/options")
async def options_of_a_speech(
    speech_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the request or speech now; a closed act says why."""
    found = await Speeches(work).get(speech_id)
    await Speeches(work).look_around(found)
    here = await at_the_sitting(work, visitor, found.sitting_id)
    return options_shown(SPEECHES.options(found, here), tongue)


@router.get("/speeches/{speech_id}/acts")
async def acts_on_a_speech(
    speech_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[ActShown]:
    """Every act taken on the request and the speech, oldest first."""
    found = await Speeches(work).get(speech_id)
    must_be_shown(visitor, await Sittings(work).get(found.sitting_id), found)
    return acts_shown(await acts_on(work, "speech", found.id), tongue)


async def _shown(work: UnitOfWork, found: Debate) -> DebateShown:
    return DebateShown.of(found, await Speeches(work).of([found.id]))
