"""A number of the law with its unit, its dates, its source, and how sure we are of it."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr

from shared.kernel.errors import DomainError

type Value = StrictBool | StrictInt | StrictStr | tuple[StrictInt | StrictStr, ...] | None
"""What a parameter may be. Never a float; None where the law is silent or was not found."""


Whole = Annotated[int, Field(strict=True, gt=0)]
"""A number of things, at least one; nothing else is taken for it."""


class NotSettled(DomainError):
    """The rules leave this open: nobody has set the value, and the software does not guess."""

    code = "not-settled"


class Status(StrEnum):
    """How sure a value is."""

    CONFIRMED = "confirmed"
    LAST_KNOWN = "last-known"
    PROPOSED = "proposed"
    RECALLED = "recalled"
    UNKNOWN = "unknown"


class Rule(BaseModel):
    """One version of one provision."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid")

    source: str = Field(min_length=1, description="The provision, or why there is none.")
    status: Status
    note: str = ""


class Parameter(Rule):
    value: Value
    unit: str = Field(min_length=1, description="What the value counts, or `choice`, `yes/no`.")


class Dated[R: Rule](BaseModel):
    """A rule through time: in force on a day is the latest version that had begun."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    versions: dict[date, R] = Field(min_length=1)

    def begun(self, day: date) -> bool:
        return min(self.versions) <= day

    def since(self, day: date) -> date:
        """When the version in force on `day` began. Raises LookupError before the first one."""
        if not self.begun(day):
            message = f"no version was in force on {day}"
            raise LookupError(message)
        return max(start for start in self.versions if start <= day)

    def on(self, day: date) -> R:
        """The version in force on `day`. Raises LookupError before the first one began."""
        return self.versions[self.since(day)]
