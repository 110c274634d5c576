"""What a row of the table of terms is made of."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from services.bills.domain.bill import Bill, DayNamed
from services.bills.domain.deadlines import Meaning
from services.bills.domain.stages import Act
from services.bills.domain.term_names import TERM_NAMES
from shared.kernel.actor import Role
from shared.kernel.procedure import Condition
from shared.kernel.rules import NotSettled, Rules
from shared.kernel.text import Text


@dataclass(frozen=True, slots=True)
class NamedStart:
    """The profile names the event from which a term is counted: a word for each act."""

    parameter: str
    acts: Mapping[str, Act]

    def act(self, rules: Rules) -> Act | None:
        """The act named; None if the profile names none that is known here."""
        try:
            return self.acts.get(rules.choice(self.parameter))
        except NotSettled:
            return None


@dataclass(frozen=True, slots=True)
class ByTheClock:
    """The act that the clock takes when the term has passed; if the profile asks for it."""

    act: Act
    parameter: str | None = None
    answer: str | None = None

    def asked_for(self, rules: Rules) -> bool:
        if self.parameter is None:
            return True
        try:
            return rules.choice(self.parameter) == self.answer
        except NotSettled:
            return False


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term.

    Attributes:
        key: of the terms of the profile, where its length, its source and its status are.
        starts: the acts that set it running, on a bill of which every condition of `when` holds.
        ends: what it is for: any of these acts, in time or not.
        by: who must act.
        falls_away: acts that end it otherwise; so does every act by which a bill is lost.
        stops, resumes: the acts between which it stands still, if the flag `stops_if` says so.
        fixed: the day it ends on, where the bill itself says so.
        named: the days that others fix while it runs, oldest first; the newest counts.
        then: what the clock does when it has passed, which ends it; if none, it is only told.
    """

    key: str
    starts: Collection[Act]
    ends: Collection[Act]
    by: Collection[Role]
    provision: str
    when: Collection[Condition[Bill]] = ()
    falls_away: Collection[Act] = ()
    stops: Collection[Act] = ()
    resumes: Collection[Act] = ()
    stops_if: str | None = None
    meaning: Meaning = Meaning.NOT_LATER
    counted_from: NamedStart | None = None
    fixed: Callable[[Bill], date | None] | None = None
    named: Callable[[Bill], Sequence[DayNamed]] | None = None
    then: ByTheClock | None = None

    @property
    def name(self) -> Text:
        return TERM_NAMES[self.key]

    @property
    def touched_by(self) -> frozenset[Act]:
        """Every act that changes how it stands."""
        own = (*self.starts, *self.ends, *self.falls_away, *self.stops, *self.resumes)
        named = self.counted_from.acts.values() if self.counted_from else ()
        clock = (self.then.act,) if self.then else ()
        return frozenset((*own, *named, *clock))
