"""/hearings/{id}/agenda and /agendas: the programme of a hearing."""

from uuid import UUID

from services.hearings.domain.agenda import HearingAgenda
from services.hearings.domain.stages import Initiator
from services.hearings.store.hearings import Hearings
from services.hearings.store.tables import agendas as tables
from shared.agenda.routes import About, Mounted, agendas, of_things
from shared.store.unit_of_work import UnitOfWork


async def _about(work: UnitOfWork, hearing_id: UUID) -> About:
    """Raises HearingNotFound."""
    hearing = await Hearings(work).get(hearing_id)
    if hearing.on_behalf_of is not Initiator.COMMITTEE or hearing.body_id is None:
        return About(hearing.starts_at)
    return About(hearing.starts_at, (hearing.body_id,))


_MOUNTED = Mounted(HearingAgenda, tables, _about)
of_hearings = of_things(_MOUNTED, "hearings")
router = agendas(_MOUNTED)
