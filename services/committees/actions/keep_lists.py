"""The registrar keeps the lists of parties."""

from collections.abc import Sequence
from uuid import UUID

from services.committees.domain.acts import lists
from services.committees.domain.party_list import Listed, PartyList
from services.committees.store.convocations import Convocations
from services.committees.store.lists import PartyLists
from services.committees.store.turns import Turn, wait_for_turn
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def enter_list(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    convocation_id: UUID,
    party: Bilingual,
    candidates: Sequence[Listed],
) -> PartyList:
    convocation = await Convocations(work).get(convocation_id)
    await wait_for_turn(work, Turn.BODIES)
    party_list = PartyList(new_id(), convocation.id, party, tuple(candidates))
    await PartyLists(work).look_around(party_list)
    lists.enter(party_list, occasion)
    return PartyLists(work).add(party_list)


async def exclude_candidate(
    work: UnitOfWork, occasion: Occasion, *, list_id: UUID, number: int, ground: str
) -> PartyList:
    """Waits for those who are being seated: nobody is excluded and seated at once."""
    await wait_for_turn(work, Turn.SEATS)
    party_list = await PartyLists(work).with_seated(list_id)
    lists.exclude(party_list, number, ground, occasion)
    return party_list
