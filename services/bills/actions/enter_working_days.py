"""The clerk enters the working days of a year; terms that waited for them are reckoned anew."""

from services.bills.actions.reckon_deadlines import reckon_deadlines
from services.bills.domain.working_days import enter
from services.bills.store.bills import Bills
from services.bills.store.calendars import CalendarCases
from services.bills.store.deadlines import bills_that_wait_for_a_calendar
from shared.kernel.calendars import WorkingYear
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.store.unit_of_work import UnitOfWork


async def enter_working_days(
    work: UnitOfWork, occasion: Occasion, *, profile: Profile, days: WorkingYear
) -> WorkingYear:
    calendar = await CalendarCases(work).of_year(days.year)
    enter(calendar, days, occasion)
    await work.session.flush()
    # Held, for an act that is being taken has not seen this calendar, nor we that act.
    for bill_id in await bills_that_wait_for_a_calendar(work):
        await reckon_deadlines(work, profile, await Bills(work).held(bill_id))
    return days
