"""What a bill has to do with others, said and taken back."""

from services.bills.domain.bill import Bill
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.relating import TO_ITSELF, RelatedToItself, Relation
from services.bills.domain.stages import Act
from shared.contracts.acts import BillRelated
from shared.kernel.occasion import Occasion


def relate(bill: Bill, relation: Relation, occasion: Occasion) -> None:
    """Say what the bill has to do with another bill or with an act.

    Raises:
        RelatedToItself: with itself.
        NotNow, NotEntitled: as the table has it.
    """
    if relation.to_id == bill.id:
        raise RelatedToItself(TO_ITSELF)
    PROCEDURE.take(bill, Act.RELATE, occasion)
    bill.record(_told(bill, relation, occasion, stands=True))


def unrelate(bill: Bill, relation: Relation, occasion: Occasion) -> None:
    """Take back what was said."""
    PROCEDURE.take(bill, Act.UNRELATE, occasion)
    bill.record(_told(bill, relation, occasion, stands=False))


def _told(bill: Bill, relation: Relation, occasion: Occasion, *, stands: bool) -> BillRelated:
    return BillRelated(
        at=occasion.at, bill_id=bill.id, kind=relation.kind, to_id=relation.to_id, stands=stands
    )
