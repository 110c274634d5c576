"""The registrar enters a faction."""

from uuid import UUID

from services.committees.domain.acts import composition
from services.committees.domain.faction import Faction
from services.committees.store.convocations import Convocations
from services.committees.store.factions import Factions
from services.committees.store.histories import take_side
from services.committees.store.turns import Turn, wait_for_turn
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def form_faction(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    convocation_id: UUID,
    name: Bilingual,
    opposition: bool,
) -> Faction:
    convocation = await Convocations(work).get(convocation_id)
    await wait_for_turn(work, Turn.BODIES)
    faction = Faction(new_id(), convocation.id, name, opposition)
    faction.name_taken = await Factions(work).name_taken(convocation.id, name)
    composition.form_faction(faction, occasion)
    Factions(work).add(faction)
    await take_side(work, faction, occasion.at)
    return faction
