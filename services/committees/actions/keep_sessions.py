"""The Kurultai goes into session, and out of it."""

from dataclasses import dataclass
from uuid import UUID

from services.committees.domain.acts import register
from services.committees.domain.register_stages import SessionKind
from services.committees.domain.session import Call, Session
from services.committees.store.convocations import Convocations
from services.committees.store.sessions import Sessions
from services.committees.store.turns import Turn, wait_for_turn
from shared.kernel.occasion import Occasion
from shared.kernel.terms import Calendar
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Opening:
    """Which session is to be opened; its months are counted by the `calendar`."""

    convocation_id: UUID
    kind: SessionKind
    call: Call | None
    calendar: Calendar


async def open_session(work: UnitOfWork, occasion: Occasion, opening: Opening) -> Session:
    convocation = await Convocations(work).get(opening.convocation_id)
    await wait_for_turn(work, Turn.BODIES)
    session = Session(new_id(), convocation.id, opening.kind, 0, occasion.at, opening.call)
    session.calendar = opening.calendar
    await Sessions(work).look_around(session)
    register.open_session(session, occasion)
    return Sessions(work).add(session)


async def close_session(work: UnitOfWork, occasion: Occasion, *, session_id: UUID) -> Session:
    session = await Sessions(work).get(session_id)
    register.close_session(session, occasion)
    return session
