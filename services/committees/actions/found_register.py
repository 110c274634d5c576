"""The founder opens the register as its registrar, once and for all."""

from uuid import UUID

from services.committees.domain.acts.offices import found
from services.committees.domain.grounds import FOUNDING
from services.committees.domain.office import Office
from services.committees.store.offices import Offices
from services.committees.store.turns import Turn, wait_for_turn
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def found_register(work: UnitOfWork, occasion: Occasion, *, person_id: UUID) -> Office:
    await wait_for_turn(work, Turn.OFFICES)
    office = Office(new_id(), person_id, Role.REGISTRAR, None, FOUNDING, since=occasion.at)
    office.opened_before = await Offices(work).register_opened()
    found(office, occasion)
    return Offices(work).add(office)
