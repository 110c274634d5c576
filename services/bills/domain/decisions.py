"""What the Kurultai is asked at each reading, and which act its answer calls for."""

from services.bills.domain.stages import Act
from shared.contracts.bills import BillKind
from shared.kernel.rules import Outcome, Rules

LAW, CONSTITUTIONAL_LAW = "maj_law", "maj_const_law"
CONCEPT, AMENDMENTS = "concept", "amendments"


def decision_for(kind: BillKind, reading: int, rules: Rules) -> str:
    """The rule by which this reading is decided: a key of the profile's decisions.

    A constitutional law needs its own majority (Constitution 2026, art. 61(3)) at those
    readings that the profile names.
    """
    own = reading in rules.numbers("readings.constitutional_law_majority_applies_at")
    return CONSTITUTIONAL_LAW if own and kind is BillKind.CONSTITUTIONAL_LAW else LAW


def purpose_of(reading: int, rules: Rules) -> str:
    """What the reading is for: a word of the profile, the first of them for reading 1."""
    return rules.choices("readings.purpose")[reading - 1]


def act_called_for(outcome: Outcome, reading: int, rules: Rules) -> Act:
    """Rejection has its own majority (art. 60(5)); between it and adoption nothing is decided."""
    match outcome:
        case Outcome.ADOPTED:
            return _approval(reading, rules)
        case Outcome.REJECTED:
            return Act.REJECT
        case Outcome.NO_DECISION | Outcome.DIVIDED:
            return Act.NOTE_NO_DECISION


def _approval(reading: int, rules: Rules) -> Act:
    if reading >= rules.number("readings.count"):
        return Act.ADOPT
    concept = purpose_of(reading, rules) == CONCEPT
    return Act.APPROVE_CONCEPT if concept else Act.APPROVE_TEXT
