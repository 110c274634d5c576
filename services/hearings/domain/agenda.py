"""The agenda of a hearing: its programme, item by item."""

from dataclasses import dataclass
from typing import ClassVar

from shared.agenda.agenda import Agenda
from shared.contracts.agendas import AgendaChanged, HearingAgendaChanged


@dataclass(eq=False)
class HearingAgenda(Agenda):
    """What a hearing deals with, in which order."""

    tells: ClassVar[type[AgendaChanged]] = HearingAgendaChanged
