"""A person takes a seat in the Kurultai."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.committees.domain.acts.composition import begin
from services.committees.domain.mandate import Mandate
from services.committees.domain.stages import ConvocationStage
from services.committees.store.convocations import Convocations
from services.committees.store.histories import begin_in_faction
from services.committees.store.lists import PartyLists
from services.committees.store.mandates import Mandates
from services.committees.store.turns import Turn, wait_for_turn
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Seating:
    """Who is to sit where, under what number and name."""

    convocation_id: UUID
    person_id: UUID
    number: int
    name: Bilingual
    faction_id: UUID | None
    since: datetime | None = None
    list_id: UUID | None = None
    list_number: int | None = None
    succeeds: UUID | None = None


async def begin_mandate(work: UnitOfWork, occasion: Occasion, seating: Seating) -> Mandate:
    convocation = await Convocations(work).get(seating.convocation_id)
    mandate = Mandate(
        id=new_id(),
        convocation_id=convocation.id,
        person_id=seating.person_id,
        number=seating.number,
        name=seating.name,
        faction_id=seating.faction_id,
        since=seating.since or occasion.at,
        list_id=seating.list_id,
        list_number=seating.list_number,
        succeeds=seating.succeeds,
        forming=convocation.stage is ConvocationStage.FORMING,
    )
    # As late as can be: whoever waits for the turn waits for all that follows.
    await wait_for_turn(work, Turn.SEATS)
    mandate.house = await Mandates(work).house_for(mandate, convocation)
    mandate.succession = await PartyLists(work).succession(mandate)
    begin(mandate, occasion)
    Mandates(work).add(mandate)
    begin_in_faction(work, mandate, mandate.since)
    return mandate
