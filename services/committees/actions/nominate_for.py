"""A deputy is nominated for an office, and the Kurultai is asked to elect."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from services.committees.domain.acts.candidacies import nominate
from services.committees.domain.candidacy import Ballot, Candidacy
from services.committees.store.candidacies import Candidacies
from services.committees.store.committees import Committees
from services.committees.store.composition import composition_of
from services.committees.store.convocations import Convocations
from services.committees.store.turns import Turn, wait_for_turn
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from services.committees.domain.committee import Committee


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands for which office; for the chair of a committee, which."""

    person_id: UUID
    role: Role = Role.COMMITTEE_CHAIR
    committee_id: UUID | None = None
    ballot: Ballot = Ballot.OPEN
    speaks_kazakh: bool | None = None
    last_day: date | None = None


async def nominate_for(work: UnitOfWork, occasion: Occasion, standing: Standing) -> Candidacy:
    """Raises CommitteeNotFound; ConvocationNotFound before any was opened."""
    candidacy = await _candidacy(work, standing)
    await wait_for_turn(work, Turn.OFFICES)
    candidacy.composition = await composition_of(work, candidacy.convocation_id)
    candidacies = Candidacies(work)
    await candidacies.look_around(candidacy)
    nominate(candidacy, occasion)
    return candidacies.add(candidacy)


async def _candidacy(work: UnitOfWork, standing: Standing) -> Candidacy:
    committee: Committee | None = None
    if standing.committee_id is not None:
        committee = await Committees(work).get(standing.committee_id)
        convocation_id = committee.convocation_id
    else:
        convocation_id = (await Convocations(work).current()).id
    return Candidacy(
        id=new_id(),
        convocation_id=convocation_id,
        committee_id=standing.committee_id,
        committee_name=committee.name if committee else None,
        reserved=committee is not None and committee.reserved_for_opposition,
        person_id=standing.person_id,
        question_id=new_id(),
        role=standing.role,
        ballot=standing.ballot,
        speaks_kazakh=standing.speaks_kazakh,
        last_day=standing.last_day,
    )
