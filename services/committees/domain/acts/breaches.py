"""A guarantee is broken by events, and kept again."""

from datetime import date

from services.committees.domain.breach import Breach, BreachAct
from services.committees.domain.breaches_procedure import BREACHES
from shared.contracts.guarantees import BreachCured, BreachLapsed, BreachOpened, BreachOverdue
from shared.kernel.occasion import Occasion
from shared.kernel.terms import Calendar

CURE = "breach_cure"
"""The term of the rules."""


def open_breach(breach: Breach, occasion: Occasion, calendar: Calendar | None) -> None:
    """Say that the guarantee is broken. Raises NotNow: it is kept, or not owed yet."""
    BREACHES.take(breach, BreachAct.OPEN, occasion)
    breach.opened_at, breach.cure_by = occasion.at, _cure_by(occasion, calendar)
    breach.record(
        BreachOpened(
            at=occasion.at,
            breach_id=breach.id,
            convocation_id=breach.convocation_id,
            key=breach.key,
            needed=breach.needed,
            held=breach.held,
            cure_by=breach.cure_by,
            provision=breach.provision,
        )
    )


def pass_term(breach: Breach, occasion: Occasion) -> None:
    """Nobody cured it in time. Raises NotNow."""
    BREACHES.take(breach, BreachAct.PASS_TERM, occasion)
    cure_by = breach.cure_by or occasion.day
    breach.record(
        BreachOverdue(at=occasion.at, breach_id=breach.id, key=breach.key, cure_by=cure_by)
    )


def cure(breach: Breach, occasion: Occasion) -> None:
    """The guarantee is kept again. Raises NotNow."""
    BREACHES.take(breach, BreachAct.CURE, occasion)
    breach.ended_at = occasion.at
    held = breach.guarantee.held if breach.guarantee else 0
    breach.record(BreachCured(at=occasion.at, breach_id=breach.id, key=breach.key, held=held))


def lapse(breach: Breach, occasion: Occasion) -> None:
    """Its convocation does not sit any more. Raises NotNow."""
    BREACHES.take(breach, BreachAct.LAPSE, occasion)
    breach.ended_at = occasion.at
    breach.record(BreachLapsed(at=occasion.at, breach_id=breach.id, key=breach.key))


def _cure_by(occasion: Occasion, calendar: Calendar | None) -> date | None:
    term = occasion.rules.terms.get(CURE)
    if term is None or term.amount is None:
        return None
    return term.last_day(occasion.day, calendar)
