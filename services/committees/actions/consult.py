"""A consultation of factions on the chairs of committees is entered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.committees.domain.acts.recalls import consult
from services.committees.domain.consultation import Consultation, Voice
from services.committees.store.convocations import Convocations
from services.committees.store.elections import Consultations
from services.committees.store.turns import Turn, wait_for_turn
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Talks:
    """When factions met, about which committees, who was there, and what came of it."""

    held_on: date
    committee_ids: Sequence[UUID]
    voices: Sequence[Voice]
    outcome: Bilingual


async def hold_consultation(
    work: UnitOfWork, occasion: Occasion, *, convocation_id: UUID, talks: Talks
) -> Consultation:
    convocation = await Convocations(work).get(convocation_id)
    await wait_for_turn(work, Turn.OFFICES)
    consultation = Consultation(
        new_id(),
        convocation.id,
        talks.held_on,
        tuple(talks.committee_ids),
        tuple(talks.voices),
        talks.outcome,
    )
    consultations = Consultations(work)
    await consultations.look_around(consultation)
    consult(consultation, occasion)
    return consultations.add(consultation)
