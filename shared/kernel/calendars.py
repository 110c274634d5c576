"""Working-day calendars: one a year, each with its source; a year nobody entered is not guessed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from shared.kernel.parameters import Status
from shared.kernel.terms import Calendar

FIRST_YEAR, LAST_YEAR = 1991, 2199


class WorkingYear(BaseModel):
    """The working days of one year: Monday to Friday, but for these.

    Attributes:
        holidays: days of rest that are not Saturdays or Sundays by themselves, moved ones included.
        moved_working_days: Saturdays and Sundays that are worked; None while nobody knows them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    year: int = Field(ge=FIRST_YEAR, le=LAST_YEAR)
    holidays: frozenset[date]
    moved_working_days: frozenset[date] | None
    source: str = Field(min_length=1, max_length=2000)
    status: Status
    note: str = Field(default="", max_length=2000)

    @model_validator(mode="after")
    def _is_one_year_and_says_one_thing(self) -> Self:
        worked = self.moved_working_days or frozenset()
        if strange := sorted(d for d in self.holidays | worked if d.year != self.year):
            message = f"{strange[0]} is not a day of {self.year}"
            raise ValueError(message)
        if both := sorted(self.holidays & worked):
            message = f"{both[0]} cannot be a day of rest and a working day"
            raise ValueError(message)
        return self

    @property
    def is_settled(self) -> bool:
        """Whether every working day of the year is known."""
        return self.moved_working_days is not None


@dataclass(frozen=True)
class Calendars:
    """The calendars that are known, by year."""

    years: Mapping[int, WorkingYear]

    @cached_property
    def calendar(self) -> Calendar:
        """All years as one; of a year that is not known, only Saturdays and Sundays are free."""
        known = self.years.values()
        return Calendar(
            holidays=frozenset(chain.from_iterable(y.holidays for y in known)),
            moved_working_days=frozenset(
                chain.from_iterable(y.moved_working_days or () for y in known)
            ),
        )

    def unsettled(self, first: date, last: date) -> tuple[int, ...]:
        """The years between two days, both included, whose working days are not all known."""
        years = range(first.year, last.year + 1)
        return tuple(y for y in years if y not in self.years or not self.years[y].is_settled)
