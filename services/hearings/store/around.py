"""What is seen around a hearing when it is judged: nothing of it is kept with the hearing."""

from datetime import datetime
from uuid import UUID

from services.hearings.domain.hearing import Hearing
from services.hearings.domain.session import Session
from services.hearings.domain.stages import AHEAD, Stage
from services.hearings.store.hearings import Hearings
from services.hearings.store.holding import Speeches
from services.hearings.store.presences import how_many
from services.hearings.store.recommendations import Wordings
from services.hearings.store.sessions import called_before
from services.hearings.store.tables import bodies
from shared.kernel.occasion import Occasion, day_of
from shared.store.unit_of_work import UnitOfWork


async def hearing_as_it_is(work: UnitOfWork, occasion: Occasion, hearing_id: UUID) -> Hearing:
    """The hearing with all that its conditions ask about. Raises HearingNotFound."""
    hearing = await Hearings(work).get(hearing_id)
    if hearing.stage in {*AHEAD, Stage.OPEN}:
        hearing.counted = await how_many(work, hearing.id)
        hearing.members = await _members(work, hearing, occasion.at)
    if hearing.stage is Stage.CALLED:
        session = Session.at(day_of(hearing.called_at or occasion.at), occasion.rules)
        hearing.called_before = await called_before(work, hearing, session)
    if hearing.stage is Stage.OPEN:
        hearing.somebody_speaks = await Speeches(work).somebody_speaks(hearing.id)
        hearing.owed_floor = await Speeches(work).owed(hearing.id)
    if hearing.stage is Stage.HELD:
        hearing.undecided = await Wordings(work).undecided(hearing.id)
    return hearing


async def _members(work: UnitOfWork, hearing: Hearing, at: datetime) -> int | None:
    """Of a committee, how many belong to it; None where that is not known, or there is none."""
    if hearing.body_id is None:
        return None
    return len(await bodies.members(work, hearing.body_id, at)) or None
