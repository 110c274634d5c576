"""A deputy proposes another wording of a recommendation."""

from uuid import UUID

from services.hearings.domain.recommendations.drafting import propose
from services.hearings.domain.recommendations.rewording import Rewording
from services.hearings.store.recommendations import Recommendations, Wordings
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def propose_wording(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    recommendation_id: UUID,
    person_id: UUID,
    text: Bilingual,
) -> Rewording:
    of = await Recommendations(work).to_act_on(recommendation_id)
    wording = Rewording(
        id=new_id(),
        hearing_id=of.hearing_id,
        recommendation_id=of.id,
        person_id=person_id,
        text=text,
        seen=of.seen,
        of=of,
    )
    propose(wording, occasion)
    return Wordings(work).add(wording)
