"""The Government concludes on an amendment that touches revenue or spending."""

from uuid import UUID

from services.bills.domain.amendments.acts import conclude
from services.bills.domain.amendments.amendment import Amendment
from services.bills.store.amendments.around import amendment_at_hand
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def conclude_on_amendment(  # noqa: PLR0913  an amendment is named by its bill and number
    work: UnitOfWork,
    occasion: Occasion,
    *,
    bill_id: UUID,
    number: int,
    positive: bool,
    reason: Bilingual,
) -> Amendment:
    amendment = await amendment_at_hand(work, occasion, bill_id, number)
    conclude(amendment, positive=positive, reason=reason, occasion=occasion)
    return amendment
