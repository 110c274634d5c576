"""The working-day calendars in force: those entered, and those on file for the other years."""

import sqlalchemy as sa

from services.bills.domain.working_days import WorkingDays, id_of
from services.bills.store.tables import working_days
from shared.kernel.calendars import Calendars, WorkingYear
from shared.kernel.errors import NotFound
from shared.kernel.rules import Profile
from shared.kernel.text import Text
from shared.rules.working_days import calendars_of
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork


class CalendarNotFound(NotFound):
    code = "calendar-not-found"


NO_SUCH_YEAR = Text(
    kk="{id} жылдың жұмыс күнтізбесі енгізілмеген.",
    ru="Календарь рабочих дней на {id} год не введён.",
    en="No working-day calendar of {id} was entered.",
)


class CalendarCases(Cases[WorkingDays]):
    kind = WorkingDays
    missing = CalendarNotFound
    no_such = NO_SUCH_YEAR

    async def of_year(self, year: int) -> WorkingDays:
        """The calendar entered for the year, to be corrected; or a new one, to be entered."""
        found = await self._work.session.get(WorkingDays, id_of(year))
        return self._work.touch(found) if found else self.add(WorkingDays.of(year))


async def calendars_in_force(work: UnitOfWork, profile: Profile) -> Calendars:
    """What was entered stands in place of what is on file."""
    rows = await work.session.execute(sa.select(working_days.c.year, working_days.c.days))
    entered: dict[int, WorkingYear] = {row.year: row.days for row in rows}
    return Calendars({**calendars_of(profile).years, **entered})


async def working_year(work: UnitOfWork, profile: Profile, year: int) -> WorkingYear:
    """The calendar of one year. Raises CalendarNotFound."""
    found = (await calendars_in_force(work, profile)).years.get(year)
    if found is None:
        raise CalendarNotFound(NO_SUCH_YEAR.filled(id=year))
    return found
