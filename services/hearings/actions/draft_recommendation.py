"""A recommendation is drafted."""

from dataclasses import dataclass
from uuid import UUID

from services.hearings.domain.recommendations.drafting import draft
from services.hearings.domain.recommendations.recommendation import Addressee, Recommendation
from services.hearings.store.hearings import Hearings
from services.hearings.store.recommendations import Recommendations
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Draft:
    """What is recommended, to whom, and in how many days to be answered."""

    text: Bilingual
    addressee: Addressee
    answer_days: int | None


async def draft_recommendation(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, given: Draft
) -> Recommendation:
    hearings, recommendations = Hearings(work), Recommendations(work)
    await hearings.alone(hearing_id)
    hearing = await hearings.get(hearing_id)
    recommendation = Recommendation(
        id=new_id(),
        hearing_id=hearing.id,
        number=await recommendations.next_number(hearing.id),
        text=given.text,
        addressee=given.addressee,
        answer_days=given.answer_days,
        seen=hearing,
    )
    draft(recommendation, occasion)
    return recommendations.add(recommendation)
