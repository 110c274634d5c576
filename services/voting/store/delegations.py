"""Where delegates of leaders of factions are kept, and what stands around them."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from services.voting.domain.delegation import Delegation, DelegationStage
from services.voting.domain.refusals import DelegationNotFound
from services.voting.store.tables import delegations, register, sittings
from shared.kernel.text import Text
from shared.store.bodies import holds_at
from shared.store.cases import Cases


class Delegations(Cases[Delegation]):
    kind = Delegation
    missing = DelegationNotFound
    no_such = Text(kk="{id} өкілдігі жоқ.", ru="Представителя {id} нет.", en="No delegation {id}.")

    async def look_around(self, delegation: Delegation, at: datetime) -> None:
        """Note the sitting, the delegate's faction, and whether there is a delegate already."""
        mandates = register.mandates
        query = sa.select(
            sa.select(sittings.c.stage)
            .where(sittings.c.id == delegation.sitting_id)
            .scalar_subquery(),
            sa.exists().where(
                mandates.c.person_id == delegation.delegate_id,
                mandates.c.faction_id == delegation.faction_id,
                holds_at(mandates, at),
            ),
            sa.exists().where(
                delegations.c.sitting_id == delegation.sitting_id,
                delegations.c.faction_id == delegation.faction_id,
                delegations.c.stage == DelegationStage.NAMED,
                delegations.c.id != delegation.id,
            ),
        )
        row = (await self._work.session.execute(query)).one()
        delegation.sitting_stage, delegation.of_the_faction, delegation.another_stands = row

    async def of(self, sitting_id: UUID) -> list[Delegation]:
        """Every delegate of a sitting, those taken back too, in the order of time."""
        query = sa.select(Delegation).where(delegations.c.sitting_id == sitting_id)
        return await self.all_of(query.order_by(delegations.c.named_at, delegations.c.id))
