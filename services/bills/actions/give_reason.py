"""Someone entitled says why an element is to be changed."""

from dataclasses import dataclass

from services.bills.domain.reasoning import give_reason as judge
from services.bills.store.bills import Bills
from services.bills.store.readings import Compared, addresses_of
from services.bills.store.reasons import Between, keep_reason
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Change:
    """An element that is changed between two texts."""

    between: Between
    texts: Compared
    address: str


async def give_reason(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    change: Change,
    reason: Bilingual,
) -> None:
    bill = await Bills(work).get(change.between.bill_id)
    judge(bill, change.address, await addresses_of(change.texts), occasion)
    await keep_reason(work, change.between, change.address, reason, occasion)
