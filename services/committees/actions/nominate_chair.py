"""A deputy is nominated to chair a committee, and the Kurultai is asked to elect."""

from uuid import UUID

from services.committees.domain.acts.candidacies import nominate
from services.committees.domain.candidacy import Candidacy
from services.committees.store.candidacies import Candidacies
from services.committees.store.committees import Committees
from services.committees.store.composition import composition_of
from services.committees.store.turns import Turn, wait_for_turn
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def nominate_chair(
    work: UnitOfWork, occasion: Occasion, *, committee_id: UUID, person_id: UUID
) -> Candidacy:
    committee = await Committees(work).get(committee_id)
    await wait_for_turn(work, Turn.OFFICES)
    candidacy = Candidacy(
        id=new_id(),
        convocation_id=committee.convocation_id,
        committee_id=committee.id,
        committee_name=committee.name,
        reserved=committee.reserved_for_opposition,
        person_id=person_id,
        question_id=new_id(),
    )
    candidacy.composition = await composition_of(work, committee.convocation_id)
    nominate(candidacy, occasion)
    return Candidacies(work).add(candidacy)
