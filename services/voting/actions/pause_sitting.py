"""A sitting takes a break and goes on after it; it goes behind closed doors, and public again."""

from uuid import UUID

from services.voting.domain import acts
from services.voting.domain.presiding import Presidency
from services.voting.domain.sitting import Sitting
from services.voting.store.sittings import Sittings
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def announce_break(work: UnitOfWork, occasion: Occasion, *, sitting_id: UUID) -> Sitting:
    """No vote opens while the sitting is held here, so none is open on a break."""
    sittings = Sittings(work)
    await sittings.hold(sitting_id)
    sitting = await sittings.get(sitting_id)
    sitting.open_votes = await sittings.open_votes(sitting_id)
    acts.announce_break(sitting, Presidency.of(sitting).seen(occasion))
    return sitting


async def resume_sitting(work: UnitOfWork, occasion: Occasion, *, sitting_id: UUID) -> Sitting:
    sitting = await Sittings(work).get(sitting_id)
    acts.resume_sitting(sitting, Presidency.of(sitting).seen(occasion))
    return sitting


async def go_behind_closed_doors(
    work: UnitOfWork, occasion: Occasion, *, sitting_id: UUID, ground: Bilingual
) -> Sitting:
    sitting = await Sittings(work).get(sitting_id)
    acts.go_behind_closed_doors(sitting, ground, Presidency.of(sitting).seen(occasion))
    return sitting


async def go_public(work: UnitOfWork, occasion: Occasion, *, sitting_id: UUID) -> Sitting:
    sitting = await Sittings(work).get(sitting_id)
    acts.go_public(sitting, Presidency.of(sitting).seen(occasion))
    return sitting
