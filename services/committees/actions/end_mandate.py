"""A mandate ends, and with it the offices and memberships that its holder has as a deputy."""

from uuid import UUID

from services.committees.actions.recall import drop_recalls
from services.committees.domain.acts.composition import end
from services.committees.domain.acts.offices import lapse
from services.committees.domain.acts.register import lapse as lapse_membership
from services.committees.domain.mandate import EndCause, Mandate
from services.committees.store.bodies import Memberships
from services.committees.store.histories import end_in_faction
from services.committees.store.mandates import Mandates
from services.committees.store.offices import Offices
from services.committees.store.turns import Turn, wait_for_turn
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def end_mandate(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    mandate_id: UUID,
    ground: str,
    because: EndCause = EndCause.OTHER,
) -> Mandate:
    await wait_for_turn(work, Turn.OFFICES)
    mandate = await Mandates(work).get(mandate_id)
    end(mandate, ground, occasion, because)
    await end_in_faction(work, mandate, occasion.at)
    for membership in await Memberships(work).of_person(mandate.person_id):
        lapse_membership(membership, ground, occasion)
    for office in await Offices(work).of_deputy(mandate.person_id):
        lapse(office, ground, occasion)
        await drop_recalls(work, office, occasion)
    return mandate
