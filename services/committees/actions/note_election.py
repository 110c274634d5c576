"""The Kurultai has decided on a candidate; whoever is elected takes the office."""

from dataclasses import replace
from uuid import UUID

from services.committees.domain.acts import candidacies as acts
from services.committees.domain.acts.offices import elect
from services.committees.domain.acts.register import join
from services.committees.domain.body import Membership
from services.committees.domain.candidacy import Candidacy, SecretBallot
from services.committees.domain.office import Office
from services.committees.domain.stages import CandidacyStage
from services.committees.store.bodies import Bodies, Memberships
from services.committees.store.candidacies import Candidacies
from services.committees.store.composition import composition_of
from services.committees.store.offices import Offices
from services.committees.store.turns import Turn, wait_for_turn
from shared.contracts.bodies import Capacity
from shared.contracts.voting import ResultCertified
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

ENDED = (CandidacyStage.WITHDRAWN, CandidacyStage.LAPSED)
"""Of such a candidate a vote that was under way decides nothing."""


async def note_election(work: UnitOfWork, occasion: Occasion, fact: ResultCertified) -> None:
    """Raises CandidacyNotFound for a result about a candidacy that is not on file."""
    await wait_for_turn(work, Turn.OFFICES)
    candidacy = await Candidacies(work).get(fact.question.case_id)
    if candidacy.stage in ENDED:
        return
    candidacy.composition = await composition_of(work, candidacy.convocation_id)
    if acts.decide(candidacy, fact.vote_id, fact.outcome, occasion):
        await _take_office(work, candidacy, f"vote {fact.vote_id}: {fact.provision}", occasion)


async def enter_secret_ballot(
    work: UnitOfWork, occasion: Occasion, *, candidacy_id: UUID, counted: SecretBallot
) -> Candidacy:
    """The registrar enters the protocol of the counting commission."""
    await wait_for_turn(work, Turn.OFFICES)
    candidacy = await Candidacies(work).get(candidacy_id)
    candidacy.composition = await composition_of(work, candidacy.convocation_id)
    if acts.enter_secret_ballot(candidacy, counted, occasion):
        ground = f"secret ballot of {counted.held_on}: {counted.protocol}"
        kurultai = replace(occasion, by=Actor.body(Role.KURULTAI))
        await _take_office(work, candidacy, ground, kurultai)
    return candidacy


async def withdraw(work: UnitOfWork, occasion: Occasion, *, candidacy_id: UUID) -> Candidacy:
    await wait_for_turn(work, Turn.OFFICES)
    candidacy = await Candidacies(work).get(candidacy_id)
    acts.withdraw(candidacy, occasion)
    return candidacy


async def _take_office(
    work: UnitOfWork, candidacy: Candidacy, ground: str, occasion: Occasion
) -> None:
    office = Office(
        id=new_id(),
        person_id=candidacy.person_id,
        role=candidacy.role,
        body_id=candidacy.committee_id,
        ground=ground,
        since=occasion.at,
        last_day=candidacy.last_day,
        composition=candidacy.composition,
    )
    elect(office, occasion)
    Offices(work).add(office)
    await work.session.flush()
    await _join(work, candidacy, occasion)
    await drop_the_others(work, office, occasion)


async def _join(work: UnitOfWork, candidacy: Candidacy, occasion: Occasion) -> None:
    """Who chairs a committee is of it (rules profile: committees.chair_is_a_member)."""
    needed = occasion.rules.settled("committees.chair_is_a_member") is True
    if candidacy.committee_id is None or not needed:
        return
    membership = Membership(
        new_id(),
        candidacy.committee_id,
        candidacy.person_id,
        Capacity.MEMBER,
        candidacy.composition.name_of(candidacy.person_id),
        occasion.at,
        body=await Bodies(work).get(candidacy.committee_id),
    )
    await Memberships(work).look_around(membership)
    if not membership.belongs:
        join(membership, replace(occasion, by=Actor.body(Role.REGISTRAR)))
        Memberships(work).add(membership)


async def drop_the_others(work: UnitOfWork, office: Office, occasion: Occasion) -> None:
    """Of an office that is filled, however it was, nobody is a candidate any more."""
    for other in await Candidacies(work).waiting(office.role, office.body_id):
        other.composition = await composition_of(work, other.convocation_id)
        if acts.is_moot(other, occasion):
            acts.lapse(other, occasion)
