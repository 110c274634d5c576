"""The standing committees on file."""

from uuid import UUID

import sqlalchemy as sa

from services.committees.domain.committee import Committee
from services.committees.store.tables import committees
from shared.contracts.words import Bilingual
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases


class CommitteeNotFound(NotFound):
    code = "committee-not-found"


class Committees(Cases[Committee]):
    kind = Committee
    missing = CommitteeNotFound
    no_such = Text(
        kk="{id} комитеті жоқ.", ru="Комитета {id} нет.", en="There is no committee {id}."
    )

    async def name_taken(self, convocation_id: UUID, name: Bilingual) -> bool:
        """Whether a committee of the convocation bears the name in either language."""
        query = sa.select(committees.c.name).where(committees.c.convocation_id == convocation_id)
        others = (await self._work.session.scalars(query)).all()
        return any(name.kk == other.kk or name.ru == other.ru for other in others)
