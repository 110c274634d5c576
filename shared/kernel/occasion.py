"""The circumstances of an act: who acts, when, and under which rules."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shared.kernel.actor import Actor
from shared.kernel.rules import Profile, Rules

ALMATY = ZoneInfo("Asia/Almaty")


def day_of(at: datetime) -> date:
    """The calendar day of an instant where the Kurultai sits."""
    return at.astimezone(ALMATY).date()


@dataclass(frozen=True, slots=True)
class Occasion:
    """Given to every act, so that nothing in the law asks the clock or the configuration."""

    by: Actor
    at: datetime
    rules: Rules

    @classmethod
    def under(cls, profile: Profile, by: Actor, at: datetime) -> "Occasion":
        """An occasion under the versions of the rules in force on its day."""
        return cls(by, at, profile.on(day_of(at)))

    @property
    def day(self) -> date:
        return day_of(self.at)
