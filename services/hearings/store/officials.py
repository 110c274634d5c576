"""Which officials were heard, and how often in a year."""

from datetime import date

import sqlalchemy as sa

from services.hearings.domain.oversight.officials import Duty, OfficialHearing, OfficialStage
from services.hearings.store.official_tables import official_hearings
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork


class OfficialHearingNotFound(NotFound):
    code = "official-hearing-not-found"


class OfficialHearings(Cases[OfficialHearing]):
    kind = OfficialHearing
    missing = OfficialHearingNotFound
    no_such = Text(kk="{id} тыңдауы жоқ.", ru="Слушания {id} нет.", en="No hearing {id}.")

    async def entered(self, duty: Duty, day: date) -> bool:
        """Whether it is entered for that day; nobody else enters it meanwhile."""
        key = sa.func.hashtextextended(f"official {duty} {day}", 0)
        await self._work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(key)))
        columns = official_hearings.c
        query = sa.select(columns.id).where(
            columns.kind == duty, columns.day == day, columns.stage == OfficialStage.HEARD
        )
        return await self._work.session.scalar(query) is not None


async def held_in(work: UnitOfWork, year: int) -> dict[Duty, int]:
    """How often each was held in that calendar year."""
    columns = official_hearings.c
    query = (
        sa.select(columns.kind, sa.func.count())
        .where(columns.stage == OfficialStage.HEARD)
        .where(columns.day.between(date(year, 1, 1), date(year, 12, 31)))
        .group_by(columns.kind)
    )
    return {row[0]: row[1] for row in await work.session.execute(query)}
