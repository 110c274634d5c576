"""The breaches on file."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from services.committees.domain.breach import STANDS, Breach, BreachStage
from services.committees.store.breach_tables import breaches
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases


class BreachNotFound(NotFound):
    code = "breach-not-found"


class Breaches(Cases[Breach]):
    kind = Breach
    missing = BreachNotFound
    no_such = Text(
        kk="{id} бұзушылығы жоқ.", ru="Нарушения {id} нет.", en="There is no breach {id}."
    )

    async def standing(self) -> list[Breach]:
        """Those that are neither cured nor lapsed."""
        query = sa.select(Breach).where(breaches.c.stage.in_(STANDS)).order_by(breaches.c.id)
        return await self.all_of(query)

    async def locked(self, breach_id: UUID) -> Breach | None:
        """The breach if it is open, nobody else's until this work ends; None if another has it."""
        query = (
            sa.select(Breach)
            .where(breaches.c.id == breach_id, breaches.c.stage == BreachStage.OPEN)
            .with_for_update(skip_locked=True)
        )
        found = await self.all_of(query)
        return found[0] if found else None


def past_their_term(day: date) -> sa.Select[UUID]:
    """Open breaches whose last day to be cured is over."""
    return sa.select(breaches.c.id).where(
        breaches.c.stage == BreachStage.OPEN, breaches.c.cure_by < day
    )


def listed(stages: Sequence[BreachStage]) -> sa.Select[Breach]:
    """Breaches of these stages; of all if none is named."""
    query = sa.select(Breach)
    return query.where(breaches.c.stage.in_(stages)) if stages else query
