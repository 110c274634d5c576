"""The terms of the path of a bill: which act starts each, which end it, and who must act by then.

How long each is stands in the rules profile under the same key; here is only what it is tied to.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from services.bills.domain.bill import Bill
from services.bills.domain.conditions import calls_for_a_conclusion
from services.bills.domain.deadlines import Meaning
from services.bills.domain.stages import Act
from services.bills.domain.stages import Act as A
from services.bills.domain.term_names import TERM_NAMES
from shared.kernel.actor import Role
from shared.kernel.actor import Role as R
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
        stops, resumes: the acts between which it stands still.
        fixed: the day it ends on, where the bill itself says so.
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
    meaning: Meaning = Meaning.NOT_LATER
    counted_from: NamedStart | None = None
    fixed: Callable[[Bill], date | None] | None = None
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


def _day_of_effect(bill: Bill) -> date | None:
    return bill.in_effect_on


TERMS: tuple[TermRow, ...] = (
    TermRow(
        "formal_check",
        starts=[A.INTRODUCE],
        ends=[A.REGISTER, A.RETURN_INCOMPLETE],
        by=[R.CLERK],
        provision="Law 480-V, art. 29(2)",
    ),
    TermRow(
        "government_conclusion",
        starts=[A.REGISTER],
        when=[calls_for_a_conclusion],
        ends=[A.NOTE_GOVERNMENT_CONCLUSION, A.DECLINE],
        by=[R.GOVERNMENT],
        provision="Constitution 2026, art. 60(6)",
    ),
    TermRow(
        "referral",
        starts=[A.ADMIT],
        ends=[A.NOTE_REFERRAL],
        by=[R.CHAIR],
        provision="Constitution 2026, art. 57(3)(5)",
    ),
    TermRow(
        "committee_conclusion",
        starts=[A.NOTE_REFERRAL, A.APPROVE_CONCEPT],
        ends=[A.NOTE_CONCLUSION],
        by=[R.COMMITTEE],
        provision="Constitution 2026, art. 59(2)",
    ),
    TermRow(
        "between_readings",
        starts=[A.APPROVE_CONCEPT, A.APPROVE_TEXT],
        ends=[A.OPEN_READING],
        by=[R.CHAIR, R.DEPUTY_CHAIR],
        meaning=Meaning.NOT_BEFORE,
        provision="Constitution 2026, art. 61(6)",
    ),
    TermRow(
        "final_edit",
        starts=[A.APPROVE_TEXT],
        ends=[A.CONFIRM_FINAL_EDIT],
        by=[R.CLERK],
        provision="Law 480-V, art. 30(7)",
    ),
    TermRow(
        "to_president",
        starts=[A.ADOPT],
        ends=[A.SEND_TO_PRESIDENT],
        by=[R.CLERK, R.CHAIR, R.PRIME_MINISTER],
        provision="Constitution 2026, arts 47(3), 60(5)",
    ),
    TermRow(
        "president_term",
        starts=[A.SEND_TO_PRESIDENT],
        ends=[A.SIGN],
        by=[R.PRESIDENT],
        provision="Constitution 2026, arts 46(3), 74(2)",
    ),
    TermRow(
        "publication",
        starts=[A.SIGN],
        ends=[A.PUBLISH],
        by=[R.PRESIDENT, R.GOVERNMENT],
        provision="Constitution 2026, art. 5(4); Law 480-V, art. 37(3)",
    ),
    TermRow(
        "in_effect",
        starts=[A.PUBLISH],
        ends=[],
        by=[R.CLOCK],
        meaning=Meaning.COMES,
        fixed=_day_of_effect,
        provision="Law 480-V, art. 42(3), 42(4)",
    ),
)

ROWS: Mapping[str, TermRow] = {row.key: row for row in TERMS}

TOUCHING: frozenset[Act] = frozenset().union(*(row.touched_by for row in TERMS))
"""The acts after which the deadlines of a bill are reckoned anew; so is every loss of a bill."""
