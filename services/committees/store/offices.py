"""The offices on file."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from services.committees.domain.office import OF_DEPUTIES, Office
from services.committees.store.tables import offices
from shared.kernel.actor import Role
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases


class OfficeNotFound(NotFound):
    code = "office-not-found"


class Offices(Cases[Office]):
    kind = Office
    missing = OfficeNotFound
    no_such = Text(kk="{id} лауазымы жоқ.", ru="Должности {id} нет.", en="There is no office {id}.")

    async def register_opened(self) -> bool:
        """Whether anyone ever was registrar."""
        query = sa.select(sa.exists().where(offices.c.role == Role.REGISTRAR))
        return bool(await self._work.session.scalar(query))

    async def of_deputy(self, person_id: UUID) -> list[Office]:
        """The offices that a person holds as a deputy."""
        query = (
            sa.select(Office)
            .where(offices.c.person_id == person_id)
            .where(offices.c.until.is_(None))
            .where(offices.c.role.in_(OF_DEPUTIES))
            .order_by(offices.c.id)
        )
        return await self.all_of(query)

    async def locked(self, office_id: UUID) -> Office | None:
        """The office if it is held, nobody else's until this work ends; None if another has it."""
        query = (
            sa.select(Office)
            .where(offices.c.id == office_id, offices.c.until.is_(None))
            .with_for_update(skip_locked=True)
        )
        found = await self.all_of(query)
        return found[0] if found else None

    async def held_in(self, bodies: Iterable[UUID]) -> list[Office]:
        """The offices held in these committees or factions."""
        query = (
            sa.select(Office)
            .where(offices.c.body_id.in_(list(bodies)))
            .where(offices.c.until.is_(None))
            .order_by(offices.c.since, offices.c.id)
        )
        return await self.all_of(query)

    async def filled_at(self, role: Role, body_id: UUID | None) -> datetime | None:
        """Since when it was held last, by whoever it was; None if it never was."""
        query = sa.select(sa.func.max(offices.c.since)).where(
            offices.c.role == role, offices.c.body_id == body_id
        )
        since: datetime | None = await self._work.session.scalar(query)
        return since


def past_their_term(day: date) -> sa.Select[UUID]:
    """Offices that are held although the last day of their term is over."""
    return sa.select(offices.c.id).where(offices.c.until.is_(None), offices.c.last_day < day)
