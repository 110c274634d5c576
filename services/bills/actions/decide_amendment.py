"""The lead committee decides on an amendment."""

from dataclasses import dataclass, replace
from uuid import UUID

from services.bills.domain.amendments.acts import decide
from services.bills.domain.amendments.amendment import Amendment, Proposed
from services.bills.domain.amendments.making import Asked, proposed
from services.bills.domain.amendments.refusals import WORDING_ASKED, WordingNeeded
from services.bills.domain.amendments.stages import Verdict
from services.bills.store.amendments.around import amendment_at_hand, look_for_conflicts
from services.bills.store.amendments.trees import acts_in
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the committee says: its verdict with its grounds, and its wording if it is another."""

    verdict: Verdict
    grounds: Bilingual
    wording: Asked | None = None


async def decide_amendment(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, number: int, judgement: Judgement
) -> Amendment:
    amendment = await amendment_at_hand(work, occasion, bill_id, number)
    wording = await _wording(work, amendment, judgement)
    if judgement.verdict is not Verdict.REJECTED:
        await look_for_conflicts(work, amendment, wording or amendment.proposed)
    decide(amendment, judgement.verdict, judgement.grounds, occasion, wording=wording)
    return amendment


async def _wording(work: UnitOfWork, amendment: Amendment, judgement: Judgement) -> Proposed | None:
    other = judgement.verdict is Verdict.IN_OTHER_WORDING
    if other is not (judgement.wording is not None):
        raise WordingNeeded(WORDING_ASKED)
    if judgement.wording is None:
        return None
    asked = replace(judgement.wording, address=judgement.wording.address or amendment.address)
    base = amendment.setting.base_version
    return proposed(asked, await acts_in(work, amendment.bill_id, base))
