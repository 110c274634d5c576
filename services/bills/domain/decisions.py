"""What the Kurultai is asked at each reading, and which act its answer calls for."""

from services.bills.domain.bill import Bill
from services.bills.domain.stages import Act
from shared.contracts.bills import BillKind
from shared.kernel.rules import NotSettled, Outcome, Rules

LAW, CONSTITUTIONAL_LAW, RESOLUTION = "maj_law", "maj_const_law", "maj_resolution"
OVERRIDE, OVERRIDE_CONSTITUTIONAL_LAW = "override_law", "override_const_law"
CONCEPT, AMENDMENTS = "concept", "amendments"


def decision_for(bill: Bill, reading: int, rules: Rules) -> str:
    """The rule by which this reading is decided: a key of the profile's decisions.

    A constitutional law needs its own majority (Constitution 2026, art. 61(3)) where it is
    adopted, and at those readings that the profile names.
    """
    if bill.kind is BillKind.RESOLUTION:
        return RESOLUTION
    named = rules.numbers("readings.constitutional_law_majority_applies_at")
    own = reading in named or reading == count_of(bill, rules)
    return CONSTITUTIONAL_LAW if own and bill.kind is BillKind.CONSTITUTIONAL_LAW else LAW


def adoption_of(bill: Bill) -> str:
    """The rule by which such a law is adopted."""
    return CONSTITUTIONAL_LAW if bill.kind is BillKind.CONSTITUTIONAL_LAW else LAW


def override_of(bill: Bill) -> str:
    """The rule by which objections to such a law are overridden (Constitution 2026, art. 56(2))."""
    constitutional = bill.kind is BillKind.CONSTITUTIONAL_LAW
    return OVERRIDE_CONSTITUTIONAL_LAW if constitutional else OVERRIDE


def count_of(bill: Bill, rules: Rules) -> int:
    """How many readings such a bill has."""
    if bill.kind is BillKind.RESOLUTION:
        return rules.number("readings.of_resolution")
    usual = rules.number("readings.count")
    return _in_an_emergency(rules, usual) if bill.emergency else usual


def _in_an_emergency(rules: Rules, usual: int) -> int:
    """As usual, as long as no source gives another number."""
    try:
        return rules.number("readings.emergency_readings")
    except NotSettled:
        return usual


def purpose_of(bill: Bill, reading: int, rules: Rules) -> str:
    """What the reading is for: a word of the profile; fewer readings have the last of them.

    After the last reading there is none, and no word.
    """
    purposes = rules.choices("readings.purpose")[-count_of(bill, rules) :]
    return purposes[reading - 1] if reading <= len(purposes) else ""


def act_called_for(outcome: Outcome, bill: Bill, rules: Rules) -> Act:
    """Rejection has its own majority (art. 60(5)); between it and adoption nothing is decided."""
    match outcome:
        case Outcome.ADOPTED:
            return _approval(bill, rules)
        case Outcome.REJECTED:
            return Act.REJECT
        case Outcome.NO_DECISION | Outcome.DIVIDED:
            return Act.NOTE_NO_DECISION


def _approval(bill: Bill, rules: Rules) -> Act:
    if bill.reading >= count_of(bill, rules):
        return Act.ADOPT
    concept = purpose_of(bill, bill.reading, rules) == CONCEPT
    return Act.APPROVE_CONCEPT if concept else Act.APPROVE_TEXT
