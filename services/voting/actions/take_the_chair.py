"""Somebody else presides at a sitting from now on."""

from dataclasses import replace
from uuid import UUID

from services.voting.domain import acts
from services.voting.domain.presiding import OF_THE_KURULTAI, Presidency
from services.voting.domain.sitting import Sitting
from services.voting.store.composition import members_now
from services.voting.store.sittings import Sittings
from services.voting.store.tables import register
from shared.contracts.words import Bilingual
from shared.kernel.actor import Actor
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def take_the_chair(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    sitting_id: UUID,
    person_id: UUID,
    ground: Bilingual | None,
) -> Sitting:
    sitting = await Sittings(work).get(sitting_id)
    sitting.taker_may = await _may_preside(work, occasion, sitting, person_id)
    acts.take_the_chair(sitting, person_id, ground, _taking(sitting, occasion))
    return sitting


def _taking(sitting: Sitting, occasion: Occasion) -> Occasion:
    """The officers of the Kurultai may take the chair of the plenary back from one another."""
    seen = Presidency.of(sitting).seen(occasion)
    if sitting.in_committee:
        return seen
    officers = {one for one in occasion.by.standings if one.role in OF_THE_KURULTAI}
    return replace(seen, by=Actor(seen.by.person_id, seen.by.standings | officers))


async def _may_preside(
    work: UnitOfWork, occasion: Occasion, sitting: Sitting, person_id: UUID
) -> bool:
    if sitting.in_committee:
        return person_id in await members_now(work, sitting.bodies)
    held = await register.standings(work.session, person_id, occasion.at)
    return any(standing.role in OF_THE_KURULTAI for standing in held)
