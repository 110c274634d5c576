"""The working days that are known: those entered, and those on file for the other years."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.committees.store.requests_tables import known_years
from shared.kernel.calendars import Calendars, WorkingYear
from shared.kernel.rules import Profile
from shared.rules.working_days import calendars_of
from shared.store.unit_of_work import UnitOfWork


async def know_year(work: UnitOfWork, days: WorkingYear) -> None:
    """Keep the working days of a year, in place of what was entered of it before."""
    row = insert(known_years).values(year=days.year, days=days)
    newest = row.on_conflict_do_update(index_elements=["year"], set_={"days": row.excluded.days})
    await work.session.execute(newest)


async def calendars_known(work: UnitOfWork, profile: Profile) -> Calendars:
    """What was entered stands in place of what is on file."""
    rows = await work.session.execute(sa.select(known_years.c.year, known_years.c.days))
    entered: dict[int, WorkingYear] = {row.year: row.days for row in rows}
    return Calendars({**calendars_of(profile).years, **entered})
