"""/calendar: which days are worked. Anyone may read it; the clerk enters it."""

from typing import Annotated

from fastapi import APIRouter, Path

from services.bills.actions.enter_working_days import enter_working_days
from services.bills.api.calendar_given import WorkingDaysGiven
from services.bills.api.deadlines_shown import WorkingYearShown
from services.bills.store.calendars import calendars_in_force, working_year
from shared.kernel.calendars import FIRST_YEAR, LAST_YEAR
from shared.web.dependencies import Here, Rulebook, Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/calendar", tags=["calendar"], route_class=KurultaiRoute)

Year = Annotated[int, Path(ge=FIRST_YEAR, le=LAST_YEAR)]


@router.get("")
async def every_year(work: Work, profile: Rulebook) -> list[WorkingYearShown]:
    """The working days of every year that is known."""
    years = (await calendars_in_force(work, profile)).years
    return [WorkingYearShown.of(years[year]) for year in sorted(years)]


@router.get("/{year}")
async def one_year(year: Year, work: Work, profile: Rulebook) -> WorkingYearShown:
    """The working days of one year, and whether they are settled."""
    return WorkingYearShown.of(await working_year(work, profile, year))


@router.put("/{year}")
async def enter(
    year: Year, given: WorkingDaysGiven, work: Work, here: Here, profile: Rulebook
) -> WorkingYearShown:
    """Enter the working days of a year, or correct them (the clerk); open terms follow at once."""
    days = given.of_year(year)
    return WorkingYearShown.of(await enter_working_days(work, here, profile=profile, days=days))
