"""Somebody of the public or the media has a place at a hearing, or waits for one."""

from dataclasses import dataclass
from uuid import UUID

from services.hearings.domain import seating
from services.hearings.domain.seating import Seat, SeatKind
from services.hearings.store.guests import Seats
from services.hearings.store.hearings import Hearings
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Comer:
    """Who comes, of which kind, and from where."""

    kind: SeatKind
    name: str
    organisation: str | None


async def take_seat(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, comer: Comer
) -> Seat:
    hearings, seats = Hearings(work), Seats(work)
    # Of two who want the last place at once, the second one finds it taken.
    await hearings.alone(hearing_id)
    hearing = await hearings.get(hearing_id)
    seat = Seat(
        id=new_id(),
        hearing_id=hearing.id,
        kind=comer.kind,
        name=comer.name,
        organisation=comer.organisation,
        seen=hearing,
        taken=await seats.taken(hearing.id, comer.kind),
    )
    seating.take_seat(seat, occasion)
    return seats.add(seat)
