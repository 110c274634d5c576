"""What the passing of time does to a bill, and the end of a convocation."""

from services.bills.domain.bill import Bill
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.stages import Act
from shared.contracts.bills_beyond import BillLapsed, LawDeemedSigned, LawTookEffect
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion


def deem_signed(bill: Bill, occasion: Occasion) -> None:
    """Silence for a month is a signature, where the rules say so. Raises NotNow otherwise."""
    PROCEDURE.take(bill, Act.DEEM_SIGNED, occasion)
    bill.signed_at = occasion.at
    bill.record(LawDeemedSigned(at=occasion.at, bill_id=bill.id))


def take_effect(bill: Bill, occasion: Occasion) -> None:
    """The day of introduction into effect has come. Raises NotNow before."""
    PROCEDURE.take(bill, Act.TAKE_EFFECT, occasion)
    day = bill.in_effect_on or occasion.day
    bill.record(LawTookEffect(at=occasion.at, bill_id=bill.id, in_effect_on=day))


def lapse(bill: Bill, reason: Bilingual, occasion: Occasion) -> None:
    """The bill ends with the convocation. Raises NotNow where the rules do not say so."""
    PROCEDURE.take(bill, Act.LAPSE, occasion)
    bill.remark(Act.LAPSE, occasion.at, reason)
    bill.record(BillLapsed(at=occasion.at, bill_id=bill.id, reason=reason))
