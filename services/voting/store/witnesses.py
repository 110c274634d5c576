"""Where witnesses and their cosignatures are kept."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.voting.domain.refusals import WitnessNotFound
from services.voting.domain.stages import WitnessStage
from services.voting.domain.witness import Witness
from services.voting.store.tables import cosignatures, witnesses
from shared.kernel.text import Text
from shared.store.cases import Cases


class Witnesses(Cases[Witness]):
    kind = Witness
    missing = WitnessNotFound
    no_such = Text(kk="{id} куәгері жоқ.", ru="Свидетеля {id} нет.", en="No witness {id}.")

    async def admitted(self) -> list[Witness]:
        """Those whose cosignatures are kept."""
        query = sa.select(Witness).where(witnesses.c.stage == WitnessStage.ADMITTED)
        return await self.all_of(query.order_by(witnesses.c.admitted_at, witnesses.c.id))

    async def all(self) -> list[Witness]:
        return await self.all_of(sa.select(Witness).order_by(witnesses.c.admitted_at))

    async def keep(self, witness: Witness, size: int, line: str) -> bool:
        """Keep a cosignature of a head. False: there was one already, which stays."""
        kept = (
            insert(cosignatures)
            .values(size=size, witness_id=witness.id, line=line)
            .on_conflict_do_nothing()
            .returning(cosignatures.c.size)
        )
        return (await self._work.session.execute(kept)).one_or_none() is not None

    async def lines(self, size: int) -> Sequence[str]:
        """Who cosigned the head of that size, in the order in which it came."""
        query = (
            sa.select(cosignatures.c.line)
            .where(cosignatures.c.size == size)
            .order_by(cosignatures.c.received_at, cosignatures.c.witness_id)
        )
        return (await self._work.session.scalars(query)).all()
