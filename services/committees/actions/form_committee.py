"""A standing committee is formed."""

from uuid import UUID

from services.committees.domain.acts import composition
from services.committees.domain.committee import Committee
from services.committees.store.bodies import enter_committee
from services.committees.store.committees import Committees
from services.committees.store.composition import composition_of
from services.committees.store.convocations import Convocations
from services.committees.store.turns import Turn, wait_for_turn
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def form_committee(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    convocation_id: UUID,
    name: Bilingual,
    reserved_for_opposition: bool,
) -> Committee:
    convocation = await Convocations(work).get(convocation_id)
    await wait_for_turn(work, Turn.BODIES)
    committee = Committee(new_id(), convocation.id, name, reserved_for_opposition)
    committee.name_taken = await Committees(work).name_taken(convocation.id, name)
    committee.composition = await composition_of(work, convocation.id)
    composition.form_committee(committee, occasion)
    Committees(work).add(committee)
    await enter_committee(work, committee, occasion.at)
    return committee
