"""The factions on file."""

from uuid import UUID

import sqlalchemy as sa

from services.committees.domain.faction import Faction
from services.committees.store.tables import factions
from shared.contracts.words import Bilingual
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases


class FactionNotFound(NotFound):
    code = "faction-not-found"


class Factions(Cases[Faction]):
    kind = Faction
    missing = FactionNotFound
    no_such = Text(kk="{id} фракциясы жоқ.", ru="Фракции {id} нет.", en="There is no faction {id}.")

    async def name_taken(self, convocation_id: UUID, name: Bilingual) -> bool:
        """Whether a faction of the convocation bears the name in either language."""
        query = sa.select(factions.c.name).where(factions.c.convocation_id == convocation_id)
        others = (await self._work.session.scalars(query)).all()
        return any(name.kk == other.kk or name.ru == other.ru for other in others)
