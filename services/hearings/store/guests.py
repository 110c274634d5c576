"""Who is invited to a hearing, who has a place, and who waits for one."""

from uuid import UUID

import sqlalchemy as sa

from services.hearings.domain.hearing import Hearing
from services.hearings.domain.inviting import Invitation, InvitationStage
from services.hearings.domain.seating import Seat, SeatKind, SeatStage
from services.hearings.store.guest_tables import invitations, seats
from services.hearings.store.of_hearing import CasesOfHearing
from shared.kernel.errors import NotFound
from shared.kernel.text import Text


class InvitationNotFound(NotFound):
    code = "invitation-not-found"


class SeatNotFound(NotFound):
    code = "seat-not-found"


class Invitations(CasesOfHearing[Invitation]):
    kind = Invitation
    missing = InvitationNotFound
    no_such = Text(kk="{id} шақыруы жоқ.", ru="Приглашения {id} нет.", en="No invitation {id}.")

    @staticmethod
    def of(hearing_id: UUID, *, insiders: bool) -> sa.Select[Invitation]:
        """Those of the hearing; the public sees who comes."""
        query = sa.select(Invitation).where(invitations.c.hearing_id == hearing_id)
        return query if insiders else query.where(invitations.c.stage == InvitationStage.ACCEPTED)


class Seats(CasesOfHearing[Seat]):
    kind = Seat
    missing = SeatNotFound
    no_such = Text(kk="{id} орны жоқ.", ru="Места {id} нет.", en="There is no place {id}.")

    async def taken(self, hearing_id: UUID, kind: SeatKind) -> int:
        """How many have a place of that kind."""
        counted = await self.counted(hearing_id)
        return counted.get((kind, SeatStage.ADMITTED), 0)

    async def counted(self, hearing_id: UUID) -> dict[tuple[SeatKind, SeatStage], int]:
        """How many there are of each kind, and where they stand."""
        query = (
            sa.select(seats.c.kind, seats.c.stage, sa.func.count())
            .where(seats.c.hearing_id == hearing_id)
            .group_by(seats.c.kind, seats.c.stage)
        )
        rows = await self._work.session.execute(query)
        return {(kind, stage): number for kind, stage, number in rows}

    async def waiting(self, hearing: Hearing, kind: SeatKind) -> list[Seat]:
        """Those who wait for a place of that kind, the first first, each seen with the hearing."""
        query = (
            self.of(hearing.id)
            .where(seats.c.kind == kind, seats.c.stage == SeatStage.WAITING)
            .order_by(seats.c.registered_at, seats.c.id)
        )
        found = await self.all_of(query)
        for each in found:
            each.seen = hearing
        return found

    @staticmethod
    def of(hearing_id: UUID) -> sa.Select[Seat]:
        """Those of the hearing."""
        return sa.select(Seat).where(seats.c.hearing_id == hearing_id)
