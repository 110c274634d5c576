"""Bills that come before others: the President's priorities, the Government's emergencies."""

from services.bills.domain.beyond import Emergency, TemporaryAct
from services.bills.domain.bill import Bill
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.stages import Act
from shared.contracts.bills_beyond import (
    BillGivenPriority,
    EmergencyDeclared,
    EmergencyGround,
    TemporaryActLinked,
)
from shared.kernel.occasion import Occasion


def give_priority(bill: Bill, occasion: Occasion) -> None:
    """The bill is to be adopted first, and within two months. Raises NotNow the second time."""
    PROCEDURE.take(bill, Act.GIVE_PRIORITY, occasion)
    bill.priority_at = occasion.at
    due = occasion.rules.term("priority_bill").last_day(occasion.day)
    bill.record(BillGivenPriority(at=occasion.at, bill_id=bill.id, due=due))


def declare_emergency(bill: Bill, ground: EmergencyGround, occasion: Occasion) -> None:
    """The bill is to be considered at once. Raises NotNow for another's bill."""
    PROCEDURE.take(bill, Act.DECLARE_EMERGENCY, occasion)
    bill.emergency = Emergency(ground=ground, declared_at=occasion.at)
    bill.record(EmergencyDeclared(at=occasion.at, bill_id=bill.id, ground=ground))


def link_temporary_act(bill: Bill, temporary: TemporaryAct, occasion: Occasion) -> None:
    """Note an act of the Government that has the force of law until the bill is law or rejected."""
    PROCEDURE.take(bill, Act.LINK_TEMPORARY_ACT, occasion)
    bill.temporary_acts = (*bill.temporary_acts, temporary)
    bill.record(TemporaryActLinked(at=occasion.at, bill_id=bill.id, **dict(temporary)))
