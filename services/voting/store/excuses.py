"""Where excuses are kept, and what stands around them."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from services.voting.domain.excuse import Excuse
from services.voting.domain.refusals import ExcuseNotFound
from services.voting.domain.stages import ExcuseStage
from services.voting.store.tables import excuses, register, registrations
from shared.kernel.text import Text
from shared.store.cases import Cases

MANDATES = register.mandates


class Excuses(Cases[Excuse]):
    kind = Excuse
    missing = ExcuseNotFound
    no_such = Text(kk="{id} себебі жоқ.", ru="Причины {id} нет.", en="There is no excuse {id}.")

    async def look_around(self, excuse: Excuse) -> None:
        """Note whether the person is a deputy, is there, and is excused by another one."""
        now, until = sa.func.statement_timestamp(), MANDATES.c.until
        query = sa.select(
            sa.exists().where(
                MANDATES.c.person_id == excuse.person_id,
                MANDATES.c.since <= now,
                sa.or_(until.is_(None), until > now),
            ),
            sa.exists().where(
                registrations.c.sitting_id == excuse.sitting_id,
                registrations.c.person_id == excuse.person_id,
            ),
            sa.exists().where(
                excuses.c.sitting_id == excuse.sitting_id,
                excuses.c.person_id == excuse.person_id,
                excuses.c.stage == ExcuseStage.RECORDED,
            ),
        )
        row = (await self._work.session.execute(query)).one()
        excuse.is_deputy, excuse.is_registered, excuse.is_excused = row

    async def on(self, sitting_id: UUID) -> list[Excuse]:
        """All that were recorded for a sitting, also those taken back, in the order of time."""
        query = sa.select(Excuse).where(excuses.c.sitting_id == sitting_id)
        return await self.all_of(query.order_by(excuses.c.recorded_at, excuses.c.id))

    async def by_name(self, sitting_id: UUID) -> list[sa.Row[*tuple[Any, ...]]]:
        """Whose excuse stands though they did not register; in the order of their numbers."""
        came = sa.exists().where(
            registrations.c.sitting_id == excuses.c.sitting_id,
            registrations.c.person_id == excuses.c.person_id,
        )
        query = (
            sa.select(excuses.c.person_id, MANDATES.c.number, MANDATES.c.name)
            .ext(distinct_on(excuses.c.person_id))
            .join_from(excuses, MANDATES, MANDATES.c.person_id == excuses.c.person_id)
            .where(excuses.c.sitting_id == sitting_id, ~came)
            .where(excuses.c.stage == ExcuseStage.RECORDED)
            .where(MANDATES.c.since <= excuses.c.recorded_at)
            .order_by(excuses.c.person_id, MANDATES.c.since.desc())
        )
        rows = (await self._work.session.execute(query)).all()
        return sorted(rows, key=lambda row: row.number)
