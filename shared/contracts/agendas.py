"""What is told of agendas, in the same words wherever one is kept."""

from typing import ClassVar
from uuid import UUID

from shared.kernel.event import Fact


class AgendaChanged(Fact):
    """An agenda was drawn up, changed, published, adopted, or an item of it begun or ended."""

    about: ClassVar[str] = "agenda"

    agenda_id: UUID
    about_id: UUID
    change: str
    item_id: UUID | None = None


class SittingAgendaChanged(AgendaChanged):
    """The agenda of a sitting changed."""

    type: ClassVar[str] = "voting.agenda_changed.v1"


class HearingAgendaChanged(AgendaChanged):
    """The agenda of a hearing changed."""

    type: ClassVar[str] = "hearings.agenda_changed.v1"


TELLS = (SittingAgendaChanged,)
OF_HEARINGS = (HearingAgendaChanged,)
