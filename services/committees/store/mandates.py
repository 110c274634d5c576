"""The mandates on file."""

import sqlalchemy as sa

from services.committees.domain.convocation import Convocation
from services.committees.domain.mandate import House, Mandate
from services.committees.store.tables import factions, mandates
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases


class MandateNotFound(NotFound):
    code = "mandate-not-found"


class Mandates(Cases[Mandate]):
    kind = Mandate
    missing = MandateNotFound
    no_such = Text(kk="{id} мандаты жоқ.", ru="Мандата {id} нет.", en="There is no mandate {id}.")

    async def house_for(self, mandate: Mandate, convocation: Convocation) -> House:
        """What the mandates that reach into its time leave open to this one, in one question."""
        held = sa.or_(mandates.c.until.is_(None), mandates.c.until > mandate.since)
        here = mandates.c.convocation_id == convocation.id
        query = sa.select(
            sa.select(sa.func.count()).where(held, here).scalar_subquery(),
            sa.exists().where(held, here, mandates.c.number == mandate.number),
            sa.exists().where(held, mandates.c.person_id == mandate.person_id),
            sa.exists().where(
                factions.c.id == (mandate.joins or mandate.faction_id),
                factions.c.convocation_id == convocation.id,
            ),
        )
        filled, number_taken, person_seated, faction_known = (
            await self._work.session.execute(query)
        ).one()
        return House(convocation.seats, filled, number_taken, person_seated, faction_known)
