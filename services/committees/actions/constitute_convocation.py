"""The Kurultai is constituted: its committees are formed and chaired."""

from uuid import UUID

from services.committees.domain.acts.composition import constitute
from services.committees.domain.convocation import Convocation
from services.committees.store.composition import composition_of
from services.committees.store.convocations import Convocations
from services.committees.store.turns import Turn, wait_for_turn
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def constitute_convocation(
    work: UnitOfWork, occasion: Occasion, *, convocation_id: UUID
) -> Convocation:
    await wait_for_turn(work, Turn.OFFICES)
    convocation = await Convocations(work).get(convocation_id)
    convocation.composition = await composition_of(work, convocation_id)
    constitute(convocation, occasion)
    return convocation
