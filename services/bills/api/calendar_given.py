"""The working days of a year, as the clerk enters them."""

from datetime import date

from pydantic import ConfigDict, Field, ValidationError

from shared.contracts.words import Line
from shared.kernel.calendars import WorkingYear
from shared.kernel.errors import Invalid
from shared.kernel.parameters import Status
from shared.kernel.text import Text
from shared.web.shapes import Given

MOST_DAYS = 150
"""A year has 104 or more days of rest by their weekday alone."""


class CalendarInvalid(Invalid):
    """The days given cannot be those of that year."""

    code = "calendar-invalid"


CANNOT_BE = Text(
    kk="{year} жылдың күнтізбесі мұндай бола алмайды: әр күн сол жылдікі болуы және не демалыс, не "
    "жұмыс күні болуы тиіс.",
    ru="Календарь {year} года таким быть не может: каждый день должен быть из этого года и либо "
    "нерабочим, либо рабочим.",
    en="The calendar of {year} cannot be so: each day must be of that year, and either a day of "
    "rest or a working day.",
)


class WorkingDaysGiven(Given):
    """Which days of the year are worked, and who decided so."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "holidays": ["2027-01-01", "2027-01-04", "2027-01-07"],
                    "moved_working_days": [],
                    "source": "Қазақстан Республикасы Үкіметінің қаулысы",
                }
            ]
        }
    )

    holidays: tuple[date, ...] = Field(
        max_length=MOST_DAYS,
        description="Days of rest that are not Saturdays or Sundays by themselves.",
    )
    moved_working_days: tuple[date, ...] = Field(
        max_length=MOST_DAYS, description="Saturdays and Sundays that are worked."
    )
    source: Line = Field(description="Where it is decided.")

    def of_year(self, year: int) -> WorkingYear:
        """Raises CalendarInvalid: a day is not of the year, or is said to be both."""
        try:
            return WorkingYear(
                year=year,
                holidays=frozenset(self.holidays),
                moved_working_days=frozenset(self.moved_working_days),
                source=self.source,
                status=Status.CONFIRMED,
            )
        except ValidationError as wrong:
            raise CalendarInvalid(CANNOT_BE.filled(year=year)) from wrong
