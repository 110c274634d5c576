"""The Kurultai has voted on a candidate; whoever is elected takes the chair of the committee."""

from services.committees.domain.acts.candidacies import decide
from services.committees.domain.acts.offices import elect
from services.committees.domain.candidacy import Candidacy
from services.committees.domain.office import Office
from services.committees.store.candidacies import Candidacies
from services.committees.store.composition import composition_of
from services.committees.store.offices import Offices
from services.committees.store.turns import Turn, wait_for_turn
from shared.contracts.voting import ResultCertified
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def note_election(work: UnitOfWork, occasion: Occasion, fact: ResultCertified) -> None:
    """Raises CandidacyNotFound for a result about a candidacy that is not on file."""
    await wait_for_turn(work, Turn.OFFICES)
    candidacy = await Candidacies(work).get(fact.question.case_id)
    candidacy.composition = await composition_of(work, candidacy.convocation_id)
    if decide(candidacy, fact.vote_id, fact.outcome, occasion):
        office = _chair(candidacy, fact, occasion)
        elect(office, occasion)
        Offices(work).add(office)


def _chair(candidacy: Candidacy, fact: ResultCertified, occasion: Occasion) -> Office:
    return Office(
        id=new_id(),
        person_id=candidacy.person_id,
        role=Role.COMMITTEE_CHAIR,
        body_id=candidacy.committee_id,
        ground=f"vote {fact.vote_id}: {fact.provision}",
        since=occasion.at,
        composition=candidacy.composition,
    )
