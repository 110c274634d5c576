"""Those who wait longest have the places that became free."""

from services.hearings.domain import seating
from services.hearings.domain.hearing import Hearing
from services.hearings.domain.seating import SeatKind
from services.hearings.store.guests import Seats
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def move_up(work: UnitOfWork, occasion: Occasion, hearing: Hearing) -> None:
    """For both kinds of places; nobody else acts on the hearing meanwhile."""
    for kind in SeatKind:
        await _move_up(work, occasion, hearing, kind)


async def _move_up(work: UnitOfWork, occasion: Occasion, hearing: Hearing, kind: SeatKind) -> None:
    seats = Seats(work)
    taken = await seats.taken(hearing.id, kind)
    for place, seat in enumerate(await seats.waiting(hearing, kind)):
        seat.taken = taken + place
        if not seat.is_to_be_had:
            return
        seating.move_up(seat, occasion)
