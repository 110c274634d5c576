"""A debate is opened, its list closed, and it is ended."""

from collections.abc import Callable
from uuid import UUID

from services.voting.domain import speaking_acts
from services.voting.domain.speaking import Debate
from services.voting.store.clock import at_the_sitting
from services.voting.store.sittings import Sittings
from services.voting.store.speaking import Debates, hold_the_floor
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

type Act = Callable[[Debate, Occasion], None]


async def open_debate(
    work: UnitOfWork, occasion: Occasion, *, sitting_id: UUID, item_id: UUID | None
) -> Debate:
    await hold_the_floor(work, sitting_id)
    sitting = await Sittings(work).get(sitting_id)
    debates = Debates(work)
    debate = Debate(new_id(), sitting.id, item_id)
    await debates.look_around(debate)
    speaking_acts.open_debate(debate, await at_the_sitting(work, occasion, sitting_id))
    return debates.add(debate)


async def close_list(work: UnitOfWork, occasion: Occasion, *, debate_id: UUID) -> Debate:
    return await _done(work, occasion, debate_id, speaking_acts.close_list)


async def end_debate(work: UnitOfWork, occasion: Occasion, *, debate_id: UUID) -> Debate:
    return await _done(work, occasion, debate_id, speaking_acts.end_debate)


async def _done(work: UnitOfWork, occasion: Occasion, debate_id: UUID, act: Act) -> Debate:
    """Requests under way are on record first, so that none is left out unseen."""
    debates = Debates(work)
    sitting_id = await debates.sitting_of(debate_id)
    await hold_the_floor(work, sitting_id)
    debate = await debates.get(debate_id)
    await debates.look_around(debate)
    act(debate, await at_the_sitting(work, occasion, sitting_id))
    return debate
