"""The registrar enters that a person leaves an office."""

from uuid import UUID

from services.committees.actions.recall import drop_recalls
from services.committees.domain.acts.offices import leave
from services.committees.domain.office import Office
from services.committees.store.composition import whole_composition
from services.committees.store.offices import Offices
from services.committees.store.turns import Turn, wait_for_turn
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def leave_office(
    work: UnitOfWork, occasion: Occasion, *, office_id: UUID, ground: str
) -> Office:
    await wait_for_turn(work, Turn.OFFICES)
    office = await Offices(work).get(office_id)
    office.composition = await whole_composition(work)
    leave(office, ground, occasion)
    await drop_recalls(work, office, occasion)
    return office
