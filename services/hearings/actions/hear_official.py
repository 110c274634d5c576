"""An official whom the Kurultai hears every year was heard."""

from datetime import date
from uuid import UUID

from services.hearings.domain.oversight.officials import Duty, OfficialHearing, enter, strike
from services.hearings.store.officials import OfficialHearings
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def hear_official(
    work: UnitOfWork, occasion: Occasion, *, kind: Duty, day: date, name: Bilingual
) -> OfficialHearing:
    hearings = OfficialHearings(work)
    hearing = OfficialHearing(
        id=new_id(), kind=kind, day=day, name=name, entered=await hearings.entered(kind, day)
    )
    enter(hearing, occasion)
    return hearings.add(hearing)


async def strike_official(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, reason: Bilingual
) -> OfficialHearing:
    hearing = await OfficialHearings(work).get(hearing_id)
    strike(hearing, reason, occasion)
    return hearing
