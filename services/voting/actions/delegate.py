"""A leader names a delegate for a sitting, or takes the delegation back."""

from uuid import UUID

from services.voting.domain import delegating
from services.voting.domain.delegation import Delegation
from services.voting.store.delegations import Delegations
from services.voting.store.sittings import Sittings
from services.voting.store.speaking import hold_the_floor
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def name_delegate(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    sitting_id: UUID,
    faction_id: UUID,
    person_id: UUID,
) -> Delegation:
    """Nobody asks for the floor meanwhile, so that it is of one of the two."""
    sitting = await Sittings(work).get(sitting_id)
    await hold_the_floor(work, sitting.id)
    leader_id = occasion.by.person_id
    delegation = Delegation(new_id(), sitting.id, faction_id, leader_id, person_id)
    delegations = Delegations(work)
    await delegations.look_around(delegation, occasion.at)
    delegating.name(delegation, occasion)
    return delegations.add(delegation)


async def take_delegation_back(
    work: UnitOfWork, occasion: Occasion, *, delegation_id: UUID
) -> Delegation:
    delegations = Delegations(work)
    delegation = await delegations.get(delegation_id)
    await delegations.look_around(delegation, occasion.at)
    delegating.take_back(delegation, occasion)
    return delegation
