"""The session of the Kurultai in which a day lies, and what each initiator may call in it."""

from calendar import month_name
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Self

from services.hearings.domain.stages import Initiator
from shared.kernel.occasion import ALMATY
from shared.kernel.rules import Rules
from shared.kernel.terms import WEEKENDS_ONLY

FIRST = "first_working_day_of_"
LAST = "last_working_day_of_"
MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}


@dataclass(frozen=True, slots=True)
class Session:
    """From its first day to the day before the next one begins (Constitution 2026, art. 58(3)).

    What is called between two sessions counts for the one before: the article knows no other.

    Attributes:
        ends: its last working day; `before` is the first day that is no longer counted for it.
    """

    begins: date
    ends: date
    before: date

    @classmethod
    def at(cls, day: date, rules: Rules) -> Self | None:
        """The session of that day; None where the rules name no sessions."""
        first, last = rules.settled("session.begins"), rules.settled("session.ends")
        if first is None or last is None:
            return None
        year = day.year if day >= _begins(day.year, str(first)) else day.year - 1
        begins, before = _begins(year, str(first)), _begins(year + 1, str(first))
        ends = _ends(year, str(last))
        return cls(begins, ends if ends > begins else _ends(year + 1, str(last)), before)

    @property
    def span(self) -> tuple[datetime, datetime]:
        """From its first instant to the first that is not counted for it, in Astana."""
        return _midnight(self.begins), _midnight(self.before)


def most_in_a_session(rules: Rules, initiator: Initiator) -> int | None:
    """How many hearings the initiator may call in a session; None where nobody has set it.

    What the opposition is guaranteed it may call, whatever the most is.
    """
    most = rules.settled(f"hearings.per_session_max.{initiator}")
    return max(int(most), guaranteed(rules, initiator)) if isinstance(most, int) else None


def guaranteed(rules: Rules, initiator: Initiator) -> int:
    """How many hearings a session nobody may deny it (last known: 339-VI, art. 12(4))."""
    owed = rules.settled("opposition.hearings_per_session_min")
    opposition = initiator is Initiator.OPPOSITION
    return owed if opposition and isinstance(owed, int) else 0


def _begins(year: int, word: str) -> date:
    return WEEKENDS_ONLY.not_before(date(year, MONTHS[word.removeprefix(FIRST)], 1))


def _ends(year: int, word: str) -> date:
    month = MONTHS[word.removeprefix(LAST)]
    last = date(year + month // 12, month % 12 + 1, 1)
    return WEEKENDS_ONLY.not_after(date.fromordinal(last.toordinal() - 1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ALMATY)
