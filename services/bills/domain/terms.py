"""The terms of the path of a bill: which act starts each, which end it, and who must act by then.

How long each is stands in the rules profile under the same key; here is only what it is tied to.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from services.bills.domain.bill import Bill, DayNamed
from services.bills.domain.conditions import calls_for_a_conclusion
from services.bills.domain.conditions_beyond import is_a_law
from services.bills.domain.deadlines import Meaning
from services.bills.domain.stages import Act
from services.bills.domain.stages import Act as A
from services.bills.domain.term_rows import ByTheClock, NamedStart, TermRow
from shared.kernel.actor import Role as R

PRIORITY_STARTS: Mapping[str, Act] = {
    "presidential_decision": A.GIVE_PRIORITY,
    "introduction": A.INTRODUCE,
    "registration": A.REGISTER,
    "admission": A.ADMIT,
}
"""What `priority.clock_starts` may say: the Constitution names no day (art. 60(2))."""


def _day_of_effect(bill: Bill) -> date | None:
    return bill.in_effect_on


def _conclusion_days(bill: Bill) -> Sequence[DayNamed]:
    return bill.conclusion_days


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
        falls_away=[A.OPEN_READING],
        by=[R.CHAIR],
        provision="Constitution 2026, art. 57(3)(5)",
    ),
    TermRow(
        "committee_conclusion",
        starts=[A.NOTE_REFERRAL, A.APPROVE_CONCEPT, A.POSTPONE, A.REPEAT_READING],
        ends=[A.NOTE_CONCLUSION],
        named=_conclusion_days,
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
        "reading_postponed",
        starts=[A.POSTPONE],
        ends=[A.OPEN_READING],
        by=[R.CHAIR, R.DEPUTY_CHAIR],
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
        "priority_bill",
        starts=[A.GIVE_PRIORITY],
        ends=[A.ADOPT, A.NOTE_CONFIDENCE_KEPT],
        by=[R.KURULTAI],
        counted_from=NamedStart("priority.clock_starts", PRIORITY_STARTS),
        provision="Constitution 2026, art. 60(2)",
    ),
    TermRow(
        "confidence_wait",
        starts=[A.RAISE_CONFIDENCE],
        ends=[A.OPEN_CONFIDENCE_VOTE],
        by=[R.CHAIR, R.DEPUTY_CHAIR],
        meaning=Meaning.NOT_BEFORE,
        provision="Constitution 2026, art. 60(7)",
    ),
    TermRow(
        "to_president",
        starts=[A.ADOPT, A.NOTE_CONFIDENCE_KEPT, A.ADOPT_IN_PRESIDENTS_WORDING],
        when=[is_a_law],
        ends=[A.SEND_TO_PRESIDENT],
        by=[R.CLERK, R.CHAIR, R.PRIME_MINISTER],
        provision="Constitution 2026, arts 47(3), 60(5)",
    ),
    TermRow(
        "president_term",
        starts=[A.SEND_TO_PRESIDENT],
        ends=[A.SIGN, A.RETURN_BY_PRESIDENT],
        stops=[A.REFER_TO_COURT],
        resumes=[A.NOTE_CONSTITUTIONAL],
        stops_if="cc_stop_clock",
        by=[R.PRESIDENT],
        then=ByTheClock(A.DEEM_SIGNED, "president.deemed_signed_on_silence", "deemed_signed"),
        provision="Constitution 2026, arts 46(3), 74(2)",
    ),
    TermRow(
        "constitutional_review",
        starts=[A.REFER_TO_COURT],
        ends=[A.NOTE_CONSTITUTIONAL, A.NOTE_UNCONSTITUTIONAL],
        by=[R.CLERK],
        provision="Constitution 2026, arts 73(1)(2), 75",
    ),
    TermRow(
        "revote_term",
        starts=[A.RETURN_BY_PRESIDENT],
        ends=[A.OVERRIDE, A.FAIL_TO_OVERRIDE],
        by=[R.KURULTAI],
        then=ByTheClock(A.ACCEPT_OBJECTIONS),
        provision="Constitution 2026, art. 56(2)",
    ),
    TermRow(
        "sign_after_override",
        starts=[A.OVERRIDE],
        ends=[A.SIGN],
        by=[R.PRESIDENT],
        provision="Constitution 2026, art. 56(2)",
    ),
    TermRow(
        "publication",
        starts=[A.SIGN, A.DEEM_SIGNED],
        ends=[A.PUBLISH],
        by=[R.PRESIDENT, R.GOVERNMENT],
        provision="Constitution 2026, art. 5(4); Law 480-V, art. 37(3)",
    ),
    TermRow(
        "in_effect",
        starts=[A.PUBLISH],
        ends=[A.TAKE_EFFECT],
        by=[R.CLOCK],
        meaning=Meaning.COMES,
        fixed=_day_of_effect,
        then=ByTheClock(A.TAKE_EFFECT),
        provision="Law 480-V, art. 42(3), 42(4)",
    ),
)

ROWS: Mapping[str, TermRow] = {row.key: row for row in TERMS}

TOUCHING: frozenset[Act] = frozenset({A.RECORD_DEPARTURE}).union(*(row.touched_by for row in TERMS))
"""The acts after which the deadlines of a bill are reckoned anew; so is every loss of a bill."""
