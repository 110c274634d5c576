"""The convocations on file."""

import sqlalchemy as sa

from services.committees.domain.convocation import Convocation
from services.committees.store.tables import convocations
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases


class ConvocationNotFound(NotFound):
    code = "convocation-not-found"


NONE_YET = Text(
    kk="Бірде-бір шақырылым ашылмаған.",
    ru="Ни один созыв ещё не открыт.",
    en="No convocation has been opened yet.",
)


class Convocations(Cases[Convocation]):
    kind = Convocation
    missing = ConvocationNotFound
    no_such = Text(
        kk="{id} шақырылымы жоқ.", ru="Созыва {id} нет.", en="There is no convocation {id}."
    )

    async def number_taken(self, number: int) -> bool:
        """Whether there is a convocation of that number."""
        query = sa.select(sa.exists().where(convocations.c.number == number))
        return bool(await self._work.session.scalar(query))

    async def newest(self) -> Convocation | None:
        """The convocation of the highest number, if one has begun to form."""
        query = sa.select(Convocation).order_by(convocations.c.number.desc()).limit(1)
        found = await self.all_of(query)
        return found[0] if found else None

    async def current(self) -> Convocation:
        """The newest. Raises ConvocationNotFound before any began to form."""
        found = await self.newest()
        if found is None:
            raise self.missing(NONE_YET)
        return found
