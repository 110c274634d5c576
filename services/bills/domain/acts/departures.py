"""What parliament did outside the table: one explicit act of two persons, loud in the record."""

from services.bills.domain.beyond import Departure
from services.bills.domain.bill import Bill
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.stages import Act, Stage
from shared.contracts.bills_beyond import BillDeparted, DepartureProposed
from shared.kernel.occasion import Occasion


def propose(bill: Bill, departure: Departure, occasion: Occasion) -> None:
    """Propose to record a departure; what was proposed before and not confirmed is dropped."""
    PROCEDURE.take(bill, Act.PROPOSE_DEPARTURE, occasion)
    bill.departure_proposed = departure.model_copy(update={"origin": Stage(bill.stage)})
    bill.record(
        DepartureProposed(at=occasion.at, bill_id=bill.id, to=departure.to, reason=departure.reason)
    )


def record(bill: Bill, occasion: Occasion) -> None:
    """A second person confirms, and the bill goes where it is said to have gone.

    Raises:
        NotNow: nothing was proposed, or it was proposed by the same person.
    """
    proposed = bill.departure_proposed
    to = proposed.to if proposed else Stage.DRAFT
    origin = bill.stage
    PROCEDURE.take(bill, Act.RECORD_DEPARTURE, occasion, to=to)
    if proposed is None:
        return
    _go(bill, proposed, origin, occasion)
    bill.record(
        BillDeparted(
            at=occasion.at,
            bill_id=bill.id,
            origin=origin,
            to=to,
            reason=proposed.reason,
            source=proposed.source,
            dated=proposed.dated,
        )
    )


def _go(bill: Bill, proposed: Departure, origin: Stage, occasion: Occasion) -> None:
    confirmed = {
        "origin": origin,
        "confirmed_by": occasion.by.person_id,
        "confirmed_at": occasion.at,
    }
    bill.departures = (*bill.departures, proposed.model_copy(update=confirmed))
    bill.departure_proposed = None
    bill.remark(Act.RECORD_DEPARTURE, occasion.at, proposed.reason)
    if proposed.readings_passed is not None:
        bill.readings_passed = proposed.readings_passed
        bill.concluded_for = max(bill.concluded_for, proposed.readings_passed)
