"""The recommendations that were drafted are adopted, all together."""

from uuid import UUID

from services.hearings.domain.acts import adopt_recommendations
from services.hearings.domain.hearing import Ballots, Hearing
from services.hearings.domain.recommendations.drafting import adopt
from services.hearings.domain.recommendations.recommendation import Recommendation
from services.hearings.store.hearings import Hearings
from services.hearings.store.recommendations import Recommendations, Wordings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def adopt_drafted(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, ballots: Ballots
) -> Hearing:
    hearings = Hearings(work)
    await hearings.alone(hearing_id)
    hearing = await hearings.get(hearing_id)
    drafts = await see_drafts(work, hearing)
    adopt_recommendations(hearing, occasion, recommendations=hearing.drafted, ballots=ballots)
    for each in drafts:
        adopt(each, occasion)
    return hearing


async def see_drafts(work: UnitOfWork, hearing: Hearing) -> list[Recommendation]:
    """The drafts, and on the hearing what its adoption asks of them."""
    drafts = await Recommendations(work).drafted(hearing)
    hearing.drafted = tuple(each.text for each in drafts)
    hearing.undecided = await Wordings(work).undecided(hearing.id)
    return drafts
