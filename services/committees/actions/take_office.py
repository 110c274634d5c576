"""The registrar enters that a person takes an office."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.committees.actions.note_election import drop_the_others
from services.committees.domain.acts.offices import take
from services.committees.domain.office import Office
from services.committees.store.committees import Committees
from services.committees.store.composition import whole_composition
from services.committees.store.factions import Factions
from services.committees.store.offices import Offices
from services.committees.store.turns import Turn, wait_for_turn
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

BODIES: Mapping[Role, type[Factions | Committees]] = {
    Role.FACTION_LEADER: Factions,
    Role.COMMITTEE_CHAIR: Committees,
    Role.COMMITTEE_SECRETARY: Committees,
}
"""Where the bodies are kept in which an office is held."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Who takes which office, where, and on what ground."""

    person_id: UUID
    role: Role
    body_id: UUID | None
    ground: str
    last_day: date | None = None


async def take_office(work: UnitOfWork, occasion: Occasion, entry: Entry) -> Office:
    """Raises FactionNotFound or CommitteeNotFound for a body that is not on file."""
    await _find_body(work, entry)
    await wait_for_turn(work, Turn.OFFICES)
    office = Office(
        new_id(), entry.person_id, entry.role, entry.body_id, entry.ground, since=occasion.at
    )
    office.last_day = entry.last_day
    office.composition = await whole_composition(work)
    take(office, occasion)
    Offices(work).add(office)
    await work.session.flush()
    await drop_the_others(work, office, occasion)
    return office


async def _find_body(work: UnitOfWork, entry: Entry) -> None:
    bodies = BODIES.get(entry.role)
    if bodies and entry.body_id:
        await bodies(work).get(entry.body_id)
