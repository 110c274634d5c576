"""Places at a hearing for the public and the media, and who waits for one.

Whoever has no office is not in the register: the Apparatus enters them.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from services.hearings.domain.of_hearing import (
    OPENNESS,
    RUNNERS,
    OfHearing,
    hearing_is_not_over,
    runs_the_hearing,
)
from shared.contracts.hearings_public import SeatGivenUp, SeatMovedUp, SeatTaken
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Condition, Procedure, Row, condition


class SeatKind(StrEnum):
    PUBLIC = "public"
    MEDIA = "media"


class SeatStage(StrEnum):
    NEW = "new"
    ADMITTED = "admitted"
    WAITING = "waiting"
    GIVEN_UP = "given_up"


class SeatAct(StrEnum):
    TAKE = "take_seat"
    MOVE_UP = "move_up"
    GIVE_UP = "give_up_seat"


@dataclass(eq=False, kw_only=True)
class Seat(OfHearing):
    """Somebody who comes to listen. `taken`, not kept, is how many have a place of that kind."""

    kind: SeatKind
    name: str
    organisation: str | None = None
    stage: SeatStage = SeatStage.NEW
    registered_at: datetime | None = None
    taken: int = 0

    @property
    def is_to_be_had(self) -> bool:
        """Whether a place of the kind is free; where nobody counts them, one always is."""
        places = self.hearing.places
        most = places.public if self.kind is SeatKind.PUBLIC else places.media
        return most is None or self.taken < most


@condition(
    en="a place is free",
    ru="есть свободное место",
    kk="бос орын бар",
    provision=OPENNESS,
)
def a_place_is_free(seat: Seat, _: Occasion) -> bool:
    return seat.is_to_be_had


RUN = [runs_the_hearing, hearing_is_not_over]
UP: list[Condition[Seat]] = [*RUN, a_place_is_free]
S, A = SeatStage, SeatAct

# fmt: off
SEATS: Procedure[Seat] = Procedure(
    #   act        from        to          by       not until  under
    Row(A.TAKE,    S.NEW,      S.ADMITTED, RUNNERS, RUN,       OPENNESS, anywhere=True),
    Row(A.MOVE_UP, S.WAITING,  S.ADMITTED, RUNNERS, UP,        OPENNESS),
    Row(A.GIVE_UP, S.ADMITTED, S.GIVEN_UP, RUNNERS, RUN,       OPENNESS),
    Row(A.GIVE_UP, S.WAITING,  S.GIVEN_UP, RUNNERS, RUN,       OPENNESS),
)
# fmt: on


def take_seat(seat: Seat, occasion: Occasion) -> None:
    """Have a place, or wait for one where all are taken. Raises NotNow once it is over."""
    there = S.ADMITTED if seat.is_to_be_had else S.WAITING
    SEATS.take(seat, A.TAKE, occasion, to=there)
    seat.registered_at = occasion.at
    seat.record(
        SeatTaken(
            at=occasion.at,
            seat_id=seat.id,
            hearing_id=seat.hearing_id,
            kind=seat.kind,
            waits=there is S.WAITING,
        )
    )


def move_up(seat: Seat, occasion: Occasion) -> None:
    """Whoever waited has a place. Raises NotNow where none is free."""
    SEATS.take(seat, A.MOVE_UP, occasion)
    seat.record(SeatMovedUp(at=occasion.at, seat_id=seat.id, hearing_id=seat.hearing_id))


def give_up_seat(seat: Seat, occasion: Occasion) -> None:
    """The place is free again."""
    SEATS.take(seat, A.GIVE_UP, occasion)
    seat.record(SeatGivenUp(at=occasion.at, seat_id=seat.id, hearing_id=seat.hearing_id))
