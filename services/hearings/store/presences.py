"""Which deputies registered for a hearing."""

from uuid import UUID

import sqlalchemy as sa

from services.hearings.domain.presence import Presence
from services.hearings.store.tables import presences
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork


class PresenceNotFound(NotFound):
    code = "registration-not-found"


class Presences(Cases[Presence]):
    kind = Presence
    missing = PresenceNotFound
    no_such = Text(kk="{id} тіркеуі жоқ.", ru="Регистрации {id} нет.", en="No registration {id}.")

    async def one_at_a_time(self, hearing_id: UUID, person_id: UUID) -> None:
        """Let a deputy who registers twice at once do it once."""
        key = sa.func.hashtextextended(f"presence {hearing_id} {person_id}", 0)
        await self._work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(key)))

    async def of(self, hearing_id: UUID, person_id: UUID) -> Presence | None:
        """The deputy's registration, if there is one."""
        query = sa.select(Presence).where(
            presences.c.hearing_id == hearing_id, presences.c.person_id == person_id
        )
        return next(iter(await self.all_of(query)), None)


async def how_many(work: UnitOfWork, hearing_id: UUID) -> int:
    """How many deputies are registered for the hearing."""
    query = sa.select(sa.func.count()).where(presences.c.hearing_id == hearing_id)
    return (await work.session.execute(query)).scalar_one()


def registered_for(hearing_id: UUID) -> sa.Select[Presence]:
    """Those registered, in the order in which they came."""
    return sa.select(Presence).where(presences.c.hearing_id == hearing_id)
