"""A hearing is called."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.hearings.domain.acts import call
from services.hearings.domain.hearing import Hearing
from services.hearings.domain.session import Session
from services.hearings.domain.stages import Initiator
from services.hearings.store.hearings import Hearings, is_in_opposition, is_registered
from services.hearings.store.sessions import called_before, one_call_at_a_time
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Call:
    """On what, when, and on whose behalf; a theme need not be that of a bill."""

    bill_id: UUID | None
    theme: Bilingual
    starts_at: datetime
    on_behalf_of: Initiator
    body_id: UUID | None


async def call_hearing(work: UnitOfWork, occasion: Occasion, called: Call) -> Hearing:
    hearing = Hearing(
        id=new_id(),
        bill_id=called.bill_id,
        theme=called.theme,
        starts_at=called.starts_at,
        on_behalf_of=called.on_behalf_of,
        body_id=called.body_id,
    )
    await _see(work, hearing, occasion)
    call(hearing, occasion)
    return Hearings(work).add(hearing)


async def _see(work: UnitOfWork, hearing: Hearing, occasion: Occasion) -> None:
    """What the call depends on; nobody else calls on the same behalf meanwhile."""
    await one_call_at_a_time(work, hearing.on_behalf_of)
    session = Session.at(occasion.day, occasion.rules)
    hearing.called_before = await called_before(work, hearing, session)
    hearing.seen_bill = await is_registered(work, hearing.bill_id)
    hearing.seen_opposition = await is_in_opposition(work, hearing.body_id)
