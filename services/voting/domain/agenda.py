"""The agenda of a sitting."""

from dataclasses import dataclass
from typing import ClassVar

from shared.agenda.agenda import Agenda
from shared.contracts.agendas import AgendaChanged, SittingAgendaChanged


@dataclass(eq=False)
class SittingAgenda(Agenda):
    """What a sitting deals with, in which order."""

    tells: ClassVar[type[AgendaChanged]] = SittingAgendaChanged
