"""The registrar opens a convocation."""

from services.committees.domain.acts import composition
from services.committees.domain.convocation import Convocation
from services.committees.store.convocations import Convocations
from services.committees.store.turns import Turn, wait_for_turn
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def open_convocation(work: UnitOfWork, occasion: Occasion, *, number: int) -> Convocation:
    await wait_for_turn(work, Turn.BODIES)
    convocation = Convocation(new_id(), number, occasion.rules.seats)
    convocation.number_taken = await Convocations(work).number_taken(number)
    composition.open_convocation(convocation, occasion)
    return Convocations(work).add(convocation)
