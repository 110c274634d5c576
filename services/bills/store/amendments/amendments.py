"""The amendments on file."""

from collections.abc import Collection
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.amendments.amending import Amending
from services.bills.domain.amendments.amendment import Amendment, Proposed
from services.bills.domain.amendments.stages import IN_THE_TABLE_TEXT, AmendmentStage
from services.bills.store.tables.amendments import amendments
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases


class AmendmentNotFound(NotFound):
    code = "amendment-not-found"


NO_SUCH_AMENDMENT = Text(
    kk="№ {id} түзету жоқ.", ru="Поправки № {id} нет.", en="There is no amendment {id}."
)


class Amendments(Cases[Amendment]):
    kind = Amendment
    missing = AmendmentNotFound
    no_such = NO_SUCH_AMENDMENT

    async def numbered(self, bill_id: UUID, number: int) -> Amendment:
        """The amendment of that number to the bill. Raises AmendmentNotFound."""
        query = sa.select(Amendment).where(amendments.c.bill_id == bill_id)
        found = await self.all_of(query.where(amendments.c.number == number))
        if not found:
            raise AmendmentNotFound(NO_SUCH_AMENDMENT.filled(id=number))
        return found[0]

    async def at(self, bill_id: UUID, stages: Collection[AmendmentStage]) -> list[Amendment]:
        """Those of the bill that stand at these stages, by number."""
        query = (
            sa.select(Amendment)
            .where(amendments.c.bill_id == bill_id)
            .where(amendments.c.stage.in_(stages))
            .order_by(amendments.c.number)
        )
        return await self.all_of(query)

    async def within(
        self, amending: Amending, stages: Collection[AmendmentStage]
    ) -> list[Amendment]:
        """As `at`, of one table: those of an earlier one are in the text, or are not."""
        found = await self.at(amending.bill_id, stages)
        return [amendment for amendment in found if amendment.amending_id == amending.id]

    async def accepted_near(self, amending_id: UUID, change: Proposed) -> list[Amendment]:
        """Accepted ones that may reach what the change reaches: in its article, or beyond one."""
        query = (
            sa.select(Amendment)
            .where(amendments.c.amending_id == amending_id)
            .where(amendments.c.stage.in_(IN_THE_TABLE_TEXT))
            .where(amendments.c.scope.in_([change.scope, ""]) if change.scope else sa.true())
            .order_by(amendments.c.number)
        )
        return list(await self._work.session.scalars(query))


def listed(
    bill_id: UUID,
    *,
    stage: AmendmentStage | None = None,
    author_id: UUID | None = None,
    address: str | None = None,
) -> sa.Select[Amendment]:
    """The amendments to the bill at that stage, by that author, to that element; None is any."""
    asked = {
        amendments.c.stage: stage,
        amendments.c.author_id: author_id,
        amendments.c.address: address,
    }
    given = (column == value for column, value in asked.items() if value is not None)
    return sa.select(Amendment).where(amendments.c.bill_id == bill_id, *given)
