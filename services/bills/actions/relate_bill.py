"""The initiator, or later the clerk, says what a bill has to do with others, or takes it back."""

from uuid import UUID

from services.bills.domain.acts import relating
from services.bills.domain.bill import Bill
from services.bills.domain.relating import Relation
from services.bills.store.acts_in_force import ActsInForce
from services.bills.store.bills import Bills
from services.bills.store.relations import keep_relation
from shared.contracts.acts import RelationKind
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def relate_bill(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, relation: Relation
) -> Bill:
    bill = await Bills(work).get(bill_id)
    relating.relate(bill, relation, occasion)
    await _known(work, relation)
    await keep_relation(work, bill, relation, occasion, stands=True)
    return bill


async def unrelate_bill(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, relation: Relation
) -> Bill:
    bill = await Bills(work).get(bill_id)
    relating.unrelate(bill, relation, occasion)
    await _known(work, relation)
    await keep_relation(work, bill, relation, occasion, stands=False)
    return bill


async def _known(work: UnitOfWork, relation: Relation) -> None:
    """Raises ActNotFound, BillNotFound: there is nothing to be related to."""
    to_act = relation.kind is RelationKind.AMENDS_ACT
    register = ActsInForce(work) if to_act else Bills(work)
    await register.get(relation.to_id)
