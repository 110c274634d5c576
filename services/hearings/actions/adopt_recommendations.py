"""A hearing's recommendations are adopted."""

from uuid import UUID

from services.hearings.domain.acts import adopt_recommendations as adopt
from services.hearings.domain.hearing import Ballots, Hearing
from services.hearings.store.hearings import Hearings
from services.hearings.store.recommendations import Recommendations
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def adopt_recommendations(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    hearing_id: UUID,
    recommendations: tuple[Bilingual, ...],
    ballots: Ballots,
) -> Hearing:
    """Adopt words that were brought in from elsewhere: refused where others were drafted here."""
    hearings = Hearings(work)
    await hearings.alone(hearing_id)
    hearing = await hearings.get(hearing_id)
    hearing.drafted = tuple(r.text for r in await Recommendations(work).drafted(hearing))
    adopt(hearing, occasion, recommendations=recommendations, ballots=ballots)
    return hearing
