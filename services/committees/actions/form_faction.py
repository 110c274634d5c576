"""The registrar enters a faction."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.committees.domain.acts import composition
from services.committees.domain.faction import Faction
from services.committees.domain.stages import ConvocationStage
from services.committees.store.convocations import Convocations
from services.committees.store.factions import Factions
from services.committees.store.histories import take_side
from services.committees.store.turns import Turn, wait_for_turn
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Forming:
    """What the faction is called, the side it declares, and since when if not since now."""

    name: Bilingual
    opposition: bool
    since: datetime | None = None


async def form_faction(
    work: UnitOfWork, occasion: Occasion, *, convocation_id: UUID, forming: Forming
) -> Faction:
    convocation = await Convocations(work).get(convocation_id)
    await wait_for_turn(work, Turn.BODIES)
    since = forming.since or occasion.at
    faction = Faction(new_id(), convocation.id, forming.name, forming.opposition, since=since)
    faction.forming = convocation.stage is ConvocationStage.FORMING
    faction.name_taken = await Factions(work).name_taken(convocation.id, forming.name)
    composition.form_faction(faction, occasion)
    Factions(work).add(faction)
    await take_side(work, faction, since)
    return faction
