"""A place at a hearing is given up, and whoever waited longest has it."""

from uuid import UUID

from services.hearings.actions.move_up import move_up
from services.hearings.domain import seating
from services.hearings.domain.seating import Seat
from services.hearings.store.guests import Seats
from services.hearings.store.hearings import Hearings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def give_up_seat(work: UnitOfWork, occasion: Occasion, *, seat_id: UUID) -> Seat:
    seats = Seats(work)
    await Hearings(work).alone((await seats.get(seat_id)).hearing_id)
    seat = await seats.to_act_on(seat_id)
    seating.give_up_seat(seat, occasion)
    await work.session.flush()
    await move_up(work, occasion, seat.hearing)
    return seat
