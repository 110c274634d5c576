"""A sitting is called: of the Kurultai, or of committees of it."""

from services.voting.domain.acts import call
from services.voting.domain.presiding import Presidency
from services.voting.domain.sitting import Sitting
from services.voting.store.composition import members_now
from services.voting.store.sittings import Sittings
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Chamber
from shared.store.unit_of_work import UnitOfWork


async def call_sitting(work: UnitOfWork, occasion: Occasion, sitting: Sitting) -> Sitting:
    if sitting.in_committee:
        members = len(await members_now(work, sitting.bodies))
        sitting.chamber = Chamber(seats=members, filled=members, registered=0)
    call(sitting, Presidency.of(sitting).seen(occasion))
    return Sittings(work).add(sitting)
