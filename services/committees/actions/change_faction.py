"""A deputy joins a faction, or leaves it."""

from uuid import UUID

from services.committees.domain.acts.composition import join_faction as join
from services.committees.domain.acts.composition import leave_faction as leave
from services.committees.domain.mandate import Mandate
from services.committees.store.convocations import Convocations
from services.committees.store.histories import begin_in_faction, end_in_faction
from services.committees.store.mandates import Mandates
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def join_faction(
    work: UnitOfWork, occasion: Occasion, *, mandate_id: UUID, faction_id: UUID, ground: str
) -> Mandate:
    mandates = Mandates(work)
    mandate = await mandates.get(mandate_id)
    mandate.joins = faction_id
    convocation = await Convocations(work).get(mandate.convocation_id)
    mandate.house = await mandates.house_for(mandate, convocation)
    join(mandate, faction_id, ground, occasion)
    begin_in_faction(work, mandate, occasion.at)
    return mandate


async def leave_faction(
    work: UnitOfWork, occasion: Occasion, *, mandate_id: UUID, ground: str
) -> Mandate:
    mandate = await Mandates(work).get(mandate_id)
    leave(mandate, ground, occasion)
    await end_in_faction(work, mandate, occasion.at)
    return mandate
