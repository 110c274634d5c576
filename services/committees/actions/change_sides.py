"""A faction joins the opposition or leaves it."""

from uuid import UUID

from services.committees.domain.acts import composition
from services.committees.domain.faction import Faction
from services.committees.store.factions import Factions
from services.committees.store.histories import take_side
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def change_sides(
    work: UnitOfWork, occasion: Occasion, *, faction_id: UUID, opposition: bool
) -> Faction:
    faction = await Factions(work).get(faction_id)
    composition.change_sides(faction, occasion, opposition=opposition)
    await take_side(work, faction, occasion.at)
    return faction
