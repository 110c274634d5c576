"""How long before it begins a hearing must be called, where the rules say so."""

from datetime import datetime, time

from shared.kernel.occasion import ALMATY, day_of
from shared.kernel.rules import Rules, Unit

KEY = "hearing_notice"


def earliest_start(rules: Rules, at: datetime) -> datetime | None:
    """The first instant at which what is called at `at` may begin.

    A term in days leaves the hearing free to begin on its last day: ten days before the 20th is
    the 10th. None where it cannot be computed: no source gives its length, or it needs a calendar
    of working days, which this service does not have.
    """
    term = rules.terms.get(KEY)
    if term is None or term.amount is None or term.needs_calendar:
        return None
    if term.unit in {Unit.HOURS, Unit.MINUTES}:
        return term.ends_at(at)
    return datetime.combine(term.last_day(day_of(at)), time(), ALMATY)
