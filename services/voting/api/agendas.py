"""/sittings/{id}/agenda and /agendas: the agenda of a sitting."""

from uuid import UUID

from services.voting.domain.agenda import SittingAgenda
from services.voting.store.sittings import Sittings
from services.voting.store.tables import agendas as tables
from shared.agenda.routes import About, Mounted, agendas, of_things
from shared.store.unit_of_work import UnitOfWork


async def _about(work: UnitOfWork, sitting_id: UUID) -> About:
    """Raises SittingNotFound."""
    sitting = await Sittings(work).get(sitting_id)
    return About(sitting.starts_at, sitting.bodies)


_MOUNTED = Mounted(SittingAgenda, tables, _about)
of_sittings = of_things(_MOUNTED, "sittings")
router = agendas(_MOUNTED)
